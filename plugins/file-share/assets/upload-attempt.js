// SPDX-License-Identifier: EUPL-1.2
// One attempt at sending a file, for `upload.js`.

/**
 * @typedef {object} Upload
 * @property {File} file
 * @property {string} field Its name in the form.
 * @property {string} url With a key of its own: every attempt goes there, and the server stores the file once.
 * @property {boolean} isTried Whether the file may have arrived already.
 * @property {boolean} isDropped Whether the person took it off the list.
 * @property {number} cuts How often sending broke off since the line was last down.
 * @property {number} share How much has left, of 1.
 * @property {XMLHttpRequest} [request]
 */
/** @typedef {'waiting' | 'sending' | 'done' | 'renamed' | 'paused' | 'cut' | 'unreadable' | 'tooLarge' | 'noRoom' | 'refused'} State */
/** @typedef {{ state: State, id?: string, name?: string, seenBy?: string, sentence?: string }} Outcome `name`: what the server calls the file now. `seenBy`: the people who see it. `sentence`: how much room is left. */
/** @typedef {{ status: number, value?: unknown }} Answer `status`: of HTTP; 0 when no answer came. */

/** A file that broke off this many times, although requests about it succeed, waits for the person: a proxy may never let it pass. */
const MOST_CUTS = 8;
/** The statuses of a server, or of a proxy before it, that will accept the same a little later: RFC 9110 §15.5.9 and §15.6, RFC 6585 §4. */
const LATER = [408, 429, 502, 503, 504];
/** Codes of a 503 that no pause mends. */
const LASTING = ['storageFull', 'brickFailed'];

/**
 * @param {Upload} upload
 * @param {() => void} onAmount called when sending begins, and whenever more has left
 * @returns {Promise<Outcome>} `paused` when the same is to be tried again a little later
 */
export async function attempt(upload, onAmount) {
  // Perhaps only the answer was lost; and while the connection is down, asking costs less than sending.
  if (upload.isTried) {
    const answer = await ask(upload);
    if (answer.status !== 404) return outcomeOf(upload, answer);
  }
  if (upload.isDropped) return { state: 'waiting' };
  upload.isTried = true;
  const answer = await post(upload, onAmount);
  if (!isForLater(answer) || upload.isDropped) return outcomeOf(upload, answer);
  if (!(await isReadable(upload.file))) return { state: 'unreadable' };
  upload.cuts += 1;
  return { state: upload.cuts < MOST_CUTS ? 'paused' : 'cut' };
}

/**
 * Asks whether the file has arrived at an earlier attempt.
 * @param {Upload} upload
 * @returns {Promise<Answer>}
 */
async function ask({ url }) {
  const answer = await fetch(url, { headers: { Accept: 'application/json' }, cache: 'no-store' }).catch(
    () => undefined,
  );
  if (!answer) return { status: 0 };
  // A proxy's own page is no JSON.
  return { status: answer.status, value: await answer.json().catch(() => undefined) };
}

/**
 * Sends a file. `fetch` would not tell how much has been sent.
 * @param {Upload} upload
 * @param {() => void} onAmount
 * @returns {Promise<Answer>}
 */
function post(upload, onAmount) {
  const request = new XMLHttpRequest();
  const body = new FormData();
  body.append(upload.field, upload.file);
  upload.request = request;
  const showShare = (share) => {
    upload.share = share;
    onAmount();
  };
  request.upload.addEventListener('progress', ({ loaded, total }) => showShare(loaded / total));
  request.open('POST', upload.url);
  request.responseType = 'json';
  showShare(0);
  return new Promise((resolve) => {
    // `loadend` comes after success, after failure and after `abort`.
    request.addEventListener('loadend', () => resolve({ status: request.status, value: request.response }));
    request.send(body);
  });
}

/**
 * @param {Upload} upload
 * @param {Answer} answer
 * @returns {Outcome}
 */
function outcomeOf({ file }, answer) {
  const { status, value } = answer;
  if (isForLater(answer)) return { state: 'paused' };
  if (status === 413 && typeof value?.noRoom === 'string') return { state: 'noRoom', sentence: value.noRoom };
  if (status === 413) return { state: 'tooLarge' };
  const { id, name, seenBy } = value ?? {};
  if (status !== 200 || typeof name !== 'string') return { state: 'refused' };
  return { state: name === file.name.normalize('NFC') ? 'done' : 'renamed', id, name, seenBy };
}

/** @param {Answer} answer */
function isForLater({ status, value }) {
  return status === 0 || (LATER.includes(status) && !LASTING.includes(value?.error?.kind));
}

/**
 * A file that was moved or changed since it was chosen looks like a connection that broke off.
 * @param {File} file
 */
function isReadable(file) {
  const read = file.slice(0, 1).arrayBuffer();
  return read.then(
    () => true,
    () => false,
  );
}
