// SPDX-License-Identifier: EUPL-1.2
// Keeps changes that the server does not have yet on this device: by person, bilan and cell, without names. Each cell has a place of its
// own, so that two tabs never write over each other. The next page sends what an earlier page has kept here.

/**
 * @typedef {object} Change
 * @property {string} url the address of the bilan's changes, with its id
 * @property {string} cell
 * @property {string} was the value that the server last gave
 * @property {string} now
 * @property {string[]} sent values on their way: the answer to one of them may be lost
 * @property {number} at when it was typed
 */

const PREFIX = 'livret-bridge';
const WEEK = 7 * 86_400_000;

/** Texts for which the device has no room, as long as the page is open. */
const memory = new Map();

export const keyOf = (person, url, cell) => `${PREFIX} ${person} ${url} ${cell}`;

/** @returns {Change | undefined} */
export function readChange(key) {
  if (memory.has(key)) return memory.get(key);
  try {
    return JSON.parse(localStorage.getItem(key)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @param {Change} change */
export function keepChange(key, change) {
  try {
    localStorage.setItem(key, JSON.stringify(change));
    memory.delete(key);
  } catch {
    memory.set(key, change);
  }
}

export function forgetChange(key) {
  memory.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/** Whether only the open page keeps something. */
export const isOnPageOnly = () => memory.size > 0;

/** The keys of the changes of a person, the oldest change first. */
export function keptKeys(person) {
  return keysThatBegin(`${PREFIX} ${person} `).sort((a, b) => (readChange(a)?.at ?? 0) - (readChange(b)?.at ?? 0));
}

/** Forgets changes that are older than a week, of every person of this device. */
export function forgetOld() {
  for (const key of keysThatBegin(`${PREFIX} `)) {
    if ((readChange(key)?.at ?? 0) < Date.now() - WEEK) forgetChange(key);
  }
}

function keysThatBegin(prefix) {
  let stored = [];
  try {
    stored = Object.keys(localStorage);
  } catch {
    // The browser keeps nothing.
  }
  return [...new Set([...stored, ...memory.keys()])].filter((key) => key.startsWith(prefix));
}
