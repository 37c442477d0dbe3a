// SPDX-License-Identifier: EUPL-1.2
// Shows one line in place of the rows of `upload.js` once their files are stored, and the list of files as it is now.

/** The time for which the line stays, in milliseconds, when it tells nothing that the list of files does not show. */
const STAY = 10_000;
/** The number of files that the server throws away at once. */
const MOST = 150;

const language = document.documentElement.lang;
const plural = new Intl.PluralRules(language);
const list = new Intl.ListFormat(language, { type: 'conjunction' });

const section = document.querySelector('[data-upload-list]');
const fold = section.querySelector('[data-upload-fold]');
const dismiss = fold.querySelector('button[type=button]');
const undo = fold.querySelector('[data-fold-undo]');
const status = document.querySelector('[data-upload-fold-status]');

/** The files that the line reports while it is shown. */
let count = 0;
/** @type {string[]} */
let renamed = [];
/** @type {string | undefined} */
let seenBy;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

dismiss.addEventListener('click', () => {
  leave();
  document.querySelector('[data-upload-form] button').focus();
});

/**
 * @param {readonly { id: string, name: string, isRenamed: boolean, seenBy?: string }[]} stored
 * @param {boolean} hadFocus Whether one of the rows that went had it.
 */
export function announceStored(stored, hadFocus) {
  count += stored.length;
  renamed.push(...stored.filter(({ isRenamed }) => isRenamed).map(({ name }) => name));
  seenBy = stored.at(-1)?.seenBy;
  const told = sentence(fold.dataset, count, renamed);
  const text = seenBy === undefined ? told : `${told}. ${seenBy}`;
  offerUndo(stored);
  fold.querySelector('[data-fold-text]').textContent = text;
  status.textContent = text;
  fold.hidden = false;
  section.hidden = false;
  if (hadFocus) dismiss.focus();
  stayOn();
  void showFresh();
}

/** @param {readonly { id: string }[]} stored */
function offerUndo(stored) {
  for (const { id } of stored) {
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name: 'ids', value: id });
    undo.append(field);
  }
  undo.hidden = count > MOST;
}

/** A name that the person did not choose, or files that others see, stay told until the person has seen it. */
function stayOn() {
  clearTimeout(timer);
  if (renamed.length === 0 && seenBy === undefined) timer = setTimeout(() => (isInUse() ? stayOn() : leave()), STAY);
}

function isInUse() {
  return fold.matches(':hover') || fold.contains(document.activeElement);
}

function leave() {
  clearTimeout(timer);
  [count, renamed, seenBy] = [0, [], undefined];
  for (const field of undo.querySelectorAll('[name=ids]')) field.remove();
  status.textContent = '';
  fold.hidden = true;
  section.hidden = section.querySelector('li') === null;
}

/**
 * @param {DOMStringMap} texts
 * @param {number} count
 * @param {readonly string[]} renamed
 */
function sentence(texts, count, renamed) {
  const isOne = plural.select(count) === 'one';
  if (renamed.length === 0) return (isOne ? texts.one : texts.other).replace('{count}', count);
  return (isOne ? texts.renamedOne : texts.renamedOther)
    .replace('{count}', count)
    .replace('{renamed}', renamed.length)
    .replace('{names}', () => list.format(renamed));
}

/** Shows the current list. When the connection is down again, the list stays as it was. */
async function showFresh() {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => undefined);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const [list, bar] = ['[data-files]', '[data-pick]'].map((part) => fresh.querySelector(part));
  const shown = document.querySelector('[data-files]');
  if (!list) return;
  const focused = shown.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
  const form = shown.parentElement;
  shown.replaceWith(document.adoptNode(list));
  if (bar && !form.querySelector('[data-pick]')) form.append(document.adoptNode(bar));
  // The bar counts the ticks anew.
  form.dispatchEvent(new Event('change'));
  if (focused !== null) document.querySelector(`[data-files] a[href="${CSS.escape(focused)}"]`)?.focus();
}
