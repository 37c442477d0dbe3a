// SPDX-License-Identifier: EUPL-1.2
// Writes into the button of a form how many ticks it takes, and how many others it refuses, and ticks all. Without this module, the button says
// what it does, and each box is ticked by itself.

for (const form of document.querySelectorAll('[data-count-ticks]')) {
  const words = form.querySelector('[data-one]');
  const without = words.textContent;
  const all = form.querySelector('[data-tick-all]');
  const show = () => {
    const boxes = [...form.querySelectorAll('input[type="checkbox"]')];
    const ticked = boxes.filter(({ checked }) => checked).length;
    // A form without reasons refuses nobody, and « later » is no refusal.
    const { reason } = form.elements;
    const refused = reason && reason.value !== 'later' ? boxes.length - ticked : 0;
    words.textContent = wordsOf(words.dataset, ticked, refused) ?? without;
    if (all) all.textContent = ticked === boxes.length ? all.dataset.tickNone : all.dataset.tickAll;
  };
  form.addEventListener('change', show);
  all?.addEventListener('click', () => {
    const boxes = [...form.querySelectorAll('input[type="checkbox"]')];
    const checked = boxes.some((box) => !box.checked);
    for (const box of boxes) box.checked = checked;
    form.dispatchEvent(new Event('change', { bubbles: true }));
  });
  if (all) all.hidden = false;
  form.addEventListener('reset', () => setTimeout(show));
  // A browser that comes back to the page may tick other boxes than the page did.
  addEventListener('pageshow', show);
  show();
}

/** « Accepter 1 livret », « Refuser 2 livrets », « Accepter 1 livret et en refuser 2 »; undefined for nothing at all. */
function wordsOf({ one, other, refuseOne, refuseOther, refuseToo }, ticked, refused) {
  const counted = (count, single, several) => (count === 1 ? single : several.replace('2', String(count)));
  if (ticked === 0 && refused === 0) return undefined;
  if (refused === 0) return counted(ticked, one, other);
  if (ticked === 0) return counted(refused, refuseOne, refuseOther);
  return `${counted(ticked, one, other)} ${refuseToo.replace('2', String(refused))}`;
}
