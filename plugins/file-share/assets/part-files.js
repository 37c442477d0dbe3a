// SPDX-License-Identifier: EUPL-1.2
// A file of a work is sent as soon as it is chosen. The word that is being written stays meanwhile.

const files = document.querySelector('form[data-part-files]');
const words = document.querySelector('form[data-part-word]');
const key = `word ${location.pathname}`;

if (files) {
  const button = files.querySelector('button');
  const status = files.querySelector('[data-adding]');
  button.hidden = true;
  files.addEventListener('change', () => {
    status.textContent = status.dataset.adding;
    files.submit();
  });
  // Back from another page, the browser may show this one as it was.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
}

if (words) {
  const field = words.querySelector('textarea');
  const kept = sessionStorage.getItem(key);
  if (kept !== null && !field.matches('[aria-invalid]')) field.value = kept;
  field.addEventListener('input', () => sessionStorage.setItem(key, field.value));
  words.addEventListener('submit', () => sessionStorage.removeItem(key));
}
