// SPDX-License-Identifier: EUPL-1.2
// Shows how much of the files of a draft has been sent. Without this script the form works as any other.

const form = document.querySelector('form[data-attach]');

if (form instanceof HTMLFormElement) {
  form.addEventListener('submit', (event) => {
    const field = form.elements.namedItem('files');
    if (!(field instanceof HTMLInputElement) || !field.files?.length) return;
    event.preventDefault();
    const heavy = [...field.files].filter(({ size }) => size > Number(form.dataset.max));
    const line = form.querySelector('[data-heavy]');
    line.textContent = heavy.map(({ name }) => `${name}\u00a0: ${line.dataset.heavy}`).join(' ');
    if (heavy.length > 0) return;
    send(form, [...field.files].map(({ name }) => name).join(', '));
  });
}

/**
 * @param {HTMLFormElement} form
 * @param {string} names
 */
function send(form, names) {
  const status = form.querySelector('[data-attach-status]');
  const bar = form.querySelector('progress');
  const button = form.querySelector('button');
  if (!(status instanceof HTMLElement) || !bar || !button) return;
  const body = new FormData(form);
  const request = new XMLHttpRequest();
  const show = (/** @type {number} */ percent) => {
    bar.value = percent;
    const sentence = status.dataset.sending?.replace('{name}', names).replace('{percent}', String(percent));
    // Each step is read out by screen readers: every tenth is enough.
    if (sentence && percent % 10 === 0) status.textContent = sentence;
  };
  const fail = () => {
    status.textContent = status.dataset.failed ?? '';
    bar.hidden = true;
    button.disabled = false;
  };
  request.upload.addEventListener('progress', ({ loaded, total }) => show(Math.floor((100 * loaded) / total)));
  request.addEventListener('error', fail);
  request.addEventListener('load', () => {
    if (request.status >= 400) return fail();
    location.assign(request.responseURL);
  });
  bar.hidden = false;
  button.disabled = true;
  show(0);
  request.open('POST', form.action);
  // The answer that is followed here must not take away the sentence that the next page shows once.
  request.setRequestHeader('X-Volee-Background', '1');
  request.send(body);
}
