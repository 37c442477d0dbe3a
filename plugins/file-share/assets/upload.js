// SPDX-License-Identifier: EUPL-1.2
// Sends chosen or dropped files one by one, each with a progress bar. Without this script the form sends them all at once. After a
// broken connection the file is sent again under the same key, so that the server stores one copy (ADR 34). All texts are in the
// page, in the user's language.

/** @typedef {import('./upload-attempt.js').Upload & { row: HTMLElement }} Upload */
/** @typedef {import('./upload-attempt.js').Outcome} Outcome */

const language = document.documentElement.lang;
const percent = new Intl.NumberFormat(language, { style: 'percent' });
const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

/** The first pause after a broken connection and the longest one, in milliseconds. Each pause is twice the one before. */
const PAUSE = { first: 2_000, longest: 60_000 };
/** States that end by themselves, and those that the user can end by « Réessayer ». */
const UNDER_WAY = ['waiting', 'sending', 'paused'];
const RETRIED = ['paused', 'cut', 'noRoom', 'refused'];

/** The files to send, and their rows in the list. */
class UploadQueue {
  /** Whether a file is being sent or waits. */
  isWorking = false;
  /** @type {Upload[]} */
  #queue = [];
  /** @type {{ id: string, name: string, isRenamed: boolean, seenBy?: string }[]} The files to report in the status line. */
  #stored = [];
  /** @type {typeof import('./upload-attempt.js').attempt | undefined} */
  #attempt;
  #loads = 0;
  /** Ends the pause, if there is one. */
  #wake = () => undefined;
  #form;
  #section;
  #status;

  /**
   * @param {HTMLFormElement} form
   * @param {HTMLElement} section
   * @param {HTMLElement} status
   */
  constructor(form, section, status) {
    this.#form = form;
    this.#section = section;
    this.#status = status;
  }

  /** @param {File[]} files */
  add(files) {
    for (const file of files) {
      const upload = this.#newUpload(file);
      this.#section.querySelector('ul').append(upload.row);
      if (file.size > Number(this.#form.dataset.maxBytes)) this.#show(upload, { state: 'tooLarge' });
      else this.#enqueue(upload);
    }
    this.#hideWhenEmpty();
  }

  /** Tries every file again at once, because the network is back. */
  retryAll() {
    for (const upload of this.#queue) upload.cuts = 0;
    this.#wake();
  }

  /**
   * @param {File} file
   * @returns {Upload}
   */
  #newUpload(file) {
    const row = newRow(this.#section.querySelector('template'), file.name);
    const field = this.#form.querySelector('input[type=file]').name;
    const url = `${this.#form.dataset.uploads}/${newKey()}`;
    /** @type {Upload} */
    const upload = { file, row, field, url, isTried: false, isDropped: false, cuts: 0, share: 0 };
    row.querySelector('[data-retry] button').addEventListener('click', () => this.#retry(upload));
    row.querySelector('[data-dismiss] button').addEventListener('click', () => this.#dismiss(upload));
    return upload;
  }

  /** @param {Upload} upload */
  #enqueue(upload) {
    this.#show(upload, { state: 'waiting' });
    this.#queue.push(upload);
    if (!this.isWorking) void this.#work();
  }

  /** @param {Upload} upload */
  #retry(upload) {
    // The focus moves on, because the button disappears.
    upload.row.querySelector('[data-dismiss] button').focus();
    upload.cuts = 0;
    if (!this.#queue.includes(upload)) return this.#enqueue(upload);
    this.#remove(upload);
    this.#queue.unshift(upload);
    this.#show(upload, { state: 'waiting' });
    this.#wake();
  }

  /** @param {Upload} upload */
  #dismiss(upload) {
    this.#remove(upload);
    upload.isDropped = true;
    upload.row.remove();
    this.#hideWhenEmpty();
    this.#form.querySelector('button').focus();
    upload.request?.abort();
    if (this.#queue.length === 0) this.#wake();
  }

  /** @param {Upload} upload */
  #remove(upload) {
    if (this.#queue.includes(upload)) this.#queue.splice(this.#queue.indexOf(upload), 1);
  }

  /** Sends the files one by one. A failed file moves to the end, so that it does not block the others. */
  async #work() {
    this.isWorking = true;
    let pause = PAUSE.first;
    for (let upload = this.#queue.shift(); upload; upload = this.#queue.shift()) {
      const outcome = await this.#send(upload);
      const { state, id, name, seenBy } = outcome;
      if (name !== undefined) this.#stored.push({ id, name, seenBy, isRenamed: state === 'renamed' });
      if (upload.isDropped) continue;
      this.#show(upload, outcome);
      if (outcome.state !== 'paused') {
        pause = PAUSE.first;
        continue;
      }
      this.#queue.push(upload);
      await this.#rest(pause);
      pause = Math.min(2 * pause, PAUSE.longest);
    }
    this.isWorking = false;
    if (this.#stored.length > 0) await this.#finish();
  }

  /**
   * @param {Upload} upload
   * @returns {Promise<Outcome>}
   */
  async #send(upload) {
    if (!(await this.#loadAttempt())) return { state: 'paused' };
    return this.#attempt(upload, () => {
      showAmount(upload);
      this.#show(upload, { state: 'sending' });
    });
  }

  /**
   * Waits until the time is over, the network is back or the user asks to retry. While offline, the end of the time does not end the
   * wait.
   * @param {number} milliseconds
   */
  #rest(milliseconds) {
    if (this.#queue.length === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => navigator.onLine && resolve(), milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /**
   * Loaded with the first file, to keep the page small for readers. The URLs come from the page, because they change with the content.
   * Each retry needs a new URL: browsers remember that a module failed to load (HTML §8.1.6.2).
   */
  async #loadAttempt() {
    if (this.#attempt) return true;
    const address = this.#form.dataset.attempt + (this.#loads === 0 ? '' : `&again=${this.#loads}`);
    this.#loads += 1;
    this.#attempt = (await import(address).catch(() => undefined))?.attempt;
    return this.#attempt !== undefined;
  }

  /** If the module cannot be loaded, the rows stay and show the same information. */
  async #finish() {
    const module = await import(this.#form.dataset.fold).catch(() => undefined);
    if (!module) return;
    const rows = [...this.#section.querySelectorAll('li')].filter((row) =>
      ['done', 'renamed'].includes(row.dataset.is),
    );
    const hadFocus = rows.some((row) => row.contains(document.activeElement));
    for (const row of rows) row.remove();
    module.announceStored(this.#stored, hadFocus);
    this.#stored = [];
  }

  #hideWhenEmpty() {
    this.#section.hidden = !this.#section.querySelector('li, [data-upload-fold]:not([hidden])');
  }

  /**
   * Shows the state in the row, and announces it when it needs the user.
   * @param {Upload} upload
   * @param {Outcome} outcome
   */
  #show({ file, row }, { state, name, sentence }) {
    const was = row.dataset.is;
    row.dataset.is = state;
    const storedAs = row.querySelector('[data-stored-as]');
    if (name !== undefined) storedAs.textContent = storedAs.dataset.storedAs.replace('{name}', () => name);
    if (sentence !== undefined) row.querySelector('[data-no-room]').textContent = sentence;
    for (const line of row.querySelectorAll('[data-state]')) line.hidden = line.dataset.state !== state;
    row.querySelector('[data-retry]').hidden = !RETRIED.includes(state);
    for (const part of row.querySelectorAll('progress, [data-percent]')) part.hidden = !UNDER_WAY.includes(state);
    const text = row.querySelector(`[data-state=${state}]`).textContent.trim();
    // Amounts change constantly and the status line counts finished files, so only new states are announced.
    const isNew = state !== was && !['waiting', 'sending', 'done', 'renamed'].includes(state);
    if (row.isConnected && isNew) this.#status.textContent = `${file.name}, ${text}`;
  }
}

/**
 * A row for a file. The name of the file labels the progress bar and describes the buttons.
 * @param {HTMLTemplateElement} template
 * @param {string} fileName
 * @returns {HTMLElement}
 */
function newRow(template, fileName) {
  const row = template.content.firstElementChild.cloneNode(true);
  const name = row.querySelector('[data-name]');
  name.textContent = fileName;
  name.id = `upload-${newKey()}`;
  for (const button of row.querySelectorAll('button')) button.setAttribute('aria-describedby', name.id);
  row.querySelector('progress').setAttribute('aria-labelledby', name.id);
  return row;
}

/**
 * Adds the files that the user chooses or drops.
 * @param {HTMLFormElement} form
 * @param {UploadQueue} uploads
 */
function listen(form, uploads) {
  /** @type {HTMLInputElement} */
  const input = form.querySelector('input[type=file]');
  form.querySelector('[data-upload-field]').hidden = true;
  document.querySelector('[data-upload-hint]')?.removeAttribute('hidden');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    input.click();
  });
  input.addEventListener('change', () => {
    uploads.add([...input.files]);
    // Otherwise choosing the same file again would not fire a change event.
    input.value = '';
  });
  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    // A dropped folder is listed as a file that cannot be read.
    const items = [...event.dataTransfer.items].filter(({ kind }) => kind === 'file');
    uploads.add(items.filter((item) => !item.webkitGetAsEntry()?.isDirectory).map((item) => item.getAsFile()));
  });
  window.addEventListener('beforeunload', (event) => {
    if (uploads.isWorking) event.preventDefault();
  });
  window.addEventListener('online', () => uploads.retryAll());
}

/** 32 hexadecimal digits. `randomUUID` does not exist on pages served over plain HTTP. */
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {Upload} upload */
function showAmount({ row, file, share }) {
  const amount = row.querySelector('[data-amount]');
  row.querySelector('progress').value = 100 * share;
  row.querySelector('[data-percent]').textContent = percent.format(share);
  amount.textContent = amount.dataset.amount
    .replace('{sent}', size(file.size * share))
    .replace('{total}', size(file.size));
}

/**
 * « 38 Mo », in powers of 1,000 as on the rest of the page.
 * @param {number} bytes
 * @returns {string}
 */
function size(bytes) {
  const power = Math.min(4, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const format = { style: 'unit', unit: UNITS[power], maximumFractionDigits: 1 };
  return new Intl.NumberFormat(language, format).format(bytes / 1000 ** power);
}

const form = document.querySelector('[data-upload-form]');
const section = document.querySelector('[data-upload-list]');
const status = document.querySelector('[data-upload-status]');
if (form && section && status) listen(form, new UploadQueue(form, section, status));
