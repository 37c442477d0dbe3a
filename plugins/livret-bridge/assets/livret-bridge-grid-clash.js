// SPDX-License-Identifier: EUPL-1.2
// Shows two values of one cell under its row, until a person chooses.

/** The rows that are shown, by the input of the cell. */
const shown = new Map();

/** @param {import('./livret-bridge-grid.js').Cell} cell */
export function hideClash({ input }) {
  shown.get(input)?.remove();
  shown.delete(input);
}

/**
 * @param {import('./livret-bridge-grid.js').Cell} cell
 * @param {{ state: string, theirs: string, mine: string, sentence: string }} told
 * @param {(value: string) => void} choose
 */
export function showClash({ input }, { state, theirs, mine, sentence }, choose) {
  const template = document.getElementById('livret-bridge-clash');
  const { dataset } = template;
  const row = template.content.firstElementChild.cloneNode(true);
  const above = input.closest('tr');
  const [pupil, line] = input
    .getAttribute('aria-labelledby')
    .split(' ')
    .map((id) => document.getElementById(id));
  row.firstElementChild.colSpan = above.children.length;
  row.querySelector('strong').textContent = dataset[state]
    .replace('{line}', line.title)
    .replace('{pupil}', pupil.textContent);
  row.querySelector('strong + span').textContent = sentence;
  const [keep, put] = row.querySelectorAll('button');
  if (state === 'refused') keep.parentElement.remove();
  keep.textContent = theirs === '' ? dataset.keepNothing : dataset.keep.replace('{value}', theirs);
  put.textContent = mine === '' ? dataset.putNothing : dataset.put.replace('{value}', mine);
  keep.addEventListener('click', () => choose(theirs));
  put.addEventListener('click', () => choose(mine));
  shown.set(input, row);
  above.after(row);
}
