// SPDX-License-Identifier: EUPL-1.2
// Sends the form of a work as soon as a file is chosen, with the note that is being written beside it.

const files = document.querySelector('form[data-part-files]');
/** Time to read the sentence, in milliseconds: presses that come faster are a double click. */
const PAUSE = 1000;

if (files) {
  let isSending = false;
  let heldAt = Infinity;
  const status = files.querySelector('[data-adding]');
  for (const part of files.querySelectorAll('[data-without-script]')) part.hidden = true;
  files.addEventListener('change', ({ target }) => {
    if (target.type !== 'file') return;
    status.textContent = status.dataset.adding;
    files.requestSubmit();
    isSending = true;
    heldAt = Infinity;
  });
  // Another page, or another file, would break off the upload. The script does not learn that a person has stopped it: a press after a
  // pause goes through.
  document.addEventListener('click', (event) => {
    if (!isSending || !event.target.closest('main :is(a, [type=submit], [type=file])')) return;
    const { detail, timeStamp } = event;
    if (detail <= 1 && timeStamp - heldAt > PAUSE) {
      isSending = false;
      return;
    }
    event.preventDefault();
    heldAt = timeStamp;
    status.textContent = status.dataset.still;
    status.scrollIntoView({ block: 'nearest' });
  });
}
