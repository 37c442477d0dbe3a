// SPDX-License-Identifier: EUPL-1.2
// Writes the number of ticks into the button of a form. Without this module the button names what is ticked, and works the same.

for (const form of document.querySelectorAll('form[data-ticks]')) {
  const count = () => countTicks(form);
  form.addEventListener('change', count);
  // A browser that comes back to the page may tick other boxes than the page did.
  addEventListener('pageshow', count);
  count();
}

/** `data-count` of a tick is the number of bilans that it stands for. */
function countTicks(form) {
  const ticks = [...form.querySelectorAll('input[type="checkbox"]:checked')];
  const number = ticks.reduce((sum, { dataset }) => sum + Number(dataset.count ?? 1), 0);
  for (const label of form.querySelectorAll('[data-one]')) {
    const { one, other, none } = label.dataset;
    if (number === 0 && none === undefined) continue;
    label.textContent = number === 0 ? none : number === 1 ? one : other.replace('99', number);
  }
}
