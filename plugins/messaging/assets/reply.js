// SPDX-License-Identifier: EUPL-1.2
// Attaches files to a reply as soon as they are chosen. Without this script they go with the reply.

// The form may have been read again: `live.js` puts another one in its place.
document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.dataset.replyFiles === undefined || !target.files?.length) return;
  const { form, files } = target;
  const status = form?.querySelector('[data-reply-status]');
  const names = [...files].map(({ name }) => name).join(', ');
  if (status instanceof HTMLElement) status.textContent = (status.dataset.sending ?? '').replace('{name}', names);
  form?.requestSubmit(form.querySelector('[data-reply-attach]'));
});
