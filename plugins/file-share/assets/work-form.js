// SPDX-License-Identifier: EUPL-1.2
// Updates the effect of handing out a work after each change of its form. The server computes the effect, as it does when the form is sent.

const form = document.querySelector('form[data-work-form]');
/** @type {AbortController | undefined} */
let asking;

async function preview() {
  asking?.abort();
  asking = new AbortController();
  const fields = new URLSearchParams(new FormData(form));
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
  form.addEventListener('change', preview);
  // Going back in the history brings answers back.
  addEventListener('pageshow', ({ persisted }) => persisted && preview());
}

/** The sentence at the field says at once that a day is over; the server says it again. */
const dueOn = form?.querySelector('input[type=date][name=dueOn]');
const past = form?.querySelector('[data-past]');
dueOn?.addEventListener('input', () => {
  past.textContent = dueOn.validity.rangeUnderflow ? past.dataset.past : '';
});
