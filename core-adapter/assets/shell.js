// SPDX-License-Identifier: EUPL-1.2
// Pages work without this script: the menus are <details>, and open and close without it.

// Tabs that are wider than a phone scroll: the tab of the current page must be in sight.
const FADE = 40;
const FINGER = 24;
function showTab() {
  for (const own of document.querySelectorAll('.v-tabs [aria-current]')) {
    const tabs = own.parentElement;
    const [first, ...others] = tabs.children;
    // The first tab stays in sight and cuts no other: after it comes the earliest from which on all fit, up to that of the page.
    const room = tabs.clientWidth - first.offsetWidth - FADE;
    const next = others.find((tab) => own.offsetLeft + own.offsetWidth - tab.offsetLeft <= room) ?? own;
    // It covers the tab before that one whole, or leaves enough of it for a finger (WCAG 2.2 §2.5.8).
    first.style.minWidth = '';
    const lack = (others[others.indexOf(next) - 1]?.offsetWidth ?? 0) - first.offsetWidth;
    if (lack >= 0 && lack < FINGER) first.style.minWidth = `${first.offsetWidth + lack + 1}px`;
    tabs.scrollLeft += Math.ceil(next.getBoundingClientRect().left - first.getBoundingClientRect().right);
  }
}
showTab();
addEventListener('resize', showTab);

// A page that a browser has kept for going back may be older than a logout.
addEventListener('pageshow', ({ persisted }) => persisted && location.reload());

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
