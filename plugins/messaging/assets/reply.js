// SPDX-License-Identifier: EUPL-1.2
// Attaches files to a reply as soon as they are chosen. Without this script they go with the reply.

/** The forms that are on their way: a second send would stop the first one, and its files with it. */
let sent = new WeakSet();

// The form may have been read again: `live.js` puts another one in its place.
document.addEventListener('change', ({ target }) => {
  if (!isField(target) || !target.files?.length || !target.form || sent.has(target.form)) return;
  const { form, files } = target;
  // A file that is too heavy is named before anything is sent.
  const heavy = [...files].filter(({ size }) => size > Number(target.dataset.max));
  const line = form.querySelector('[data-heavy]');
  line.textContent = heavy.map(({ name }) => `${name}\u00a0: ${line.dataset.heavy}`).join(' ');
  if (heavy.length > 0) {
    target.value = '';
    return;
  }
  const status = form.querySelector('[data-reply-status]');
  const names = [...files].map(({ name }) => name).join(', ');
  if (status instanceof HTMLElement) status.textContent = (status.dataset.sending ?? '').replace('{name}', names);
  sent.add(form);
  form.requestSubmit(form.querySelector('[data-reply-attach]'));
});

document.addEventListener('click', (event) => {
  if (isField(event.target) && event.target.form && sent.has(event.target.form)) event.preventDefault();
});

// « Back » brings the page as it was left.
addEventListener('pageshow', () => {
  sent = new WeakSet();
});

/**
 * @param {EventTarget | null} target
 * @returns {target is HTMLInputElement}
 */
function isField(target) {
  return target instanceof HTMLInputElement && target.dataset.replyFiles !== undefined;
}
