// SPDX-License-Identifier: EUPL-1.2
// Shows the bar below a list once something is ticked, with the number of ticks. Without this script the bar is always shown.

const form = document.querySelector('#file-share-pick');

function tell() {
  // The first file that is added to an empty folder brings the bar.
  const bar = form.querySelector('[data-pick]');
  if (!bar) return;
  const said = bar.querySelector('[data-pick-count]');
  const count = form.querySelectorAll('[name="ids"]:checked').length;
  const words = count === 1 ? bar.dataset.one : bar.dataset.many;
  bar.hidden = count === 0;
  if (count > 0) said.textContent = words.replace('{count}', String(count));
}

if (form) {
  form.addEventListener('change', tell);
  // Going back in the history brings ticks back.
  window.addEventListener('pageshow', tell);
  tell();
}
