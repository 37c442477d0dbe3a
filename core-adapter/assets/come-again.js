// SPDX-License-Identifier: EUPL-1.2
// A comfort, never a need: the button beside it does the same.

const place = document.querySelector('[data-come-again]');
place.hidden = false;
setTimeout(() => location.assign(place.dataset.comeAgain), Number(place.dataset.seconds) * 1000);
