/** Says where a field was seen, or what its page shows of it, and not what the field is. */
const ABOUT_THE_PAGE =
  /\bexamples?\b|\bthe (page|capture|list) (says|counts|names|lists|gives|declares|describes|shows|has|does|goes|opens|folds)\b|\b(model|schema|definition) \(?\d{5,}/i;

/**
 * Returns the part of a fact's `about` that describes the field, for the specification. Notes about the evidence, such as
 * "only in the example", belong to the facts.
 * @returns undefined if nothing remains.
 */
export function restatedDescription(about: string | undefined): string | undefined {
  const clauses = (about ?? '')
    .replace(/ ?\([^()]*\)/g, (aside) => (ABOUT_THE_PAGE.test(aside) ? '' : aside))
    .split(/; */)
    .filter((clause) => clause !== '' && !ABOUT_THE_PAGE.test(clause));
  return clauses.length === 0 ? undefined : clauses.join('; ');
}
