// SPDX-License-Identifier: EUPL-1.2
// The panel of phrases beside a text: one press adds a phrase, a search shortens the list, and Escape closes the sheet of a phone.

/** @param {HTMLFormElement} form */
export function offerPhrases(form) {
  const bank = form.querySelector('[data-bank]');
  if (!bank) return;
  const fieldId = bank.dataset.bank;
  bank.addEventListener('click', (event) => {
    const button = event.target.closest('button[name="phrase"]');
    if (!button) return;
    event.preventDefault();
    const text = document.getElementById(fieldId);
    if (text?.tagName === 'TEXTAREA') addPhrase(text, button.value);
  });
  const search = bank.querySelector('[data-find]');
  search.hidden = false;
  search.addEventListener('input', () => find(bank, search.value));
  search.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault());
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && location.hash === `#${bank.id}`) location.hash = fieldId;
  });
  // The sheet covers the lower half of a phone: the field stays in sight above it.
  const showField = () => {
    if (location.hash === `#${bank.id}`) document.getElementById(fieldId)?.scrollIntoView({ block: 'start' });
  };
  addEventListener('hashchange', showField);
  showField();
}

/** @param {HTMLTextAreaElement} text */
function addPhrase(text, phrase) {
  const before = text.value.trimEnd();
  text.value = before === '' ? phrase : `${before} ${phrase}`;
  text.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Letters without their accents, so that « eleve » finds « élève ». */
const plain = (words) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function find(bank, words) {
  const wanted = plain(words).split(/\s+/);
  let count = 0;
  for (const item of bank.querySelectorAll('li')) {
    const phrase = plain(item.textContent);
    item.hidden = !wanted.every((word) => phrase.includes(word));
    if (!item.hidden) count += 1;
  }
  bank.querySelector('[data-found-none]').hidden = count > 0;
}
