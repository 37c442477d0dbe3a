// SPDX-License-Identifier: EUPL-1.2
// Counts the characters of a text while it is typed. Without this script, the server counts them.

for (const line of document.querySelectorAll('[data-letters-of]')) {
  const field = document.getElementById(line.dataset.lettersOf);
  const words = line.textContent;
  const count = () => {
    line.textContent = words.replace('#', String(field.value.trim().length));
    line.hidden = false;
  };
  field.addEventListener('input', count);
  // A text that was kept comes back after the page.
  window.addEventListener('pageshow', count);
  count();
}
