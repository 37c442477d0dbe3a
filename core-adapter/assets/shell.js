// SPDX-License-Identifier: EUPL-1.2
// Pages work without this script: the menus are <details>, and open and close without it.

// Tabs that are wider than a phone scroll: the tab of the current page must be in sight.
for (const tab of document.querySelectorAll('.v-tabs [aria-current]')) {
  const [own, all] = [tab, tab.parentElement].map((element) => element.getBoundingClientRect());
  tab.parentElement.scrollLeft += own.left + own.width / 2 - all.left - all.width / 2;
}

/** @returns {NodeListOf<HTMLDetailsElement>} */
const openMenus = () => document.querySelectorAll('details.v-menu[open]');

document.addEventListener('click', ({ target }) => {
  for (const menu of openMenus()) {
    if (!menu.contains(target)) menu.open = false;
  }
});

document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  for (const menu of openMenus()) {
    // Focus must not stay on an element that is gone.
    if (menu.contains(document.activeElement)) menu.querySelector('summary').focus();
    menu.open = false;
  }
});

/** Deletes what pages have stored on this device, but for texts of other people: those are encrypted (ADR 136). */
function forgetDevice() {
  const [owner] = document.querySelector('meta[name=device-key]')?.content.split(' ') ?? [];
  try {
    sessionStorage.clear();
    for (const place of Object.keys(localStorage))
      if (!place.startsWith('volee ') || place.startsWith(`volee ${owner} `)) localStorage.removeItem(place);
  } catch {
    // Nothing was stored.
  }
}

if (location.pathname === '/logged-out') forgetDevice();
document.addEventListener('submit', (event) => {
  // A script of the page may stop the logout, to save a text first.
  if (event.target.getAttribute('action') === '/logout') setTimeout(() => event.defaultPrevented || forgetDevice());
});
