// SPDX-License-Identifier: EUPL-1.2
// The text of one form, for `kept.js`.
import {
  fillIn,
  isChanged,
  isKept,
  isText,
  KeptLine,
  newVersion,
  post,
  REFUSALS,
  request,
  reset,
  tellChange,
  valuesOf,
  words,
} from './kept-fields.js';

/** The pause after the last key, and the longest time from the first one to a save, in milliseconds. */
const PAUSE = 600;
const LONGEST = 1400;
/** The time after which a save is called one, and the shortest and the longest time between two attempts. */
const SLOW = 500;
const AGAIN = 5000;
const LONGEST_PAUSE = 300_000;
/** The longest text that a browser sends while a page goes away, in characters. */
const LAST = 15_000;
const PAGE = newVersion();

/** @type {typeof import('./kept-device.js') | undefined} Undefined on the pages of pupils. */
let device;

const isOpened = () => performance.getEntriesByType('navigation')[0]?.type === 'navigate';
const isOnDevice = () => device !== undefined && !device.isOnPageOnly();

/** The device, once its texts are read. */
export function useDevice(module) {
  device = module;
}

export class KeptForm {
  #form;
  #line;
  /** Versions by which the server knows that this page has seen the last text. */
  #after = [];
  #isKnown = false;
  #isDirty = false;
  /** When the text was written: the newest one is shown. */
  #at = Date.now();
  #dirtySince;
  #timer;
  /** @type {Promise<void> | undefined} The save on its way. */
  #saving;
  #isSent = false;
  #isAway = false;
  /** The status with which the server refused the text: it would refuse the same again. */
  #refusal;
  /** The time until the next attempt. It doubles: a page may be forgotten in its tab. */
  #pause = AGAIN;
  #thrown = [];
  /** The changes with which the page began, as JSON. */
  #given;

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#form = form;
    const { version, fields, said, offer } = JSON.parse(form.dataset.keptState ?? '{}');
    const isTyped = form.dataset.keptTyped !== undefined;
    if (version !== undefined) this.#after = [version];
    this.#isKnown = form.dataset.keptState !== undefined;
    this.#line = new KeptLine(form, (act) => void this.#press(act));
    const first = this.#fields().find(isText);
    if (first) this.#line.place(first);
    this.#line.show({});
    if (fields && !this.#changes().length) this.#fill(fields);
    // Something was typed before this script ran: it does not go on from the kept text.
    else if (fields && JSON.stringify(fields) !== JSON.stringify(this.#changes())) this.#writeBeside();
    // After "back" and a reload, a browser fills in values that may have been sent.
    else if (!fields && isOpened() && this.#typed()) this.changed(this.#typed());
    if (said || offer) this.#line.show({ said, offer, state: 'kept', isBack: fields !== undefined });
    if (isTyped && this.#changes().length > 0) this.changed();
    this.#given = JSON.stringify(this.#changes());
    void this.#readLate();
  }

  /** The browser has put older values into the fields after this script ran. */
  noteRestored() {
    if (!this.#isDirty && this.#isKnown && JSON.stringify(this.#changes()) !== this.#given) this.#writeBeside();
  }

  #writeBeside() {
    this.#after = [];
    this.changed(this.#typed(), 0);
  }

  /** The first text that differs from that of the page. */
  #typed() {
    return this.#fields().find((one) => isText(one) && isChanged(one, false));
  }

  /** The last save of the page before may have arrived after this page was made. */
  async #readLate() {
    if (late((storage) => storage.getItem(LATE)) !== this.#form.dataset.kept) return;
    const answer = await post(this.#request({ do: 'read' }));
    if (answer.value?.state === 'taken' && !this.#isDirty) this.#take(answer.value);
  }

  /** Stores what was typed before the device was there. */
  storeTyped() {
    if (this.#isDirty) this.#store();
  }

  /** Shows the text of another page, where that goes on from the text of this one. @returns whether it does */
  takeOver({ fields, after, isKnown, shown, at }) {
    const isNext = this.#after.length > 0 ? after.includes(this.#after[0]) : !isKnown;
    if (!isNext || this.#isDirty || shown !== this.#shown()) return false;
    this.#reset();
    this.#fill(fields);
    this.#after = after;
    this.#isKnown = isKnown;
    this.#line.markBack();
    this.changed(undefined, at);
    return true;
  }

  /** The name of its text on the device: each page has one of its own. */
  get name() {
    return `kept ${this.#form.dataset.kept} ${PAGE}`;
  }

  get isSaving() {
    return this.#saving !== undefined;
  }

  get isUntaken() {
    return this.#isDirty || this.isSaving;
  }

  /** Whether a text would be lost with the page. */
  get isAway() {
    if (!this.#isDirty || this.#isSent) return false;
    return (
      this.#refusal !== undefined || (!isOnDevice() && (this.#isAway || JSON.stringify(this.#changes()).length > LAST))
    );
  }

  /** @param {Element} [field] in which something was typed @param {number} [at] when */
  changed(field, at = field ? Date.now() : this.#at) {
    if (field && isText(field)) this.#line.place(field);
    this.#isSent = false;
    this.#isDirty = true;
    this.#at = at;
    this.#dirtySince ??= Date.now();
    this.#store();
    clearTimeout(this.#timer);
    const left = this.#dirtySince + LONGEST - Date.now();
    this.#timer = setTimeout(() => void this.save(), Math.max(0, Math.min(PAUSE, left)));
  }

  /** Stores on the device what the server does not have. */
  #store() {
    const [at, after, isKnown] = [this.#at, this.#after, this.#isKnown];
    const text = { fields: this.#changes(), after, isKnown, shown: this.#shown(), at };
    if (text.fields.length > 0) device?.storeText(this.name, text);
    else device?.forgetText(this.name);
  }

  /** Saves what has changed, and waits for a save on its way. */
  async save() {
    clearTimeout(this.#timer);
    while (this.#saving) await this.#saving;
    if (!this.#isDirty || this.#isSent) return;
    this.#saving = this.#save();
    await this.#saving;
  }

  async #save() {
    const slow = setTimeout(() => this.#line.show({ said: words.saving, state: 'saving' }), SLOW);
    const answer = await post(this.#body());
    clearTimeout(slow);
    this.#saving = undefined;
    if (answer.status === 200) this.#taken(answer);
    else this.#untaken(answer.status);
  }

  /** The last save before the page goes. */
  saveLast() {
    if (!this.#isDirty || this.#isSent) return;
    const body = JSON.stringify(this.#body());
    if (body.length > LAST) return;
    this.#isDirty = false;
    late((storage) => storage.setItem(LATE, this.#form.dataset.kept));
    void fetch('/kept', { ...request(body), keepalive: true }).catch(() => undefined);
  }

  /**
   * Saves the text before its form is sent: an answer that never comes would else take the only copy with it.
   * @returns whether the form may go; the server may have refused to keep the text
   */
  async saveToSend() {
    this.#isSent = false;
    do await this.save();
    while (this.#isDirty && !this.#isAway);
    if (!this.#isDirty || this.#refusal) return true;
    this.#line.scrollIntoSight();
    return false;
  }

  /** The form is being sent: no save may come after it. */
  send() {
    this.#isSent = true;
    clearTimeout(this.#timer);
    // The host may not take the form either, as when another person has logged in since.
    if (!this.#isDirty || this.#refusal !== 409) device?.forgetText(this.name);
  }

  /** Names the versions of this page in the address to which the form is sent: another text stays. */
  nameVersions(submitter) {
    const { kept: key } = this.#form.dataset;
    const named = new RegExp(`~${key}(?:~[\\w.]*)?`);
    for (const address of [this.#form.getAttributeNode('action'), submitter?.getAttributeNode('formaction')])
      if (address) address.value = address.value.replace(named, `~${key}~${this.#after.join('.')}`);
  }

  /** The form was not sent after all. */
  stay() {
    this.#isSent = false;
    if (this.#isDirty) this.changed();
  }

  /** The request with the fields that the server does not have yet. */
  #body() {
    const fields = this.#changes();
    const version = newVersion();
    const body = { do: fields.length > 0 ? 'keep' : 'discard', fields, version };
    const asked = this.#request(body);
    this.#after = [...this.#after.slice(-20), version];
    this.#isDirty = false;
    this.#dirtySince = undefined;
    return asked;
  }

  #request(body) {
    const { kept: key } = this.#form.dataset;
    const own = {
      page: words.page,
      key,
      after: this.#after,
      isKnown: this.#isKnown,
      age: Math.max(0, Date.now() - this.#at),
    };
    return { ...own, version: newVersion(), fields: [], ...body };
  }

  #taken({ value, body }) {
    this.#isAway = false;
    this.#refusal = undefined;
    this.#pause = AGAIN;
    if (!this.#isDirty) device?.forgetText(this.name);
    const { state, said, offer } = value;
    if (state === 'discarded') {
      this.#after = [];
      this.#isKnown = false;
      return this.#line.show({});
    }
    this.#after = [body.version];
    if (state === 'kept') this.#isKnown = true;
    if (!this.#isDirty) this.#line.show({ said, offer, state: 'kept' });
    else this.changed();
  }

  /** The one place where a page knows that the server has not taken its text. */
  #untaken(status) {
    this.#isDirty = true;
    this.#isAway = true;
    this.#refusal = REFUSALS.find((one) => one === status);
    if (this.#refusal) {
      this.#line.show({ said: status === 413 ? words.long : words.stale, state: 'away' });
      return;
    }
    const word = status === 401 ? 'ended' : 'offline';
    this.#line.show({ said: words[isOnDevice() ? `${word}Here` : word], state: 'away' });
    this.#timer = setTimeout(() => void this.save(), this.#pause);
    this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE);
  }

  async #press(act) {
    if (act === 'discard') {
      this.#thrown = this.#changes();
      await this.save();
      const answer = await post(this.#request({ do: 'discard' }));
      if (answer.status !== 200) return this.#untaken(answer.status);
      this.#reset();
      device?.forgetText(this.name);
      this.#after = [];
      this.#isKnown = false;
      this.#line.show({ said: words.gone, isThrown: true });
      this.#line.focusUndo();
    } else if (act === 'undo') {
      this.#fill(this.#thrown);
      this.changed();
    } else if (act === 'take') {
      await this.save();
      // A text that the server has refused is on this page alone.
      if (this.#isDirty) return;
      const answer = await post(this.#request({ do: 'take' }));
      if (answer.status !== 200) return this.#untaken(answer.status);
      if (answer.value.state !== 'taken') return this.#line.show({});
      this.#take(answer.value);
      this.#fields().find(isText)?.focus();
    }
  }

  #take({ fields, version, said }) {
    this.#reset();
    this.#fill(fields);
    this.#after = [version];
    this.#isKnown = true;
    this.#line.show({ said, state: 'kept', isBack: true });
  }

  /** The fields that are kept: also those outside of the form that belong to it. */
  #fields() {
    return [...this.#form.elements].filter((field) => field.name && !field.disabled && isKept(field));
  }

  /** The texts that the server gave to the page. */
  #shown() {
    return this.#fields()
      .filter(isText)
      .map(({ defaultValue }) => defaultValue)
      .join('\n');
  }

  /** The values of the fields that differ from what the server showed, by name. */
  #changes() {
    const fields = this.#fields();
    const isTyped = this.#form.dataset.keptTyped !== undefined;
    const changed = new Set(fields.filter((field) => isChanged(field, isTyped)).map(({ name }) => name));
    if (isTyped && !fields.some((field) => isText(field) && changed.has(field.name))) return [];
    return fields.filter(({ name }) => changed.has(name)).flatMap(valuesOf);
  }

  #fill(values) {
    const byName = new Map();
    for (const [name, value] of values) byName.set(name, [...(byName.get(name) ?? []), value]);
    for (const field of this.#fields()) {
      const left = byName.get(field.name);
      if (!left || !fillIn(field, left)) continue;
      const fold = field.closest('details:not([open])');
      if (fold) fold.open = true;
      if (isText(field)) this.#line.place(field);
      tellChange(field);
    }
  }

  #reset() {
    for (const field of this.#fields()) if (reset(field)) tellChange(field);
  }
}

/** The key of a form with a last save on its way, until the next page. It says nothing of the text. */
const LATE = 'kept late';

/** Without a storage, the next page shows the text of the save before. */
function late(act) {
  try {
    return act(sessionStorage);
  } catch {
    return undefined;
  }
}

export const forgetLate = () => late((storage) => storage.removeItem(LATE));
