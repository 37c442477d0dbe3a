// SPDX-License-Identifier: EUPL-1.2
// Reads and writes the fields of a bilan by the names of their cells: values as the server stores them, one text for each cell.

/** @param {HTMLElement} cell an element with `data-cell` */
export const nameOf = (cell) => cell.dataset.cell;

/** The inputs of a cell: a text area, five radio bricks, or ticks. */
function fieldsOf(cell) {
  return [...cell.querySelectorAll('textarea, input[type="radio"], input[type="checkbox"]')];
}

/**
 * @param {boolean} isFirst whether to return the value that the server sent, whatever was typed since
 */
export function valueOf(cell, isFirst = false) {
  const fields = fieldsOf(cell);
  if (fields[0]?.tagName === 'TEXTAREA') return isFirst ? fields[0].defaultValue : fields[0].value;
  const ticked = fields.filter((one) => (isFirst ? one.defaultChecked : one.checked)).map((one) => one.value);
  return ticked.join(nameOf(cell) === 'strengths' ? ' ' : '\n');
}

/** Shows a value, adding ticks that the page does not have yet. */
export function showValue(cell, value) {
  const fields = fieldsOf(cell);
  if (fields[0]?.tagName === 'TEXTAREA') {
    fields[0].value = value;
    return;
  }
  const values = value.split(nameOf(cell) === 'strengths' ? ' ' : '\n').filter((one) => one !== '');
  if (nameOf(cell).startsWith('elements:')) {
    for (const one of values) if (!fields.some((field) => field.value === one)) addTick(cell, one);
  }
  for (const field of fieldsOf(cell)) field.checked = values.includes(field.value);
}

/** Adds an element to tick, which the page did not offer. */
export function addTick(cell, label) {
  const item = document.querySelector('template[data-pick]').content.firstElementChild.cloneNode(true);
  const input = item.querySelector('input');
  input.name = nameOf(cell);
  input.value = label;
  input.checked = true;
  item.querySelector('span').textContent = label;
  cell.querySelector('ul').append(item);
}

/**
 * The length of a text as the server counts it: in UTF-16 units, with one character at the end of a line, and without white space around.
 */
export const lengthOf = (text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim().length;

/** Fills a place for a tag, or empties it. @param {string} name that of the template, `missing-tag` or `kept-tag` */
export function showTag(place, name, isShown) {
  if (isShown === place.childElementCount > 0) return;
  if (isShown) place.append(document.querySelector(`template[data-${name}]`).content.cloneNode(true));
  else place.replaceChildren();
}
