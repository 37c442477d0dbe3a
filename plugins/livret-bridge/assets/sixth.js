// SPDX-License-Identifier: EUPL-1.2
// The table of a class of 6e: its button prints. Without this module, the menu of the browser does.

const button = document.getElementById('livret-bridge-print');
button.disabled = false;
button.addEventListener('click', () => window.print());
