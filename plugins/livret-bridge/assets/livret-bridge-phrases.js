// SPDX-License-Identifier: EUPL-1.2
// Adds a phrase to a text with one press. The list stands once on the page, below the general appreciation, and each text of a domain gets
// a copy when somebody opens it.

/** @param {HTMLFormElement} form */
export function offerPhrases(form) {
  const bank = form.querySelector('[data-bank]');
  if (!bank) return;
  for (const cell of form.querySelectorAll('[data-cell^="text:"]')) {
    if (!cell.querySelector('textarea')) continue;
    const copy = document.createElement('details');
    copy.className = bank.className;
    copy.append(bank.querySelector('summary').cloneNode(true));
    copy.addEventListener('toggle', () => copy.append(bank.querySelector('ul').cloneNode(true)), { once: true });
    cell.append(copy);
  }
  form.addEventListener('click', (event) => {
    const button = event.target.closest('button[name="phrase"]');
    if (!button) return;
    event.preventDefault();
    const cell = button.closest('[data-cell]') ?? form.querySelector('[data-cell="general"]');
    const text = cell.querySelector('textarea');
    if (text) addPhrase(text, button.value);
  });
}

/** @param {HTMLTextAreaElement} text */
function addPhrase(text, phrase) {
  const before = text.value.trimEnd();
  text.value = before === '' ? phrase : `${before} ${phrase}`;
  text.dispatchEvent(new Event('input', { bubbles: true }));
}
