// SPDX-License-Identifier: EUPL-1.2
// Lets the keyboard fill in the grid of a class. Without this module, each row has a button, and saves the same.
import { countGrid } from './livret-bridge-grid-count.js';
import { hideClash, showClash } from './livret-bridge-grid-clash.js';
import { Saver } from './livret-bridge-save.js';

/** @typedef {{ input: HTMLInputElement, url: string, code: string, isOff: boolean, was: string, shown: string }} Cell */

for (const button of document.querySelectorAll('.livret-bridge-grid td > form > button')) button.remove();

/** The rows of cells, from top to bottom. @type {Cell[][]} */
const rows = [...document.querySelectorAll('.livret-bridge-grid tr')]
  .map((row) => [...row.querySelectorAll('input[aria-labelledby]')].map(cellOf))
  .filter((cells) => cells.length > 0);
const cells = rows.flat();
const cellOfInput = new Map(cells.map((cell) => [cell.input, cell]));
const cellByName = new Map(cells.map((cell) => [`${cell.url} ${cell.code}`, cell]));

/** @type {{ cell: Cell, value: string }[]} */
const undone = [];
const undo = document.querySelector('[data-undo]');
/** The cell that had the focus last. */
let current = -1;

const saver = new Saver(document.querySelector('.livret-bridge-save'), (news) => {
  const cell = cellByName.get(`${news.url} ${news.cell}`);
  if (cell) take(cell, news);
});

/** @returns {Cell} */
function cellOf(input) {
  const header = document.getElementById(input.getAttribute('aria-labelledby').split(' ')[1]);
  const url = input.form ? new URL(input.form.action).pathname : '';
  const { cell, off } = header.dataset;
  const { value } = input;
  return { input, url, code: cell, isOff: off !== undefined, was: value, shown: value };
}

/** The outcome of a change. @param {import('./livret-bridge-save.js').News} news */
function take(cell, { state, value, mine, sentence }) {
  const { input } = cell;
  hideClash(cell);
  input.toggleAttribute('aria-invalid', false);
  if (state === 'saved') {
    cell.was = value;
    // Another tab saved it, or the server wrote it in another form.
    if (cell.shown !== value) paint(cell, value);
    delete input.dataset.state;
    return;
  }
  input.dataset.state = state;
  if (cell.shown !== mine) paint(cell, mine);
  if (state === 'kept') return;
  input.setAttribute('aria-invalid', 'true');
  const choose = (now) => {
    input.focus();
    paint(cell, now);
    saver.choose(cell.url, cell.code, value, now);
  };
  showClash(cell, { state, theirs: value, mine, sentence }, choose);
}

/** @param {Cell} cell */
function paint(cell, value) {
  cell.shown = value;
  cell.input.value = value;
  // The stylesheet paints by the attribute.
  if (value === '') cell.input.removeAttribute('value');
  else cell.input.setAttribute('value', value);
  cell.input.toggleAttribute('data-off', value === '' && cell.isOff);
  countGrid(rows);
}

/** @param {Cell} cell */
function write(cell, value, isUndo = false) {
  if (cell.input.readOnly || cell.shown === value) return;
  if (!isUndo) undone.push({ cell, value: cell.shown });
  undo.hidden = undone.length === 0;
  paint(cell, value);
  cell.input.dataset.state = 'sending';
  saver.change(cell.url, cell.code, cell.was, value);
}

function undoLast() {
  const last = undone.pop();
  if (!last) return;
  write(last.cell, last.value, true);
  last.cell.input.focus();
}

/** The position that a key or a character writes; undefined for any other. `0` means `N`: a number pad has no N. */
function positionOf(key) {
  if (/^[1-4]$/.test(key)) return key;
  if (/^[nN0]$/.test(key)) return 'N';
  return ['Delete', 'Backspace', ' '].includes(key) ? '' : undefined;
}

const MOVES = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [1, 0] };

/** @param {Cell} cell */
function move(cell, [down, right]) {
  const at = rows.findIndex((row) => row.includes(cell));
  const column = rows[at].indexOf(cell);
  const target = rows[at + down]?.[Math.min(column, rows[at + down].length - 1) + right];
  target?.input.focus();
}

document.addEventListener('keydown', (event) => {
  const cell = cellOfInput.get(event.target);
  const { key, altKey, ctrlKey, metaKey } = event;
  const isCommand = ctrlKey || metaKey;
  if (isCommand && key.toLowerCase() === 'z' && (cell || event.target === document.body)) {
    event.preventDefault();
    undoLast();
  }
  if (!cell || isCommand || altKey) return;
  const step = event.shiftKey && key === 'Enter' ? [-1, 0] : MOVES[key];
  const value = positionOf(key);
  if (!step && value === undefined && key.length !== 1) return;
  event.preventDefault();
  if (step) move(cell, step);
  else if (value !== undefined) write(cell, value);
});

// A phone does not report keys, and a text may be pasted.
document.addEventListener('input', ({ target }) => {
  const cell = cellOfInput.get(target);
  if (!cell) return;
  const value = target.value.trim() === '' ? '' : positionOf(target.value.trim());
  target.value = cell.shown;
  if (value !== undefined) write(cell, value);
  target.select();
});

document.addEventListener('focusin', ({ target }) => {
  const cell = cellOfInput.get(target);
  if (!cell) return;
  current = cells.indexOf(cell);
  target.select();
});

undo.addEventListener('click', undoLast);

document.querySelector('[data-next]')?.addEventListener('click', (event) => {
  const after = [...cells.slice(current + 1), ...cells.slice(0, current + 1)];
  const next = after.find(({ input, shown, isOff }) => shown === '' && !isOff && !input.readOnly);
  if (!next) return;
  event.preventDefault();
  next.input.focus();
  next.input.scrollIntoView({ block: 'center', inline: 'center' });
});

await saver.resume();
countGrid(rows);
