// SPDX-License-Identifier: EUPL-1.2
// Saves the draft of `write.js` while the person types: on the server and, without a network, on this device.
import { forgetText, loadTexts, storeText, textNames, textOf } from '/assets/core/device.js';
import { LONGEST_WAIT, pressAgain } from './press-again.js';

/** The time from the last key to the saving, and between two attempts without a network, in milliseconds. */
const PAUSE = 1500;
const AGAIN = 10_000;
/** Each page has a place of its own on the device: two tabs overwrite nothing of each other. */
const PAGE = crypto.getRandomValues(new Uint32Array(2)).join('-');

/** The draft of a form. */
export class Draft {
  /** @type {HTMLFormElement} */
  #form;
  /** @type {HTMLElement} */
  #status;
  #timer;
  #isSaving = false;
  #isSending = false;
  #isStopped = false;
  #isChanged = false;
  #isLeaving = false;
  /** Sentences that stay beside the state of the draft: what left the trash to make room for it. */
  #told = '';
  #said = '';
  /** @type {[string, object][]} The names and texts of earlier pages that the form took over. */
  #taken = [];

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#form = form;
    this.#status = form.querySelector('[data-write-status]');
    this.#said = this.#status.textContent;
    void loadTexts().then(() => this.#restore());
    form.addEventListener('input', ({ target }) => {
      if (target.name !== 'q') this.changed();
    });
    addEventListener('online', () => this.#isChanged && void this.#save());
    document.addEventListener('submit', (event) => this.#leave(event));
  }

  /** A text or a recipient has changed. */
  changed() {
    this.#isChanged = true;
    this.#keepHere();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), PAUSE);
  }

  /**
   * A button sends the form itself, once the server has its text: without a network the page stays.
   * @param {SubmitEvent} event
   */
  async send(event) {
    const { submitter: button } = event;
    if (this.#isStopped || button?.value === 'discard' || this.#isEmpty()) return this.stop();
    event.preventDefault();
    if (this.#isSending) return;
    this.#isSending = true;
    this.#isChanged = false;
    clearTimeout(this.#timer);
    this.#say(this.#status.dataset.saving);
    const answer = await postDraft(this.#form);
    this.#isSending = false;
    const isKept = answer.isAway || answer.isEnded;
    if (isKept || answer.isOk) this.#take(answer);
    if (isKept) return;
    this.#isStopped = true;
    pressAgain(this.#form, button);
  }

  /** The form itself is being sent. */
  stop() {
    countSave(this.#form);
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#forget();
  }

  /**
   * Handles a logout, which clears the device: the server first gets the text that it does not have yet. When it takes nothing, a second
   * press leaves.
   */
  async #leave(event) {
    const { target: logout } = event;
    if (new URL(logout.action).pathname !== '/logout' || !this.#isChanged || this.#isStopped) return;
    if (this.#isLeaving) return this.stop();
    event.preventDefault();
    this.#isLeaving = true;
    this.#isChanged = false;
    clearTimeout(this.#timer);
    const answer = await postDraft(this.#form);
    this.#take(answer);
    this.#isChanged = !answer.isOk;
    if (answer.isOk) logout.requestSubmit();
  }

  async #save() {
    if (this.#isStopped || this.#isSaving || this.#isSending || this.#isEmpty()) return;
    this.#isSaving = true;
    this.#isChanged = false;
    this.#say(this.#status.dataset.saving);
    const answer = await postDraft(this.#form);
    this.#isSaving = false;
    if (!this.#isStopped && !this.#isSending) this.#take(answer);
  }

  /** @param {{ isAway: boolean, isEnded: boolean, isOk: boolean, value: { url?: string, version?: number, status?: string, told?: string[], isChanged?: boolean } }} answer */
  #take({ isEnded, isOk, value }) {
    if (isOk) {
      this.#forget();
      // With the parameter, the form keeps another address than that of the page.
      this.#form.action = value.url + new URL(this.#form.action).search;
      hidden(this.#form, 'version').value = String(value.version);
      history.replaceState(history.state, '', value.url);
      this.#told += (value.told ?? []).map((sentence) => ` · ${sentence}`).join('');
      this.#say(value.status);
      if (this.#isChanged) this.changed();
      return;
    }
    this.#keepHere();
    if (value.status === undefined) {
      this.#isChanged = true;
      this.#say(isEnded ? this.#status.dataset.ended : this.#status.dataset.offline);
      this.#timer = setTimeout(() => void this.#save(), AGAIN);
      return;
    }
    // Another window has changed the draft, or a text is too long: the user decides.
    this.#isStopped = value.isChanged === true;
    this.#say(value.status);
  }

  /** Takes over what earlier pages have kept on this device and could not send, the newest text first. */
  async #restore() {
    if (this.#isChanged) return;
    const [newest, ...others] = textNames(this.#place).reverse();
    if (newest) await this.#takeOver(newest, true);
    for (const name of others) await this.#takeOver(name, false);
  }

  /**
   * Where the draft has changed since, or another text was taken over, a text becomes a draft of its own: a save of this page would else
   * delete it unseen.
   */
  async #takeOver(name, isNewest) {
    const kept = textOf(name);
    if (!kept) return undefined;
    const { subject, body, version } = this.#form.elements;
    const isSame = kept.subject.trim() === subject.value.trim() && kept.body.trim() === body.value.trim();
    const isAsShown = version ? kept.version === version.value : subject.value === '' && body.value === '';
    const isNext = isNewest && isAsShown;
    if (!isSame && !isNext) return this.#keepBeside(name, kept);
    if (!isNext && !this.#isChanged) return forgetText(name, kept);
    this.#taken.push([name, kept]);
    if (!isNext) return undefined;
    subject.value = kept.subject;
    body.value = kept.body;
    this.changed();
  }

  async #keepBeside(name, kept) {
    const fields = fieldsOf(this.#form);
    for (const own of ['form', 'turn', 'version']) fields.delete(own);
    fields.set('subject', kept.subject);
    fields.set('body', kept.body);
    const { isOk } = await post(this.#form.dataset.write, fields);
    // Without an answer it stays on the device, for the next page with this draft.
    if (!isOk) return;
    forgetText(name, kept);
    const told = ` · ${this.#status.dataset.beside}`;
    if (!this.#told.includes(told)) this.#told += told;
    this.#say(this.#said);
  }

  /** The server has the text of the form. */
  #forget() {
    forgetText(this.#name);
    for (const one of this.#taken.splice(0)) forgetText(...one);
  }

  #keepHere() {
    if (this.#isStopped || this.#isEmpty()) return;
    const { subject, body, version } = this.#form.elements;
    storeText(this.#name, { subject: subject.value, body: body.value, version: version?.value ?? '' });
  }

  /** The address of the form: a new message has its own. */
  get #place() {
    return `draft ${new URL(this.#form.action).pathname}`;
  }

  get #name() {
    return `${this.#place} ${PAGE}`;
  }

  #isEmpty() {
    const { subject, body, version } = this.#form.elements;
    return subject.value.trim() === '' && body.value.trim() === '' && !version;
  }

  /** @param {string} sentence */
  #say(sentence) {
    this.#said = sentence;
    const all = `${sentence}${this.#told}`;
    if (this.#status.textContent !== all) this.#status.textContent = all;
  }
}

/** @param {HTMLFormElement} form */
function postDraft(form) {
  countSave(form);
  return post(form.action, fieldsOf(form));
}

/** @param {HTMLFormElement} form */
function fieldsOf(form) {
  return new URLSearchParams([...new FormData(form)].filter(([name]) => name !== 'q'));
}

async function post(address, fields) {
  fields.set('do', 'keep');
  const signal = AbortSignal.timeout(LONGEST_WAIT);
  const options = { method: 'POST', body: fields, redirect: 'error', signal };
  const answer = await fetch(address, options).catch(() => undefined);
  const value = await answer?.json().catch(() => undefined);
  // An answer that broke off, and a page of the network in its place, count as no answer.
  const isAway = answer === undefined || answer.status >= 500 || (answer.ok && value === undefined);
  const isEnded = answer?.status === 401;
  return { isAway, isEnded, isOk: answer?.ok === true && value !== undefined, value: value ?? {} };
}

/**
 * Numbers what is sent: a save that a slow network delivers after a later one changes nothing.
 * @param {HTMLFormElement} form
 */
function countSave(form) {
  const turn = hidden(form, 'turn');
  turn.value = String(Number(turn.value) + 1);
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name a hidden field
 */
function hidden(form, name) {
  const known = form.querySelector(`input[type="hidden"][name="${name}"]`);
  if (known) return known;
  const made = Object.assign(document.createElement('input'), { type: 'hidden', name });
  form.append(made);
  return made;
}
