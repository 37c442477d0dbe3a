// SPDX-License-Identifier: EUPL-1.2
// For the scripts of a letter, of adults and of pupils: a button sends the form once the server has answered, and the page stays until then.

/** A network that brings no answer for so long is none, in milliseconds. */
export const LONGEST_WAIT = 10_000;

/**
 * Sends the form by the button that was pressed. The part with the button may have been read again meanwhile.
 * @param {HTMLFormElement} form
 * @param {HTMLButtonElement | null} button
 */
export function pressAgain(form, button) {
  const { name, value } = button ?? {};
  const same = button?.isConnected === false ? form.querySelector(`[name="${name}"][value="${value}"]`) : button;
  form.requestSubmit(same);
}
