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
const RETRIED = ['paused', 'cut', 'refused'];

const form = document.querySelector('[data-upload-form]');
const section = document.querySelector('[data-upload-list]');
const status = document.querySelector('[data-upload-status]');
if (form && section && status) start(form, section, status);

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} section
 * @param {HTMLElement} status
 */
function start(form, section, status) {
  /** @type {HTMLInputElement} */
  const input = form.querySelector('input[type=file]');
  const maxBytes = Number(form.dataset.maxBytes);
  /** @type {Upload[]} */
  const queue = [];
  /** @type {{ name: string, isRenamed: boolean }[]} The files to report in the status line. */
  let stored = [];
  /** @type {typeof import('./upload-attempt.js').attempt | undefined} */
  let attempt;
  let loads = 0;
  let isWorking = false;
  /** Ends the pause, if there is one. */
  let wake = () => undefined;

  form.querySelector('[data-upload-field]').hidden = true;
  document.querySelector('[data-upload-hint]').hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    input.click();
  });
  input.addEventListener('change', () => {
    add([...input.files]);
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
    add(items.filter((item) => !item.webkitGetAsEntry()?.isDirectory).map((item) => item.getAsFile()));
  });
  window.addEventListener('beforeunload', (event) => {
    if (isWorking) event.preventDefault();
  });
  window.addEventListener('online', () => {
    for (const upload of queue) upload.cuts = 0;
    wake();
  });

  /** @param {File[]} files */
  function add(files) {
    for (const file of files) {
      /** @type {HTMLElement} */
      const row = section.querySelector('template').content.firstElementChild.cloneNode(true);
      /** @type {Upload} */
      const upload = {
        ...{ file, row, field: input.name, url: `${form.dataset.uploads}/${newKey()}` },
        ...{ isTried: false, isDropped: false, cuts: 0, share: 0 },
      };
      const name = row.querySelector('[data-name]');
      name.textContent = file.name;
      name.id = `upload-${newKey()}`;
      for (const button of row.querySelectorAll('button')) button.setAttribute('aria-describedby', name.id);
      row.querySelector('progress').setAttribute('aria-labelledby', name.id);
      row.querySelector('[data-retry] button').addEventListener('click', () => retry(upload));
      row.querySelector('[data-dismiss] button').addEventListener('click', () => dismiss(upload));
      section.querySelector('ul').append(row);
      if (file.size > maxBytes) show(upload, { state: 'tooLarge' });
      else enqueue(upload);
    }
    hideWhenEmpty();
  }

  /** @param {Upload} upload */
  function enqueue(upload) {
    show(upload, { state: 'waiting' });
    queue.push(upload);
    if (!isWorking) void work();
  }

  /** @param {Upload} upload */
  function retry(upload) {
    // The focus moves on, because the button disappears.
    upload.row.querySelector('[data-dismiss] button').focus();
    upload.cuts = 0;
    if (queue.includes(upload)) {
      queue.unshift(...queue.splice(queue.indexOf(upload), 1));
      show(upload, { state: 'waiting' });
      wake();
    } else enqueue(upload);
  }

  /** @param {Upload} upload */
  function dismiss(upload) {
    if (queue.includes(upload)) queue.splice(queue.indexOf(upload), 1);
    upload.isDropped = true;
    upload.row.remove();
    hideWhenEmpty();
    form.querySelector('button').focus();
    upload.request?.abort();
    if (queue.length === 0) wake();
  }

  /** Sends the files one by one. A failed file moves to the end, so that it does not block the others. */
  async function work() {
    isWorking = true;
    let pause = PAUSE.first;
    for (let upload = queue.shift(); upload; upload = queue.shift()) {
      const outcome = (await loadAttempt())
        ? await attempt(upload, () => {
            showAmount(upload);
            show(upload, { state: 'sending' });
          })
        : { state: 'paused' };
      if (outcome.name !== undefined) stored.push({ name: outcome.name, isRenamed: outcome.state === 'renamed' });
      if (upload.isDropped) continue;
      show(upload, outcome);
      if (outcome.state !== 'paused') {
        pause = PAUSE.first;
        continue;
      }
      queue.push(upload);
      await rest(pause);
      pause = Math.min(2 * pause, PAUSE.longest);
    }
    isWorking = false;
    if (stored.length > 0) await finish();
  }

  /**
   * Waits until the time is over, the network is back or the user asks to retry. While offline, the end of the time does not end the
   * wait.
   * @param {number} milliseconds
   */
  function rest(milliseconds) {
    if (queue.length === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => navigator.onLine && resolve(), milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /**
   * Loaded with the first file, to keep the page small for readers. The URLs come from the page, because they change with the content.
   * Each retry needs a new URL: browsers remember that a module failed to load (HTML §8.1.6.2).
   */
  async function loadAttempt() {
    if (attempt) return true;
    const address = form.dataset.attempt + (loads === 0 ? '' : `&again=${loads}`);
    loads += 1;
    attempt = (await import(address).catch(() => undefined))?.attempt;
    return attempt !== undefined;
  }

  /** If the module cannot be loaded, the rows stay and show the same information. */
  async function finish() {
    const module = await import(form.dataset.fold).catch(() => undefined);
    if (!module) return;
    const rows = [...section.querySelectorAll('li')].filter((row) => ['done', 'renamed'].includes(row.dataset.is));
    const hadFocus = rows.some((row) => row.contains(document.activeElement));
    for (const row of rows) row.remove();
    module.tellStored(stored, hadFocus);
    stored = [];
  }

  function hideWhenEmpty() {
    section.hidden = !section.querySelector('li, [data-upload-fold]:not([hidden])');
  }

  /**
   * @param {Upload} upload
   * @param {Outcome} outcome
   */
  function show({ file, row }, { state, name }) {
    const was = row.dataset.is;
    row.dataset.is = state;
    const told = row.querySelector('[data-stored-as]');
    if (name !== undefined) told.textContent = told.dataset.storedAs.replace('{name}', () => name);
    for (const line of row.querySelectorAll('[data-state]')) line.hidden = line.dataset.state !== state;
    row.querySelector('[data-retry]').hidden = !RETRIED.includes(state);
    for (const part of row.querySelectorAll('progress, [data-percent]')) part.hidden = !UNDER_WAY.includes(state);
    const text = row.querySelector(`[data-state=${state}]`).textContent.trim();
    // Amounts change constantly and the status line counts finished files, so only new states are announced.
    const isNew = state !== was && !['waiting', 'sending', 'done', 'renamed'].includes(state);
    if (row.isConnected && isNew) status.textContent = `${file.name}, ${text}`;
  }
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
