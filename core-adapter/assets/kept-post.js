// SPDX-License-Identifier: EUPL-1.2
// The requests by which `kept.js` keeps texts on the server.

/** The longest time of a save, in milliseconds. */
export const LIMIT = 8000;

/** A page without HTTPS has no `randomUUID`. */
export function newVersion() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function request(body) {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
  return { method: 'POST', headers, body, redirect: 'error' };
}

/** @returns the answer to a save, with what was sent */
export async function post(body) {
  const options = { ...request(JSON.stringify(body)), signal: AbortSignal.timeout(LIMIT) };
  const answer = await fetch('/kept', options).catch(() => undefined);
  const value = await answer?.json().catch(() => undefined);
  // A page of the network in place of an answer counts as none.
  return { body, value, status: answer?.ok && value === undefined ? 0 : (answer?.status ?? 0) };
}
