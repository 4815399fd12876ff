/** Scrolls the navigation to the page that is shown, which may be far down in it. */
export function showActiveLink(): void {
  const sidebar = document.querySelector('.VPSidebar');
  const link = sidebar?.querySelector('.VPSidebarItem.is-link.is-active');
  if (!sidebar || !link) return;
  const { top, bottom } = link.getBoundingClientRect();
  // Without scrollIntoView, which would move the page as well.
  if (top < 100 || bottom > innerHeight)
    sidebar.scrollBy({ top: top - innerHeight / 3, behavior: 'instant' });
}
