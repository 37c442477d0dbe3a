// SPDX-License-Identifier: EUPL-1.2
// Shows the work left on the page of a bilan: tags beside empty lines, the states of its subjects, and the bar at the foot.
import { nameOf, showTag, valueOf } from './livret-bridge-cells.js';

/** @typedef {'filled' | 'empty' | 'waits'} CellState */

/** Two values to choose from, or a value that the server refused. */
const WAITING = '.livret-bridge-clash, [data-refused]';

/** @type {Map<string, CellState>} Cells of other subjects that changed since the page was made. */
const elsewhere = new Map();

/** Another tab or an earlier page has changed a cell of this bilan that is not on this page. @param {CellState} state */
export function noteElsewhere(name, state) {
  elsewhere.set(name, state);
}

/** @param {HTMLFormElement} form */
export function showLeft(form) {
  const states = new Map(elsewhere);
  for (const cell of form.querySelectorAll('[data-cell]')) {
    const state = stateOf(cell);
    states.set(nameOf(cell), state);
    const missing = cell.querySelector('[data-missing]');
    if (missing) showTag(missing, 'missing-tag', state === 'empty' && missing.dataset.missing !== 'off');
  }
  const links = [...form.querySelectorAll('[data-subject]')];
  for (const link of links) showSubject(link, states);
  const todo = links.filter((link) => link.closest('nav') && link.querySelector('[data-is="todo"]'));
  showCount(form, todo, states);
  showUnworked(form, todo.length === 0);
}

/** @returns {CellState} */
function stateOf(cell) {
  if (cell.querySelector(WAITING)) return 'waits';
  return valueOf(cell).trim() === '' ? 'empty' : 'filled';
}

const namesIn = (list) => list.split(' ').filter((name) => name !== '');

/** Empty cells of a subject: as the page was made, and as they are now. */
function emptyOf({ dataset }, states) {
  const first = new Set(namesIn(dataset.empty));
  return namesIn(dataset.cells).filter((name) => (states.has(name) ? states.get(name) === 'empty' : first.has(name)));
}

function showSubject(link, states) {
  const { dataset } = link;
  const all = namesIn(dataset.cells);
  const empty = emptyOf(link, states);
  const waits = [...states].some(
    ([name, state]) => state === 'waits' && (all.includes(name) || name.endsWith(`:${dataset.subject}`)),
  );
  const optional = empty.length === all.length ? 'none' : 'done';
  const own = dataset.none !== undefined ? optional : empty.length === 0 ? 'done' : 'todo';
  const words = waits ? dataset.choose : dataset[own === 'todo' && empty.length === 1 ? 'one' : own];
  showState(link.querySelector('[data-is]'), waits ? 'todo' : own);
  const told = words.replace('{count}', String(empty.length));
  link.querySelector('[data-words]').textContent = told;
  const fold = link.closest('details');
  if (fold && link.hasAttribute('aria-current')) fold.querySelector('[data-current-words]').textContent = told;
}

function showState(place, state) {
  if (place.dataset.is === state) return;
  place.dataset.is = state;
  place.replaceChildren(document.querySelector(`template[data-is-${state}]`).content.cloneNode(true));
}

/** The link to the first thing that is left, and the button that ends the page. */
function showCount(form, todo, states) {
  const link = form.querySelector('[data-left]');
  const button = form.querySelector('[data-ready]');
  // As the grid counts: each empty cell, and the appreciation. A choice between two values is one thing, too.
  const count = todo.reduce((sum, one) => sum + Math.max(1, emptyOf(one, states).length), 0);
  link.hidden = count === 0;
  form.querySelector('[data-left-none]').hidden = count > 0;
  link.textContent = count === 1 ? link.dataset.one : link.dataset.other.replace('2', String(count));
  const [first] = todo;
  if (first) {
    const clash = first.hasAttribute('aria-current') && form.querySelector(WAITING)?.closest('[data-cell]');
    const name = clash ? nameOf(clash) : (emptyOf(first, states)[0] ?? '');
    const hash = name === '' ? '' : `#cell-${name.replace(':', '-')}`;
    link.href = first.hasAttribute('aria-current') ? hash : `${first.href}${hash}`;
  }
  for (const [name, value] of [
    ['aria-disabled', 'true'],
    ['aria-describedby', 'left'],
  ]) {
    if (count > 0) button?.setAttribute(name, value);
    else button?.removeAttribute(name);
  }
}

/** The domains without an element: that of the page changes while somebody writes. */
function showUnworked(form, isComplete) {
  const note = document.querySelector('[data-unworked]');
  for (const item of note.querySelectorAll('[data-unworked-in]')) {
    const elements = form.querySelector(`[data-cell="elements:${item.dataset.unworkedIn}"]`);
    if (!elements) continue;
    const isAssessed = form.querySelector(
      '.livret-bridge-line :checked:is([value="1"], [value="2"], [value="3"], [value="4"])',
    );
    item.hidden = valueOf(elements) !== '' || !isAssessed;
  }
  note.hidden = !isComplete || !note.querySelector('[data-unworked-in]:not([hidden])');
}
