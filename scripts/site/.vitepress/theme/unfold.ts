/** Opens what the linked field is folded into, shows the field, and marks it. */
export function unfoldLinked(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id === '' ? null : document.getElementById(id);
  for (const earlier of document.querySelectorAll('.is-linked')) earlier.classList.remove('is-linked');
  if (target === null) return;
  // A browser does not match `:target` where a script changes the address.
  target.classList.add('is-linked');
  const folds: HTMLDetailsElement[] = [];
  for (let at = target.parentElement; at !== null; at = at.parentElement)
    if (at instanceof HTMLDetailsElement && !at.open) folds.push(at);
  for (const fold of folds) fold.open = true;
  if (folds.length > 0) target.scrollIntoView();
}
