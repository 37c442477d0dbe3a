// SPDX-License-Identifier: EUPL-1.2
// Sends a file of a work as soon as it is chosen. The note that is being written, with the ticks below it, is kept for the next page and no
// longer: on a computer that pupils share, nothing of it stays.

const files = document.querySelector('form[data-part-files]');
const words = document.querySelector('form[data-part-word]');
const field = words?.querySelector('textarea');
const notSent = document.querySelector('[data-not-sent]');
const PREFIX = 'word ';
/** Time to read the sentence, in milliseconds: presses that come faster are a double click. */
const PAUSE = 1000;
/** The note as the server has it: the field of a form that was refused shows another one. */
const stored = words?.dataset.partWord;
// A form with a button called « action » has no address by that name. The query names its fields of text (ADR 85).
const key = words && PREFIX + words.getAttribute('action').split('?')[0];

if (field) {
  const kept = keptAt(key);
  if (kept) {
    // When this page shows a newer note than the page in which the kept one was written, both stay.
    if (kept.from === stored || holdsLines(kept.word, field.value)) field.value = kept.word;
    else if (!holdsLines(field.value, kept.word)) field.value += `\n\n${kept.word}`;
    for (const box of words.querySelectorAll('input[id]')) if (kept.ticked.includes(box.id)) box.checked = true;
  }
  words.parentElement.addEventListener('submit', ({ target }) => target !== words && keep());
}
if (notSent) showNotSent();
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
  // Back from another page, the browser may show this one as it was.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    keep();
    location.reload();
  });
}

/**
 * Shows a kept note on a page that has no field for it, since the part takes no note any more: the child reads it once, and « Reprendre »
 * sends it along.
 */
function showNotSent() {
  const kept = keptAt(PREFIX + notSent.dataset.notSent);
  const sent = document.querySelector('[data-own-word]')?.textContent ?? '';
  if (!kept || holdsLines(sent, kept.word.trim())) return;
  notSent.querySelector('blockquote').textContent = kept.word;
  notSent.hidden = false;
  const fold = document.querySelector('[data-take-back]');
  if (!fold) return;
  fold.open = true;
  fold.querySelector('[name=word]').value = kept.word;
}

function keptAt(name) {
  return JSON.parse(sessionStorage.getItem(name) ?? 'null');
}

/** Does the same as `holdsLines` of the server. */
function holdsLines(text, lines) {
  return lines === '' || `\n${text}\n`.includes(`\n${lines}\n`);
}

function keep() {
  if (!field) return;
  const ticked = [...words.querySelectorAll('input:checked')].map(({ id }) => id);
  if (field.value === stored && ticked.length === 0) return;
  sessionStorage.setItem(key, JSON.stringify({ from: stored, word: field.value, ticked }));
}
