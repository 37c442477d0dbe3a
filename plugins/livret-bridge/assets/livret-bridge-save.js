// SPDX-License-Identifier: EUPL-1.2
// Saves cells of bilans one by one while a person types; cells that the server does not have yet
// stay on this device. Each cell has a place of its own for each page, so that two tabs never write over each other (ADR 142).
import { forgetText, isOnPageOnly, loadTexts, storeText, textNames, textOf } from '/assets/core/device.js';

const PREFIX = 'livret-bridge ';
/** Tells the texts of this page from those of other tabs. `randomUUID` needs HTTPS, and without it the device stores nothing. */
const PAGE = globalThis.crypto.randomUUID?.() ?? 'page';
const SOON = 5_000;
const LATER = 60_000;
const LONGEST = 20_000;
/** The statuses after which sending the same again is useless. */
const REFUSALS = [400, 403, 404, 409, 413];

/**
 * A change on this device.
 * @typedef {object} Change
 * @property {string} url the address of the bilan's changes, with its id
 * @property {string} cell
 * @property {string} was the value that the server last gave
 * @property {string} now
 * @property {string[]} sent values on their way: the answer to one of them may be lost
 */

/**
 * The outcome of a cell. `kept`: an earlier page could not send it. `clash`: somebody else wrote `value` meanwhile, and
 * `sentence` names them and the moment. `refused`: `sentence` says why; the device keeps it.
 * @typedef {{ state: 'kept' | 'saved' | 'clash' | 'refused', url: string, cell: string, value: string, mine: string, sentence?: string }} News
 */

export class Saver {
  #bar;
  #status;
  #show;
  #channel = new BroadcastChannel('livret-bridge');
  #isRunning = false;
  #isLeaving = false;
  /** @type {Set<string>} Keys that wait until the person has stopped typing. */
  #resting = new Set();
  /**
   * @type {Map<string, string | undefined>} Keys that wait for the person, each with the reason, except for a choice.
   */
  #blocked = new Map();
  /** @type {Map<string, string>} By cell: the key that this page writes, of its own or of an earlier page. */
  #own = new Map();
  /** @type {Map<string, string>} By cell: the key of the text that the person is asked about. */
  #asked = new Map();
  #trouble;
  #timer;
  #pause = SOON;

  /**
   * @param {HTMLElement} bar the part of the page that `SaveBar` draws
   * @param {(news: News) => void} show paints a cell, if the page has it
   */
  constructor(bar, show) {
    this.#bar = bar;
    this.#status = bar.querySelector('[data-save-status]');
    if (bar.dataset.idle) this.#status.textContent = bar.dataset.idle;
    this.#status.parentElement.hidden = false;
    this.#show = show;
    this.#channel.addEventListener('message', ({ data }) => this.#hear(data));
    addEventListener('online', () => (this.#pause = SOON));
    for (const name of ['online', 'focus']) addEventListener(name, () => this.#waiting().length > 0 && this.#run());
    addEventListener('pagehide', () => this.#flush());
    addEventListener('beforeunload', (event) => isOnPageOnly() && event.preventDefault());
    document.querySelector('form[action="/logout"]')?.addEventListener('submit', (event) => this.#leave(event));
  }

  /** Takes over what earlier pages have kept. Call it once the page can paint. */
  async resume() {
    await loadTexts();
    for (const key of this.#waiting()) {
      const { url, cell, was, now } = textOf(key);
      // Of several texts of a cell the page goes on from the last one; the person is asked about the others.
      this.#own.set(nameOf({ url, cell }), key);
      this.#show({ state: 'kept', url, cell, value: was, mine: now });
    }
    if (this.#waiting().length > 0) this.#run();
  }

  /**
   * A person has changed a cell. It is kept at once, and sent after `wait` milliseconds without another change.
   * @param {string} url the address of the bilan's changes
   * @param {string} cell its name, such as `FRA-LGO` or `general`
   * @param {string} was the value that the server last gave
   */
  change(url, cell, was, now, wait = 0) {
    const key = this.#keyOf({ url, cell });
    const known = textOf(key);
    this.#blocked.delete(key);
    storeText(key, { url, cell, was: known?.was ?? was, now, sent: known?.sent ?? [] });
    if (wait > 0) this.#resting.add(key);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#flush(), wait);
  }

  /** The person has chosen one of two values: the cell becomes `now`, in place of `theirs`, the value that `clash` told. */
  choose(url, cell, theirs, now) {
    const name = nameOf({ url, cell });
    const own = this.#keyOf({ url, cell });
    const asked = this.#asked.get(name) ?? own;
    const over = { key: asked, now: textOf(asked)?.now };
    forgetText(asked);
    if (now === theirs) this.#tell({ state: 'saved', url, cell, value: theirs, mine: theirs, over });
    else {
      // The text of this page may still wait while the person was asked about that of another tab.
      const key = textOf(own) ? `${own} again` : own;
      this.#own.set(name, key);
      storeText(key, { url, cell, was: theirs, now, sent: [] });
    }
    this.#askAgain({ url, cell });
    this.#run();
  }

  /** Another text of the cell waited for the person. The value on the server is another one now: it is asked about that. */
  #askAgain(news) {
    this.#asked.delete(nameOf(news));
    for (const key of this.#blocked.keys()) {
      const change = textOf(key);
      if (!change || nameOf(change) === nameOf(news)) this.#blocked.delete(key);
    }
  }

  #flush() {
    this.#resting.clear();
    this.#run();
  }

  async #run() {
    clearTimeout(this.#timer);
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#trouble = undefined;
    this.#say('saving');
    // Only one tab sends at a time, if the browser supports locks.
    await (navigator.locks?.request('livret-bridge', () => this.#drain()) ?? this.#drain());
    this.#isRunning = false;
    this.#settle();
  }

  async #drain() {
    await loadTexts();
    /** Keys at which the server has failed: the others do not wait behind them. */
    const failed = new Set();
    for (;;) {
      const key = this.#waiting().find((one) => !failed.has(one) && !this.#resting.has(one) && !this.#blocked.has(one));
      if (key === undefined) break;
      const trouble = await this.#send(key);
      if (trouble === 'failed') failed.add(key);
      else if (trouble) {
        this.#trouble = trouble;
        return;
      }
    }
    if (failed.size > 0) this.#trouble = 'offline';
  }

  /**
   * @returns the trouble that keeps the page from sending anything now, or `failed` if only this key failed
   */
  async #send(key) {
    const change = textOf(key);
    const { url, cell, was, now } = change;
    storeText(key, { ...change, sent: [...change.sent, now] });
    const fields = { cell, was, now, person: this.#bar.dataset.person };
    const answer = await post(url, fields);
    if (answer.status === 401) return 'login';
    if (answer.status >= 500) return 'failed';
    if (answer.status !== 200 && !REFUSALS.includes(answer.status)) return 'offline';
    const { value, yours, own, sentence = this.#bar.dataset.refused } = answer.body;
    const latest = textOf(key);
    // Another tab has sent it meanwhile.
    if (!latest) return undefined;
    if (answer.status === 200) {
      if (latest.now !== now) storeText(key, { ...latest, was: value, sent: [] });
      else this.#done(key, { url, cell, value, mine: now });
    } else if (own && change.sent.includes(value)) {
      // The answer to an earlier change was lost: the value on the server is that of this person.
      storeText(key, { ...latest, was: value, sent: [] });
    } else {
      this.#blocked.set(key, yours === undefined ? sentence : undefined);
      const state = yours === undefined ? 'refused' : 'clash';
      const news = { state, url, cell, value: value ?? was, mine: latest.now, sentence };
      this.#show(news);
      if (state === 'clash') {
        this.#asked.set(nameOf(change), key);
        this.#channel.postMessage(news);
      }
    }
    return undefined;
  }

  #done(key, news) {
    forgetText(key);
    this.#own.delete(nameOf(news));
    this.#tell({ state: 'saved', ...news });
    this.#askAgain(news);
  }

  #tell(news) {
    this.#show(news);
    this.#channel.postMessage(news);
  }

  /**
   * Another tab has saved a cell. A change that is typed here meanwhile stays; one with the saved value is that of the other tab, since two
   * tabs do not see the same storage at once.
   */
  async #hear(news) {
    const { over, state } = news;
    // The other tab asks the person about a text: each tab asks.
    if (state === 'clash') return void this.#run();
    // The person has chosen against this text there, unless they have typed on here.
    if (over && textOf(over.key)?.now === over.now) forgetText(over.key);
    await loadTexts();
    const change = textOf(this.#keyOf(news));
    if (!change || change.now === news.mine) this.#show(news);
    if (this.#blocked.size === 0) return;
    this.#askAgain(news);
    this.#run();
  }

  #settle() {
    const refusal = [...this.#blocked.values()].find((one) => one !== undefined);
    if (this.#isLeaving && this.#waiting().length > 0) this.#say('leave');
    else if (this.#trouble) this.#say(isOnPageOnly() ? 'full' : this.#trouble);
    else if (refusal !== undefined) this.#say('refused', refusal);
    else if (this.#blocked.size > 0) this.#say('choose');
    else if (this.#waiting().length === 0) this.#say('saved');
    if (this.#trouble) {
      this.#timer = setTimeout(() => this.#run(), this.#pause);
      this.#pause = Math.min(LATER, this.#pause * 2);
      return;
    }
    this.#pause = SOON;
    if (this.#isLeaving && this.#waiting().length === 0)
      document.querySelector('form[action="/logout"]').requestSubmit();
  }

  /** Lets a person who logs out leave nothing behind: the first click sends what waits, the second one forgets it. */
  #leave(event) {
    if (this.#waiting().length === 0) return;
    if (this.#isLeaving) {
      for (const key of this.#waiting()) forgetText(key);
      return;
    }
    event.preventDefault();
    this.#isLeaving = true;
    this.#flush();
  }

  #waiting() {
    return textNames(PREFIX);
  }

  /** The key of this page for a cell. */
  #keyOf(change) {
    return this.#own.get(nameOf(change)) ?? `${PREFIX}${nameOf(change)} ${PAGE}`;
  }

  #say(state, sentence) {
    const count = state === 'choose' ? this.#blocked.size : this.#waiting().length;
    const { dataset } = this.#bar;
    const words = sentence ?? (count === 1 ? dataset[`${state}One`] : undefined) ?? dataset[state] ?? '';
    dataset.state = state;
    const text = words.replace('{count}', String(count)).replace('{time}', timeNow(dataset.zone));
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }
}

/** The name of a cell of any bilan. */
const nameOf = ({ url, cell }) => `${url} ${cell}`;

/** @returns {Promise<{ status: number, body: Record<string, any> }>} status 0 without an answer */
async function post(url, fields) {
  try {
    const answer = await fetch(url, {
      ...{ method: 'POST', body: new URLSearchParams(fields), headers: { Accept: 'application/json' } },
      ...{ redirect: 'error', keepalive: true, signal: AbortSignal.timeout(LONGEST) },
    });
    return { status: answer.status, body: answer.status >= 500 ? {} : await answer.json() };
  } catch {
    return { status: 0, body: {} };
  }
}

/** The hour at the school, as everywhere on the page: the device may be set to another time zone. */
function timeNow(timeZone) {
  const parts = { hour: 'numeric', minute: '2-digit', timeZone };
  const [hours, minutes] = new Date().toLocaleTimeString('fr-FR', parts).split(':');
  return document.documentElement.lang === 'fr' ? `${Number(hours)}\u00a0h\u00a0${minutes}` : `${hours}:${minutes}`;
}
