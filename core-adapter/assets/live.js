// SPDX-License-Identifier: EUPL-1.2
// Reads parts of the page again when the host says that something changed. Pages work without this script: reloading does the same. The
// script requests the page itself, so that the route decides about each right.

/** The name of the lock and of the channel that the tabs of this browser share. */
const SHARED = 'volee-live';

/** The interval at which the page is read without a stream, in milliseconds. */
const MINUTE = 60_000;

/** The maximum time, in milliseconds, without reading the page: a change that another process of the host published reaches no stream of this one. */
const QUIET = 5 * MINUTE;

/** The longest delay before reading, so that the readers of one change do not all come at once. */
const SPREAD = 500;

const TEXT_FIELDS = 'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=submit])';

// The place in the history of the host at which this page was made, later that of the last change heard.
let position = document.querySelector('meta[name="live-since"]').content;

/** The mark of the person that a page was made for. */
const readerOf = (page) => page.querySelector('meta[name="live-reader"]')?.content;

/** Ids of parts to read again. */
const pending = new Set();
const over = new AbortController();
const channel = new BroadcastChannel(SHARED);
let readAt = Date.now();
let timer;

/** @type {Element | undefined} In place of the page, while another person is logged in. */
let cover;

/** @type {EventSource | undefined} The stream, in the tab that has it. */
let stream;

/** The parts that may change. Each needs an id, by which it is found on the page that is read. */
const parts = () => [...document.querySelectorAll('[data-live][id], [data-live-of][id]')];

/** Whether a change is about this part: a topic of the brick of this page, or anything of a brick that the part names. */
function isAbout(part, { school, brick, topic }) {
  const of = `${school}/${brick}`;
  if (part.dataset.liveOf !== undefined) return part.dataset.liveOf.split(' ').includes(of);
  return part.dataset.live === topic && `${location.pathname}/`.startsWith(`/s/${of}/`);
}

/** Whether somebody types in a part, or has typed text there that is not sent yet. */
function isInUse(part) {
  const { activeElement } = document;
  return (part.contains(activeElement) && activeElement.matches(TEXT_FIELDS)) || hasUnsent(part);
}

function hasUnsent(part) {
  return [...part.querySelectorAll('input, textarea, option')].some((field) =>
    field.localName === 'option'
      ? field.selected !== field.defaultSelected && field.closest('select').selectedIndex > 0
      : field.value !== field.defaultValue || field.checked !== field.defaultChecked,
  );
}

function readable() {
  return [...pending].filter((id) => {
    const part = document.getElementById(id);
    return part !== null && !isInUse(part);
  });
}

function schedule() {
  if (timer !== undefined || document.hidden || over.signal.aborted || readable().length === 0) return;
  timer = setTimeout(() => void read().finally(() => (timer = undefined)), Math.random() * SPREAD);
}

async function read() {
  const ids = readable();
  for (const id of ids) pending.delete(id);
  readAt = Date.now();
  // The mark keeps the request from counting as activity of the session. A redirect would be one to the login.
  const options = { headers: { 'X-Volee-Background': '1' }, redirect: 'manual', signal: over.signal };
  const response = await fetch(location.href, options).catch(() => undefined);
  if (response?.status === 401 && !cover) return over.abort();
  const text = response?.ok ? await response.text().catch(() => undefined) : undefined;
  if (text !== undefined) {
    const page = new DOMParser().parseFromString(text, 'text/html');
    if (isOfAnother(page)) {
      for (const id of ids) pending.add(id);
      return giveWay();
    }
    uncover();
    for (const id of ids) replace(id, page);
    // Reads what changed meanwhile.
    setTimeout(schedule);
  } else {
    // These parts are read with the next change, or after a minute.
    for (const id of ids) pending.add(id);
  }
}

/** Whether another person has logged in since, as on a shared computer: no part of theirs may stand in this page. */
function isOfAnother(page) {
  const reader = readerOf(page);
  return reader !== undefined && reader !== readerOf(document);
}

/** Another person is logged in: they neither read nor send the text that the person of this page has typed. */
function giveWay() {
  if (cover) return;
  const waits = document.getElementById('live-waits');
  if (waits && hasUnsent(document)) {
    cover = document.importNode(waits.content, true).firstElementChild;
    document.querySelector('.v-shell').hidden = true;
    document.body.append(cover);
  } else {
    over.abort();
    location.reload();
  }
}

function uncover() {
  if (!cover) return;
  cover.remove();
  cover = undefined;
  document.querySelector('.v-shell').hidden = false;
}

function replace(id, page) {
  const old = document.getElementById(id);
  const read = page.getElementById(id);
  if (!old || !read || old.isEqualNode(read)) return;
  if (isInUse(old)) return pending.add(id);
  const fresh = document.importNode(read, true);
  const focus = old.contains(document.activeElement) ? document.activeElement : undefined;
  const opened = [...old.querySelectorAll('details')].map((details) => details.open);
  [...fresh.querySelectorAll('details')].forEach((details, index) => (details.open ||= opened[index] ?? false));
  old.replaceWith(fresh);
  if (focus) focusAgain(focus, fresh);
}

/** The focus must not fall back to the beginning of the page. */
function focusAgain(focus, fresh) {
  const alike = [...fresh.querySelectorAll(focus.localName)].find((one) =>
    focus.id ? one.id === focus.id : one.textContent === focus.textContent,
  );
  if (!alike) fresh.tabIndex = -1;
  (alike ?? fresh).focus({ preventScroll: true });
}

/** Handles a message: a change, or `again` when everything may have changed. */
function hear(message) {
  position = message.position ?? position;
  for (const part of parts()) if (message.kind === 'again' || isAbout(part, message)) pending.add(part.id);
  schedule();
}

/** Sends a message to this tab and the others. */
function tell(message) {
  hear(message);
  channel.postMessage(message);
}

function openStream() {
  stream = new EventSource(`/live?since=${encodeURIComponent(position)}`);
  stream.addEventListener('change', ({ lastEventId, data }) =>
    tell({ kind: 'change', position: lastEventId, ...JSON.parse(data) }),
  );
  stream.addEventListener('again', ({ lastEventId }) => tell({ kind: 'again', position: lastEventId }));
}

/** Whether a page made at `since` may have missed what this tab has heard. */
function isBehind(since) {
  const [[process, count], [ofPage, countOfPage]] = [position.split('-'), since.split('-')];
  return process !== ofPage || Number(countOfPage) < Number(count);
}

channel.addEventListener('message', ({ data: message }) => {
  if (message.kind !== 'hello') hear(message);
  else if (stream && isBehind(message.position)) channel.postMessage({ kind: 'again', position });
});
channel.postMessage({ kind: 'hello', position });

// Web Locks exist on HTTPS and on localhost. One tab has the stream: over HTTP/1.1 a browser opens six connections to a
// host, and a stream in each of six tabs would leave none for pages.
navigator.locks
  ?.request(SHARED, { signal: over.signal }, () => {
    openStream();
    return new Promise((resolve) => over.signal.addEventListener('abort', resolve));
  })
  .catch(() => undefined);

const ticking = setInterval(() => {
  if (stream && stream.readyState !== EventSource.OPEN) {
    if (stream.readyState === EventSource.CLOSED) openStream();
    tell({ kind: 'again' });
  } else if (!navigator.locks || Date.now() - readAt > QUIET) hear({ kind: 'again' });
  else schedule();
}, MINUTE);

document.addEventListener('visibilitychange', schedule);
// The next field may be in the same part; it has the focus only after this event.
document.addEventListener('focusout', () => setTimeout(schedule));
over.signal.addEventListener('abort', () => {
  clearInterval(ticking);
  stream?.close();
  channel.close();
});
