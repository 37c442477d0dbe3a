// SPDX-License-Identifier: EUPL-1.2
// The bar below a list: hidden until something is ticked, and telling how many are. Without this script it always stands there.

const form = document.querySelector('#file-share-pick');
const bar = form?.querySelector('[data-pick]');
const said = bar?.querySelector('[data-pick-count]');

if (bar && said) {
  const without = said.textContent;
  const tell = () => {
    const count = form.querySelectorAll('[name="ids"]:checked').length;
    const words = count === 1 ? bar.dataset.one : bar.dataset.many;
    bar.hidden = count === 0;
    said.textContent = count === 0 ? without : words.replace('{count}', String(count));
  };
  form.addEventListener('change', tell);
  // Going back in the history brings ticks back.
  window.addEventListener('pageshow', tell);
  tell();
}
