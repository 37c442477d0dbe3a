// SPDX-License-Identifier: EUPL-1.2
// Updates the page of a message. Without this module each button loads the page anew; with it, the recipients and the fate of the message
// follow what is chosen and typed, and the draft is saved meanwhile.
import { Draft } from './write-draft.js';
import { addFormatting } from './write-format.js';

/** The time from the last key to the search, in milliseconds. */
const PAUSE = 200;

const form = document.querySelector('[data-write]');
const draft = new Draft(form);
addFormatting(form);

let timer;
let request = new AbortController();

form.addEventListener('input', ({ target }) => {
  if (target.name !== 'q') return;
  clearTimeout(timer);
  timer = setTimeout(() => showParts(), PAUSE);
});
form.addEventListener('change', ({ target }) => {
  if (target.type === 'checkbox') chosen();
});
form.addEventListener('submit', (event) => {
  const { submitter } = event;
  if (
    submitter?.name !== 'add' &&
    submitter?.name !== 'remove' &&
    submitter?.value !== 'search' &&
    submitter?.value !== 'clear'
  ) {
    void draft.send(event);
    return;
  }
  event.preventDefault();
  if (submitter.name === 'remove') submitter.closest('li').querySelector('input').remove();
  if (submitter.name === 'add') {
    add(submitter.value);
    form.elements.q.value = '';
  }
  if (submitter.value === 'clear') form.elements.q.value = '';
  if (submitter.value === 'search') void showParts();
  else if (submitter.value === 'clear') void showParts('q');
  else chosen('q');
});

/** @param {string} key the field and the value of a recipient, with a space between */
function add(key) {
  const [name, value] = key.split(' ');
  const input = Object.assign(document.createElement('input'), { type: 'hidden', name, value });
  form.querySelector('[data-part="choice"]').append(input);
}

/** @param {string} [focus] the field that has the focus afterwards */
function chosen(focus) {
  draft.changed();
  void showParts(focus);
}

/**
 * Reads the page again for these recipients and this search, and takes over the parts beside the text.
 * @param {string} [focus]
 */
async function showParts(focus) {
  request.abort();
  request = new AbortController();
  const { signal } = request;
  const answer = await fetch(addressOfParts(), { signal }).catch(() => undefined);
  if (!answer?.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (signal.aborted) return;
  const search = form.elements.q;
  const caret = document.activeElement === search ? search?.selectionStart : undefined;
  const typed = search?.value;
  const ticked = document.activeElement?.type === 'checkbox' ? document.activeElement.id : undefined;
  const isOpen = [...form.querySelectorAll('details[id]')].filter(({ open }) => open).map(({ id }) => id);
  for (const part of form.querySelectorAll('[data-part]')) {
    const next = page.querySelector(`[data-part="${part.dataset.part}"]`);
    if (next) part.replaceChildren(...next.childNodes);
  }
  for (const id of isOpen) document.getElementById(id)?.setAttribute('open', '');
  if (ticked) document.getElementById(ticked)?.focus();
  const field = form.elements.q;
  if (!field) return;
  field.value = typed ?? '';
  if (caret === undefined && focus !== 'q') return;
  field.focus();
  field.setSelectionRange(caret ?? field.value.length, caret ?? field.value.length);
}

function addressOfParts() {
  const fields = [...new FormData(form)].filter(([name]) => name === 'q' || name === 'urgent' || name.startsWith('to'));
  return `${form.dataset.write}?${new URLSearchParams(fields)}`;
}
