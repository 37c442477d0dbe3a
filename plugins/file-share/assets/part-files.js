// SPDX-License-Identifier: EUPL-1.2
// A file of a work is sent as soon as it is chosen. The word that is being written, with what is ticked below it, waits for the next page, and
// no longer: on a computer that pupils share, nothing of it stays.

const files = document.querySelector('form[data-part-files]');
const words = document.querySelector('form[data-part-word]');
const field = words?.querySelector('textarea');
const PREFIX = 'word ';
/** Time to read the sentence, in milliseconds: presses that come faster are a double click. */
const PAUSE = 1000;
// A form with a button called « action » has no address by that name.
const key = words && PREFIX + words.getAttribute('action');

if (field) {
  const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null');
  const stored = field.defaultValue;
  if (kept) {
    // Where the page of now shows a newer note than the page that this one was written in, both stay.
    if (kept.from === stored || holdsLines(kept.word, stored)) field.value = kept.word;
    else if (!holdsLines(stored, kept.word)) field.value += `\n\n${kept.word}`;
    for (const box of words.querySelectorAll('input[id]')) if (kept.ticked.includes(box.id)) box.checked = true;
  }
  words.parentElement.addEventListener('submit', ({ target }) => target !== words && keep());
}
for (const old of Object.keys(sessionStorage)) if (old.startsWith(PREFIX)) sessionStorage.removeItem(old);

if (files) {
  let isSending = false;
  let heldAt = Infinity;
  const status = files.querySelector('[data-adding]');
  for (const part of files.querySelectorAll('[data-without-script], button')) part.hidden = true;
  files.addEventListener('change', () => {
    status.textContent = status.dataset.adding;
    keep();
    files.submit();
    isSending = true;
    heldAt = Infinity;
    addEventListener('pagehide', keep);
  });
  // Another page, or another file, would break the sending off. Nothing tells that a person has stopped it: a press after a pause goes through.
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
  // Back from another page, the browser may show this one as it was.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    keep();
    location.reload();
  });
}

/** As `holdsLines` of the server. */
function holdsLines(text, lines) {
  return lines === '' || `\n${text}\n`.includes(`\n${lines}\n`);
}

function keep() {
  if (!field) return;
  const ticked = [...words.querySelectorAll('input:checked')].map(({ id }) => id);
  if (field.value === field.defaultValue && ticked.length === 0) return;
  sessionStorage.setItem(key, JSON.stringify({ from: field.defaultValue, word: field.value, ticked }));
}
