// SPDX-License-Identifier: EUPL-1.2
// Counts what is missing in the grid, in the words that the page holds.

/** @param {import('./livret-bridge-grid.js').Cell[][]} rows */
export function countGrid(rows) {
  const asked = rows.flat().filter(({ shown, isOff }) => shown !== '' || !isOff);
  const missing = asked.filter(({ shown }) => shown === '').length;
  for (const cells of rows) countRow(cells);
  countAll(asked.length, missing);
  const next = document.querySelector('[data-next]');
  if (next) next.hidden = missing === 0;
}

function countRow(cells) {
  const [{ input }] = cells;
  if (input.readOnly) return;
  const place = input.closest('tr').lastElementChild;
  const missing = cells.filter(({ shown, isOff }) => shown === '' && !isOff).length;
  const word = place.querySelector('[data-word]');
  if (place.dataset.told === String(missing)) return;
  place.dataset.told = String(missing);
  const form = place.querySelector('form');
  place.replaceChildren(
    ...(missing > 0 ? [made('b', counted('cells', missing)), ' '] : []),
    ...(word ? [word] : []),
    ...(missing === 0 && !word ? [done(input.closest('table').dataset.done)] : []),
    form,
  );
}

function made(name, textContent) {
  return Object.assign(document.createElement(name), { textContent });
}

function done(label) {
  const mark = made('span', '✓');
  mark.setAttribute('role', 'img');
  mark.setAttribute('aria-label', label);
  return mark;
}

/** « 2 cases » */
function counted(name, count) {
  const { dataset } = document.querySelector('.livret-bridge-count');
  return count === 1 ? dataset[`${name}One`] : dataset[name].replace('2', String(count));
}

function countAll(total, missing) {
  const place = document.querySelector('.livret-bridge-count');
  const { dataset } = place;
  const words = Number(dataset.withoutWord);
  const part = (name, count) => (count === 0 ? [] : [counted(name, count)]);
  const parts = [...part('cells', missing), ...part('words', words)];
  const [filled] = place.getElementsByTagName('strong');
  filled.textContent =
    total === missing ? dataset.filledNone : dataset.filled.replace('{filled}', String(total - missing));
  place.querySelector('.v-soft').textContent =
    parts.length === 0 ? dataset.nothing : dataset.missing.replace('{what}', parts.join(dataset.and));
  place.querySelector('progress').value = total - missing;
}
