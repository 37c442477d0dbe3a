// SPDX-License-Identifier: EUPL-1.2
// Lets a button send the form of a letter, of adults and of pupils, once the server has answered: the page stays until then.

/** The time without an answer after which a network counts as none, in milliseconds. */
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
