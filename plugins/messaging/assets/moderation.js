// SPDX-License-Identifier: EUPL-1.2
// Shows, on the page of messages to accept, how many are ticked, and the text of the chosen word. The page works without this script.

const NUMBER = 'messaging-together';

/** Everything is looked up at each event, since the part is replaced when something changed. */
document.addEventListener('change', ({ target }) => {
  if (target.name === 'review') count();
  if (target.name === 'reason') fillWord(target.form);
});
document.addEventListener('toggle', ({ target }) => target.open && fillWord(target.closest('form')), true);
count();
new MutationObserver(count).observe(document.querySelector('main'), { childList: true });

/** Writes the number of ticked messages into the bar, which is there for ticked messages alone. */
function count() {
  const bar = document.getElementById(NUMBER);
  if (!bar) return;
  const ticked = document.querySelectorAll('[name="review"]:checked').length;
  bar.hidden = ticked === 0;
  const { one, other, acceptOne, acceptOther } = bar.dataset;
  const text = (single, several) => (ticked === 1 ? single : several.replace('99', ticked));
  bar.querySelector('[data-chosen]').textContent = text(one, other);
  bar.querySelector('[value="accept"]').lastChild.textContent = text(acceptOne, acceptOther);
}

/** Shows the word that the author would read, unless the teacher has written another one. */
function fillWord(form) {
  const field = form?.elements.namedItem('word');
  if (!field) return;
  const words = JSON.parse(document.querySelector('[data-words]').dataset.words);
  if (field.value !== '' && !Object.values(words).includes(field.value)) return;
  field.value = words[form.elements.namedItem('reason').value] ?? '';
}
