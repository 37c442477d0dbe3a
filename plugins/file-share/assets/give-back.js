// SPDX-License-Identifier: EUPL-1.2
// Says beside the button that a correction was not given, when the network is away: the line at the field says only that its text is kept.

const line = document.querySelector('[data-not-given]');
const form = line?.closest('form');
let isPressed = false;

const say = (words) => {
  if (isPressed && line.textContent !== words) line.textContent = words;
};

if (form) {
  // Before `kept.js`, which stops a form with a text that the server does not have.
  window.addEventListener(
    'submit',
    (event) => {
      if (event.target !== form) return;
      line.textContent = '';
      isPressed = event.submitter?.value === 'give';
      if (!isPressed || navigator.onLine) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      say(line.dataset.away);
    },
    { capture: true },
  );
  // The network may be away without the browser knowing. The line that `kept.js` puts at a field has its state.
  new MutationObserver(() => {
    const kept = form.querySelector('.v-keptline')?.dataset.state;
    if (kept === 'away') say(line.dataset.away);
    else if (kept === 'kept' && line.textContent !== '') say(line.dataset.back);
  }).observe(form, { subtree: true, attributeFilter: ['data-state'] });
  addEventListener('online', () => line.textContent !== '' && say(line.dataset.back));
}
