// SPDX-License-Identifier: EUPL-1.2
// Names the day and the hour in the button that plans a publication, and says at once that a day is over. Without this module the button says « Publier à cette date ».

for (const form of document.querySelectorAll('form[data-publish-date]')) {
  const words = form.querySelector('[data-words]');
  const without = words.textContent;
  const { day, hour } = form.elements;
  const name = () => {
    const date = new Date(`${day.value}T12:00:00Z`);
    const label = hour.selectedOptions[0]?.textContent ?? '';
    words.textContent = Number.isNaN(date.getTime())
      ? without
      : words.dataset.words.replace('{day}', dayInWords(date)).replace('{hour}', label);
  };
  // The server says it again, and refuses the day.
  const past = form.querySelector('[data-past]');
  day.addEventListener('input', () => {
    past.textContent = day.validity.rangeUnderflow ? past.dataset.past : '';
  });
  form.addEventListener('input', name);
  // A browser that comes back to the page may fill in another day than the page had.
  addEventListener('pageshow', name);
  name();
}

/** « 11 décembre », « 1er mai »: French counts the first day of a month. */
function dayInWords(date) {
  const { lang } = document.documentElement;
  const words = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(date);
  return lang === 'fr' ? words.replace(/^1 /, '1er ') : words;
}
