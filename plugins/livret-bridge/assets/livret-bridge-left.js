// SPDX-License-Identifier: EUPL-1.2
// Shows the tasks left on the page of a bilan: tags beside empty lines, links beside the page, and the button that ends it.
import { nameOf, showTag, valueOf } from './livret-bridge-cells.js';

/** @param {HTMLFormElement} form */
export function showLeft(form) {
  const isEmpty = new Map();
  for (const cell of form.querySelectorAll('[data-cell]')) {
    const missing = cell.querySelector('[data-missing]');
    const off = missing?.dataset.missing === 'off';
    isEmpty.set(nameOf(cell), !off && !cell.querySelector('[data-clash]') && valueOf(cell).trim() === '');
    if (missing) showTag(missing, 'missing-tag', isEmpty.get(nameOf(cell)));
  }
  let count = form.querySelectorAll('[data-cell] [data-clash]').length;
  for (const link of form.querySelectorAll('[data-left]')) {
    const left = link.dataset.left.split(' ').filter((name) => isEmpty.get(name));
    link.hidden = left.length === 0;
    if (left.length > 0) count += 1;
    if (left.length > 0 && left[0] !== 'general') link.querySelector('a').hash = `cell-${left[0]}`;
    const number = link.querySelector('[data-left-number]');
    if (number) number.textContent = String(left.length);
  }
  form.querySelector('[data-left-none]').hidden = count > 0;
  showCount(form, count);
}

function showCount(form, count) {
  const told = form.querySelector('[data-left-count]');
  const button = form.querySelector('[data-ready]');
  if (!told || !button) return;
  const { none, one, other } = told.dataset;
  told.textContent = count === 0 ? none : count === 1 ? one : other.replace('2', String(count));
  if (count > 0) button.setAttribute('aria-disabled', 'true');
  else button.removeAttribute('aria-disabled');
}
