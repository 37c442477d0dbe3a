// SPDX-License-Identifier: EUPL-1.2
// The text of a message on this device, for `write-draft.js`. It is forgotten as soon as the server has it.

/** The key has the person, since a device may have several, and the address of the form: a new message has its own place. */
const keyOf = (form) => `draft ${form.dataset.person} ${new URL(form.action).pathname}`;

/**
 * @param {HTMLFormElement} form
 * @returns {{ subject: string, body: string, version: string } | undefined}
 */
export function keptText(form) {
  try {
    return JSON.parse(localStorage.getItem(keyOf(form))) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @param {HTMLFormElement} form */
export function keepText(form) {
  const { subject, body, version } = form.elements;
  const text = { subject: subject.value, body: body.value, version: version?.value ?? '' };
  try {
    localStorage.setItem(keyOf(form), JSON.stringify(text));
  } catch {
    // A device without room keeps the text in the page alone.
  }
}

/** @param {HTMLFormElement} form */
export function forgetText(form) {
  try {
    localStorage.removeItem(keyOf(form));
  } catch {
    // Nothing was kept.
  }
}
