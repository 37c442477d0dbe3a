// SPDX-License-Identifier: EUPL-1.2
// Writes the number of ticks into the button of a form. Without this module, the button says what it does.

for (const form of document.querySelectorAll('[data-count-ticks]')) {
  const words = form.querySelector('[data-one]');
  const without = words.textContent;
  const show = () => {
    const count = form.querySelectorAll('input[type="checkbox"]:checked').length;
    const { one, other } = words.dataset;
    words.textContent = count === 0 ? without : count === 1 ? one : other.replace('2', String(count));
  };
  form.addEventListener('change', show);
  form.addEventListener('reset', () => setTimeout(show));
  show();
}
