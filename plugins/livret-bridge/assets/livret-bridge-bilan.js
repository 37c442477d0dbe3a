// SPDX-License-Identifier: EUPL-1.2
// Saves each cell of a bilan while somebody writes, counts signs, and shows what is left. Without this module the page is one form with a
// button.
import { addTick, lengthOf, nameOf, showTag, showValue, valueOf } from './livret-bridge-cells.js';
import { noteElsewhere, showLeft } from './livret-bridge-left.js';
import { offerPhrases } from './livret-bridge-phrases.js';
import { Saver } from './livret-bridge-save.js';

/** The time without typing after which a text is sent, in milliseconds. */
const REST = 1_200;
const KEYS = { 0: 'N', n: 'N', Backspace: '', Delete: '' };

const form = document.querySelector('form[data-changes]');
const url = form.dataset.changes;
const bar = document.querySelector('.livret-bridge-save');
const saver = new Saver(bar, show);
const cellOf = (name) => form.querySelector(`[data-cell="${CSS.escape(name)}"]`);

for (const part of form.querySelectorAll('[data-without-script]')) part.remove();
for (const link of form.querySelectorAll('[data-onward]')) link.hidden = false;

/** By cell: the value that the server last gave, the one that the page shows, and the one that it showed when the server had it. */
const stored = new Map();
const shown = new Map();
const settled = new Map();

for (const cell of form.querySelectorAll('[data-cell]')) {
  // A cell that waits for a choice between two values has no value to continue from.
  if (cell.querySelector('.livret-bridge-clash')) continue;
  // A field with a mistake shows the typed value, and not the stored one.
  stored.set(nameOf(cell), cell.dataset.stored ?? valueOf(cell, true));
  shown.set(nameOf(cell), valueOf(cell, true));
  settled.set(nameOf(cell), stored.get(nameOf(cell)));
}
for (const button of form.querySelectorAll('[data-save]')) button.hidden = true;
// `Saver` keeps each change: a browser that goes back must not fill in an older value after this module has read the page (ADR 80).
form.autocomplete = 'off';

form.addEventListener('input', ({ target }) => {
  const cell = target.closest('[data-cell]');
  if (cell && target.tagName === 'TEXTAREA') take(cell, REST);
});
form.addEventListener('change', ({ target }) => {
  const cell = target.closest('[data-cell]');
  if (cell && stored.has(nameOf(cell))) take(cell, 0);
});
form.addEventListener('click', (event) => {
  const { target } = event;
  if (target.type === 'radio') clearAgain(target);
  else if (target.closest('[name="do"][value="add"]')) addElement(event);
});
form.addEventListener('keydown', (event) => {
  if (event.target.type === 'radio') pressKey(event);
  // Enter in the field of a new element adds it.
  else if (event.key === 'Enter' && event.target.name?.startsWith('new:')) addElement(event);
});

offerPhrases(form);
// Shows « Gardé ici » beside each cell that only the device has while the server is out of reach.
new MutationObserver(showKept).observe(bar, { attributeFilter: ['data-state'] });
await saver.resume();
// A browser may have filled in values again after a reload.
for (const name of stored.keys()) if (valueOf(cellOf(name)) !== shown.get(name)) take(cellOf(name), 0);

/** Takes over what the page shows now. */
function take(cell, wait) {
  const [name, value] = [nameOf(cell), valueOf(cell)];
  count(cell);
  if (value !== shown.get(name)) {
    shown.set(name, value);
    cell.querySelector('[data-refused]')?.remove();
    saver.change(url, name, stored.get(name), value, wait);
  } else if (wait === 0 && value !== stored.get(name)) saver.change(url, name, stored.get(name), value);
  showLeft(form);
}

function count(cell) {
  const text = cell.querySelector('textarea');
  if (!text) return;
  const length = lengthOf(text.value);
  cell.querySelector('[data-count]').textContent = String(length);
  cell.querySelector('[data-count]').parentElement.classList.toggle('livret-bridge-over', length > text.dataset.limit);
}

/** A brick that is pressed again is taken away. */
function clearAgain(radio) {
  const cell = radio.closest('[data-cell]');
  if (shown.get(nameOf(cell)) !== radio.value) return;
  radio.checked = false;
  take(cell, 0);
}

function pressKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const cell = event.target.closest('[data-cell]');
  const value = Object.hasOwn(KEYS, event.key.toLowerCase()) ? KEYS[event.key.toLowerCase()] : KEYS[event.key];
  const wanted = value ?? (/^[1-4]$/.test(event.key) ? event.key : undefined);
  if (wanted === undefined) return;
  event.preventDefault();
  showValue(cell, wanted);
  cell.querySelector('input:checked')?.focus();
  take(cell, 0);
}

function addElement(event) {
  event.preventDefault();
  const field = event.target.closest('.livret-bridge-new').querySelector('input');
  const cell = cellOf(field.name.replace('new:', 'elements:'));
  const label = field.value.normalize('NFC').trim();
  if (label === '' || !cell) return field.focus();
  const known = [...cell.querySelectorAll('input[type="checkbox"]')].find((one) => one.value === label);
  if (known) known.checked = true;
  else addTick(cell, label);
  field.value = '';
  field.focus();
  take(cell, 0);
}

/** Paints the outcome of a cell: see `News` of the module that saves. */
function show({ state, url: of, cell: name, value, mine, sentence }) {
  const cell = of === url ? cellOf(name) : null;
  if (of === url && !cell) {
    noteElsewhere(
      name,
      state === 'clash' || state === 'refused'
        ? 'waits'
        : (state === 'kept' ? mine : value) === ''
          ? 'empty'
          : 'filled',
    );
    showLeft(form);
  }
  if (!cell || !stored.has(name)) return;
  cell.querySelector('[data-refused]')?.remove();
  cell.querySelector('[data-clash]')?.remove();
  if (state === 'kept') {
    showValue(cell, mine);
    shown.set(name, mine);
    count(cell);
  } else if (state === 'saved') {
    stored.set(name, value);
    form.elements[`was.${name}`].value = `=${value}`;
    const isTyped = shown.get(name) !== settled.get(name);
    // A text that nobody has changed here follows that of another tab: the next letter would overwrite it unseen.
    const isBusy = isTyped && cell.contains(document.activeElement) && cell.querySelector('textarea');
    if (!isBusy && valueOf(cell) !== value) showValue(cell, value);
    if (!isBusy) shown.set(name, value);
    if (!isBusy || shown.get(name) === mine) settled.set(name, shown.get(name));
    count(cell);
  } else if (state === 'clash') askWhich(cell, { theirs: value, mine, sentence });
  else refuse(cell, sentence);
  showKept();
  showLeft(form);
}

function showKept() {
  const isAway = ['offline', 'login', 'full'].includes(bar.dataset.state);
  for (const [name, value] of stored) {
    const cell = cellOf(name);
    const isHere = isAway && shown.get(name) !== value;
    cell.classList.toggle('livret-bridge-here', isHere);
    for (const place of cell.querySelectorAll('[data-kept]')) showTag(place, 'kept-tag', isHere);
  }
}

function copyOf(name) {
  return document.querySelector(`template[data-${name}]`).content.firstElementChild.cloneNode(true);
}

function refuse(cell, sentence) {
  const told = copyOf('refused');
  told.setAttribute('data-refused', '');
  told.querySelector('span').textContent = sentence;
  cell.append(told);
}

/** Both values stay in sight until the person chooses. */
function askWhich(cell, { theirs, mine, sentence }) {
  const box = copyOf('clash');
  const name = nameOf(cell);
  const isText = cell.querySelector('textarea') !== null || name.startsWith('elements:');
  box.setAttribute('data-clash', '');
  box.querySelector('[data-sentence]').textContent = sentence;
  const [first, second] = box.querySelectorAll('blockquote p');
  first.textContent = theirs;
  second.textContent = mine;
  box.querySelector('.livret-bridge-two').hidden = !isText;
  box.querySelector('[value="both"]').hidden = !isText;
  box.addEventListener('click', (event) => {
    const which = event.target.closest('button')?.value;
    if (!which) return;
    event.preventDefault();
    const both = name.startsWith('elements:')
      ? [...new Set([...theirs.split('\n'), ...mine.split('\n')])].join('\n')
      : `${theirs}\n${mine}`;
    const now = which === 'both' ? both : which === 'theirs' ? theirs : mine;
    box.remove();
    stored.set(name, theirs);
    shown.set(name, now);
    showValue(cell, now);
    count(cell);
    saver.choose(url, name, theirs, now);
    showLeft(form);
  });
  cell.append(box);
}
