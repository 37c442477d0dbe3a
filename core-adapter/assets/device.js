// SPDX-License-Identifier: EUPL-1.2
// Texts on this device that the server has not taken yet. They are encrypted with a key of their author, which only pages of their session
// have: the next person at the device reads nothing (ADR 136). A pupil's pages have no key, so that nothing of theirs is stored.

const PREFIX = 'volee ';
const WEEK = 7 * 86_400_000;
/** Texts that earlier versions stored in clear. */
const IN_CLEAR = /^(?:draft|livret-bridge) /;

const [owner, secret] = document.querySelector('meta[name=device-key]')?.content.split(' ') ?? [];
const encoder = new TextEncoder();

/**
 * @typedef {object} Text
 * @property {any} value
 * @property {number} at when it was written
 * @property {string} [place] its key in the storage, once it is known
 * @property {boolean} [isStored] whether the device has it
 * @property {boolean} [isRefused] whether the device has no room for it, or stores nothing
 */

/** @type {Map<string, Text>} The texts that this page knows, by name. */
const texts = new Map();

/** A page without HTTPS has no `subtle`. */
const cipher = secret && crypto.subtle ? readKey(secret) : undefined;

/** @returns {Promise<CryptoKey>} */
async function readKey(base64) {
  return crypto.subtle.importKey('raw', fromBase64(base64), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/**
 * Reads what pages of this person have stored, and forgets texts that are older than a week, of every person. A later call finds what other
 * tabs have stored or forgotten since: a busy browser fires `storage` long afterwards.
 */
export async function loadTexts() {
  const places = new Set(storedPlaces());
  for (const [name, { place, isStored }] of texts) {
    if (isStored && !places.has(place)) texts.delete(name);
    else places.delete(place);
  }
  await Promise.all([...places].map(loadText));
}

/** @param {string} place */
async function loadText(place) {
  const stored = read(place);
  const at = Number(stored?.split(' ')[0]);
  if (IN_CLEAR.test(place) || (stored !== undefined && !(at > Date.now() - WEEK))) return remove(place);
  const opened = stored === undefined ? undefined : await open(stored);
  // A text that was written, or removed, since then is newer.
  if (!opened || texts.has(opened.name) || read(place) !== stored) return;
  texts.set(opened.name, { value: opened.value, at, place, isStored: true });
}

/** @returns {any} undefined without such a text */
export const textOf = (name) => texts.get(name)?.value;

/** The names that begin so, the oldest text first. */
export const textNames = (prefix) =>
  [...texts]
    .filter(([name]) => name.startsWith(prefix))
    .sort(([, one], [, other]) => one.at - other.at)
    .map(([name]) => name);

/** Whether only the open page has a text. */
export const isOnPageOnly = () => [...texts.values()].some(({ isRefused }) => isRefused);

/** Stores a text, for this page at once and on the device some milliseconds later. */
export function storeText(name, value) {
  const { place } = texts.get(name) ?? {};
  /** @type {Text} */
  const text = { value, at: Date.now(), isRefused: cipher === undefined, ...(place && { place }) };
  texts.set(name, text);
  if (cipher) void store(name, text);
}

/** @param {Text} text */
async function store(name, text) {
  const [place, sealed] = await Promise.all([text.place ?? placeOf(name), seal({ name, value: text.value })]);
  text.place = place;
  // It was written again or forgotten meanwhile.
  if (texts.get(name) !== text) return;
  try {
    localStorage.setItem(place, `${text.at} ${sealed}`);
    text.isStored = true;
  } catch {
    text.isRefused = true;
  }
}

/** @param {any} [only] the text that goes: its author may have written on in another page, and that text stays */
export function forgetText(name, only = textOf(name)) {
  const { place, value } = texts.get(name) ?? {};
  if (value !== only) return;
  texts.delete(name);
  if (place) remove(place);
}

/** Two tabs that store one text have one place for it, which a logout of its author finds (`shell.js`). The name cannot be told from it without the key. */
async function placeOf(name) {
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(`${secret} ${name}`));
  return `${PREFIX}${owner} ${toBase64(new Uint8Array(digest)).slice(0, 22)}`;
}

async function seal(value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = encoder.encode(JSON.stringify(value));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await cipher, data);
  return `${toBase64(iv)}.${toBase64(new Uint8Array(sealed))}`;
}

/** @returns {Promise<{ name: string, value: any } | undefined>} undefined for a text of somebody else */
async function open(stored) {
  const [iv = '', sealed = ''] = stored.slice(stored.indexOf(' ') + 1).split('.');
  try {
    const data = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: fromBase64(iv) }, await cipher, fromBase64(sealed));
    return JSON.parse(new TextDecoder().decode(data));
  } catch {
    return undefined;
  }
}

function fromBase64(text) {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function toBase64(bytes) {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function storedPlaces() {
  try {
    return Object.keys(localStorage).filter((place) => place.startsWith(PREFIX) || IN_CLEAR.test(place));
  } catch {
    return [];
  }
}

function read(place) {
  try {
    return localStorage.getItem(place) ?? undefined;
  } catch {
    return undefined;
  }
}

function remove(place) {
  try {
    localStorage.removeItem(place);
  } catch {
    // Nothing was stored.
  }
}

// Another tab has stored or forgotten a text. One that is being stored here is newer.
addEventListener('storage', ({ key, newValue }) => {
  if (!key?.startsWith(PREFIX)) return;
  for (const [name, { place, isStored }] of texts) if (place === key && isStored) texts.delete(name);
  if (newValue !== null) void loadText(key);
});
