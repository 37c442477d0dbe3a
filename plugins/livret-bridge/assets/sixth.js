// SPDX-License-Identifier: EUPL-1.2
// Lets the button of the table of a class of 6e print it. Without this module, the menu of the browser does.

const button = document.getElementById('livret-bridge-print');
button.disabled = false;
button.addEventListener('click', () => window.print());
