// SPDX-License-Identifier: EUPL-1.2
// The fields of the forms that `kept.js` keeps, the line below them, and the requests that carry them.

const NOT_KEPT =
  '[type=hidden], [type=file], [type=password], [type=submit], [type=button], input[autocomplete=off], [data-keep=no], [readonly]';

export const isKept = (field) => !field.matches(`${NOT_KEPT}, button, fieldset, output`);
export const isText = (field) =>
  field.matches('textarea, input:not([type]), [type=text], [type=search], [type=email], [type=tel], [type=url]');
const isTicked = (field) => field.matches('[type=checkbox], [type=radio]');

export function isChanged(field, isTyped) {
  if (isTicked(field)) return isTyped ? field.checked : field.checked !== field.defaultChecked;
  if (field.localName === 'select') return isTyped || field.value !== defaultOf(field);
  return field.value !== (isTyped ? '' : field.defaultValue);
}

/** @param {HTMLSelectElement} field */
function defaultOf(field) {
  const options = [...field.options];
  return (options.find((option) => option.defaultSelected) ?? options[0])?.value;
}

export function valuesOf(field) {
  if (isTicked(field)) return field.checked ? [[field.name, field.value]] : [];
  return [[field.name, field.value]];
}

/** @returns whether the field has changed */
export function fillIn(field, values) {
  if (isTicked(field)) {
    const before = field.checked;
    field.checked = values.includes(field.value);
    return field.checked !== before;
  }
  const [value] = values;
  if (values.length > 1) values.shift();
  if (field.localName === 'select' && ![...field.options].some((option) => option.value === value)) return false;
  field.value = value;
  return true;
}

/** @returns whether the field has changed */
export function reset(field) {
  if (!isChanged(field, false)) return false;
  if (isTicked(field)) field.checked = field.defaultChecked;
  else field.value = field.localName === 'select' ? defaultOf(field) : field.defaultValue;
  return true;
}

/** Whether a field is changed by this script. */
export let isFilling = false;

/** Tells the other scripts of the page. */
export function tellChange(field) {
  isFilling = true;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  if (!isText(field)) field.dispatchEvent(new Event('change', { bubbles: true }));
  isFilling = false;
}

/** @type {HTMLTemplateElement} */
const template = document.getElementById('kept');

/** The sentences, and the sealed list of the forms of the page. */
export const words = template.dataset;

export class KeptLine {
  #form;
  #line = template.content.firstElementChild.cloneNode(true);

  /**
   * @param {HTMLFormElement} form
   * @param {(act: string | undefined) => void} press a button of the line was pressed
   */
  constructor(form, press) {
    this.#form = form;
    this.#line.addEventListener('click', ({ target }) => press(target.closest('[data-kept-do]')?.dataset.keptDo));
  }

  /** Puts the line below a field. @param {Element} field */
  place(field) {
    const slot = this.#form.querySelector('[data-kept-line]');
    const before = field.closest('.v-field')?.lastElementChild ?? field;
    const isThere = slot
      ? slot.contains(this.#line)
      : before === this.#line || before.nextElementSibling === this.#line;
    // A button that moves between the press and the release of a mouse is not clicked.
    if (isThere) return;
    if (slot) slot.append(this.#line);
    else before.after(this.#line);
  }

  /** The text is one that came back: it can be thrown away. */
  markBack() {
    this.#line.dataset.back = '';
  }

  focusUndo() {
    this.#line.querySelector('[data-kept-do=undo]').focus();
  }

  scrollIntoSight() {
    this.#line.scrollIntoView({ block: 'nearest' });
  }

  /** @param {{ said?: string, offer?: string, state?: '' | 'saving' | 'kept' | 'away', isBack?: boolean, isThrown?: boolean }} shown */
  show({ said, offer, state = '', isBack = this.#line.dataset.back !== undefined, isThrown = false }) {
    const line = this.#line;
    const status = line.querySelector('[role=status]');
    const other = line.querySelector('.v-keptline-other');
    line.dataset.state = state;
    line.hidden = !said && !offer;
    if (status.textContent !== (said ?? '')) status.textContent = said ?? '';
    line.querySelector('.v-keptline-said').hidden = !said;
    if (isBack && said && !isThrown) line.dataset.back = '';
    else delete line.dataset.back;
    line.querySelector('[data-kept-do=discard]').hidden = !isBack || state !== 'kept';
    line.querySelector('[data-kept-do=undo]').hidden = !isThrown;
    if (offer) other.firstElementChild.textContent = offer;
    if (state !== 'saving') other.hidden = !offer;
  }
}

/** The statuses after which sending the same again is useless. */
export const REFUSALS = [400, 409, 413];
/** The longest time of a save, in milliseconds. */
export const LIMIT = 8000;

/** A page without HTTPS has no `randomUUID`. */
export function newVersion() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function request(body) {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
  return { method: 'POST', headers, body, redirect: 'error' };
}

/** @returns the answer to a save, with what was sent */
export async function post(body) {
  const options = { ...request(JSON.stringify(body)), signal: AbortSignal.timeout(LIMIT) };
  const answer = await fetch('/kept', options).catch(() => undefined);
  const value = await answer?.json().catch(() => undefined);
  // A page of the network in place of an answer counts as none.
  return { body, value, status: answer?.ok && value === undefined ? 0 : (answer?.status ?? 0) };
}
