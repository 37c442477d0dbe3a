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
/** The place of the note that this page takes. */
const own = field ? key : notSent && PREFIX + notSent.dataset.notSent;

if (field) {
  words.parentElement.addEventListener('submit', ({ target }) => target !== words && keep());
}
for (const name of Object.keys(sessionStorage)) if (name.startsWith(PREFIX)) void takeOut(name);

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
 * Shows a kept note if it is of this page, and keeps it no longer. An address of the same work with another pupil may be that of a record
 * which has been joined to the one of this page: the server leads from the one to the other then. Without its answer, the next page asks.
 */
async function takeOut(name) {
  const item = sessionStorage.getItem(name);
  const kept = JSON.parse(item);
  const shown = field?.value;
  sessionStorage.removeItem(name);
  const isOwn = name === own || (await isJoined(name));
  if (isOwn === undefined) sessionStorage.setItem(name, item);
  if (!isOwn) return;
  if (field) fillIn(kept, shown);
  else showNotSent(kept);
}

/** Undefined when the server does not tell. */
async function isJoined(name) {
  const [page, work] = pageOf(name);
  const [ownPage, ownWork] = pageOf(own);
  if (work === undefined || work !== ownWork || page === ownPage) return false;
  const answer = await fetch(page, { method: 'HEAD' }).catch(() => undefined);
  if (!answer || answer.status >= 500) return undefined;
  return answer.ok && new URL(answer.url).pathname === ownPage;
}

/** The path of the part, and that of its work. */
function pageOf(name) {
  return /^(.*\/pupils\/)[^/]+/.exec(name?.slice(PREFIX.length) ?? '') ?? [];
}

/** @param shown the note that the field showed before anything was typed there */
function fillIn(kept, shown) {
  // When this page shows a newer note than the page in which the kept one was written, both stay.
  if ((kept.from === stored && field.value === shown) || holdsLines(kept.word, field.value)) field.value = kept.word;
  else if (!holdsLines(field.value, kept.word)) field.value += `\n\n${kept.word}`;
  for (const box of words.querySelectorAll('input[id]')) if (kept.ticked.includes(box.id)) box.checked = true;
}

/**
 * Shows a kept note on a page that has no field for it, since the part takes no note any more: the child reads it once, and « Reprendre »
 * sends it along.
 */
function showNotSent(kept) {
  const sent = document.querySelector('[data-own-word]')?.textContent ?? '';
  if (holdsLines(sent, kept.word.trim())) return;
  notSent.querySelector('blockquote').textContent = kept.word;
  notSent.hidden = false;
  const fold = document.querySelector('[data-take-back]');
  if (!fold) return;
  fold.open = true;
  fold.querySelector('[name=word]').value = kept.word;
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
