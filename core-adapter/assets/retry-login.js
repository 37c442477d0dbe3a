// SPDX-License-Identifier: EUPL-1.2
// A comfort, never a need: the button beside it does the same.

const message = document.querySelector('[data-retry]');
message.hidden = false;
setTimeout(() => location.assign(message.dataset.retry), Number(message.dataset.seconds) * 1000);
