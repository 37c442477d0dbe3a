// SPDX-License-Identifier: EUPL-1.2
// Sends chosen or dropped files one after the other, each with its bar. A comfort, never a need: without this the form
// sends them all at once. Every text is on the page, in the person's language.

/** @typedef {'waiting' | 'sending' | 'done' | 'cut' | 'tooLarge' | 'refused'} State */
/** @typedef {{ file: File, row: HTMLElement, request?: XMLHttpRequest }} Upload */

const language = document.documentElement.lang;
const percent = new Intl.NumberFormat(language, { style: 'percent' });
const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

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
  /** @type {Upload | undefined} */
  let current;
  /** @type {Element | undefined} The list of files as the last answer shows it. */
  let fresh;

  form.querySelector('[data-upload-field]').hidden = true;
  document.querySelector('[data-upload-hint]').hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    input.click();
  });
  input.addEventListener('change', () => {
    add([...input.files]);
    // Else choosing the same file again would be no change.
    input.value = '';
  });
  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    // A folder is among the dropped things as a file that nobody can read.
    const items = [...event.dataTransfer.items].filter(({ kind }) => kind === 'file');
    add(items.filter((item) => !item.webkitGetAsEntry()?.isDirectory).map((item) => item.getAsFile()));
  });
  window.addEventListener('beforeunload', (event) => {
    if (current) event.preventDefault();
  });

  /** @param {File[]} files */
  function add(files) {
    for (const file of files) {
      /** @type {HTMLElement} */
      const row = section.querySelector('template').content.firstElementChild.cloneNode(true);
      /** @type {Upload} */
      const upload = { file, row };
      const name = row.querySelector('[data-name]');
      name.textContent = file.name;
      name.id = `upload-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
      for (const button of row.querySelectorAll('button')) button.setAttribute('aria-describedby', name.id);
      row.querySelector('progress').setAttribute('aria-labelledby', name.id);
      row.querySelector('[data-retry] button').addEventListener('click', () => retry(upload));
      row.querySelector('[data-dismiss] button').addEventListener('click', () => dismiss(upload));
      section.querySelector('ul').append(row);
      if (file.size > maxBytes) show(upload, 'tooLarge');
      else enqueue(upload);
    }
    section.hidden = section.querySelector('li') === null;
  }

  /** @param {Upload} upload */
  function enqueue(upload) {
    show(upload, 'waiting');
    queue.push(upload);
    if (!current) sendNext();
  }

  /** @param {Upload} upload */
  function retry(upload) {
    // The button goes away, and must not take the focus with it.
    upload.row.querySelector('[data-dismiss] button').focus();
    enqueue(upload);
  }

  function sendNext() {
    current = queue.shift();
    if (current) send(current);
    else if (fresh) document.querySelector('[data-files]').replaceWith(fresh);
  }

  /** @param {Upload} upload */
  function send(upload) {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append(input.name, upload.file);
    upload.request = request;
    request.upload.addEventListener('progress', ({ loaded, total }) => showAmount(upload, loaded / total));
    // Comes after success, after failure and after `abort` alike.
    request.addEventListener('loadend', () => {
      // The redirect after a POST led to the page of the space, and the answer is that page.
      const list = request.responseXML?.querySelector('[data-files]');
      if (list) fresh = document.adoptNode(list);
      show(upload, outcome(request.status, list));
      sendNext();
    });
    request.open('POST', form.action);
    request.responseType = 'document';
    showAmount(upload, 0);
    show(upload, 'sending');
    request.send(body);
  }

  /** @param {Upload} upload */
  function dismiss(upload) {
    if (queue.includes(upload)) queue.splice(queue.indexOf(upload), 1);
    upload.row.remove();
    section.hidden = section.querySelector('li') === null;
    form.querySelector('button').focus();
    if (upload === current) upload.request.abort();
  }

  /**
   * @param {Upload} upload
   * @param {State} state
   */
  function show({ file, row }, state) {
    for (const line of row.querySelectorAll('[data-state]')) line.hidden = line.dataset.state !== state;
    row.querySelector('[data-retry]').hidden = state !== 'cut';
    const over = state === 'done' || state === 'tooLarge';
    for (const part of row.querySelectorAll('progress, [data-percent]')) part.hidden = over;
    const text = row.querySelector(`[data-state=${state}]`).textContent.trim();
    // Amounts change all the time; read out is only what is new.
    if (row.isConnected && state !== 'waiting' && state !== 'sending') status.textContent = `${file.name}, ${text}`;
  }
}

/**
 * @param {number} code HTTP status; 0 when no answer came
 * @param {Element | null | undefined} list
 * @returns {State}
 */
function outcome(code, list) {
  if (code === 0) return 'cut';
  if (code === 413) return 'tooLarge';
  return code === 200 && list ? 'done' : 'refused';
}

/**
 * @param {Upload} upload
 * @param {number} share how much has left, of 1
 */
function showAmount({ row, file }, share) {
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
