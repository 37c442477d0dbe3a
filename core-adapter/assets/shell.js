// SPDX-License-Identifier: EUPL-1.2
// A comfort, never a need: the menus are <details>, and open and close without this.

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
