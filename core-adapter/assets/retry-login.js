// SPDX-License-Identifier: EUPL-1.2
// The page works without this script: the button beside it does the same.

const message = document.querySelector('[data-retry]');
message.hidden = false;
setTimeout(() => location.assign(message.dataset.retry), Number(message.dataset.seconds) * 1000);
