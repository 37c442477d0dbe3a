// SPDX-License-Identifier: EUPL-1.2
// Updates the effect of handing out a work after each change of its form, as the server computes it, and says what happens to its files.

const form = document.querySelector('form[data-work-form]');
const fileFields = form ? [...form.querySelectorAll('[type=file]')] : [];
/** @type {AbortController | undefined} */
let asking;
/** How long typing pauses, in milliseconds, before the server is asked. */
const REST = 300;
let waiting;

async function preview() {
  asking?.abort();
  asking = new AbortController();
  const data = new FormData(form);
  for (const { name } of fileFields) data.delete(name);
  const fields = new URLSearchParams(data);
  fields.set('do', 'preview');
  try {
    const answer = await fetch(form.getAttribute('action'), { method: 'POST', body: fields, signal: asking.signal });
    if (answer.ok) show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
  } catch {
    // Another change came first, or the line is cut: the page stays as it is, and the server answers when the form is sent.
  }
}

/** @param {Document} fresh */
function show(fresh) {
  for (const part of form.querySelectorAll('[data-preview]')) {
    const now = fresh.querySelector(`[data-preview="${part.dataset.preview}"]`);
    if (now) part.replaceChildren(...now.childNodes);
  }
  // The effect is read out, since it stands beside the field that was changed.
  const button = form.querySelector('[data-preview="button"]');
  if (button) form.querySelector('[data-preview-status]').textContent = button.textContent;
}

if (form) {
  // Not "change": WebKit tells it of a date only when the field is left.
  form.addEventListener('input', ({ target }) => {
    if (fileFields.includes(target)) return weigh(target);
    clearTimeout(waiting);
    waiting = setTimeout(preview, REST);
  });
  form.addEventListener('submit', noteSending);
}

/** The sentence at the field says at once that a day is over; the server says it again. */
const dueOn = form?.querySelector('input[type=date][name=dueOn]');
const past = form?.querySelector('[data-past]');
dueOn?.addEventListener('input', () => {
  past.textContent = dueOn.validity.rangeUnderflow ? past.dataset.past : '';
});

/**
 * A file that is too heavy is named as soon as it is chosen: the form does not go with it.
 * @param {HTMLInputElement} field
 */
function weigh(field) {
  const heavy = [...field.files].filter(({ size }) => size > Number(field.dataset.max));
  const line = field.parentElement.querySelector('[data-heavy]');
  line.textContent = heavy.map(({ name }) => `${name}\u00a0: ${line.dataset.heavy}`).join(' ');
  field.setCustomValidity(line.textContent);
}

/** Presses that come faster than this, in milliseconds, are a double click: the second one would break off the files of the first. */
const PAUSE = 1000;
let sentAt = -Infinity;

/** @param {SubmitEvent} event */
function noteSending(event) {
  if (event.timeStamp - sentAt < PAUSE) return event.preventDefault();
  sentAt = event.timeStamp;
  const status = form.querySelector('[data-adding]');
  if (fileFields.some(({ files }) => files.length > 0)) status.textContent = status.dataset.adding;
}
