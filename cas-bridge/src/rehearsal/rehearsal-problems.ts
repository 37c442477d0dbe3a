// SPDX-License-Identifier: EUPL-1.2
// What a login on trial may end with, each in one sentence; neither the password nor a ticket is ever in it (C14).
import { InputError, UnavailableError, type Credentials } from '@volee/core-adapter';

import type { CasServer } from '../cas-server.js';
import type { HtmlForm, HtmlPage } from './html-forms.js';

export function wrongPassword({ origin }: CasServer): InputError {
  return new InputError(
    `The SSO at ${origin} shows its login page again: it refuses this login or this password; try them in a browser, where it says more.`,
  );
}

export function noForm({ page, status }: { page: HtmlPage; status: number }, { origin }: CasServer): UnavailableError {
  return new UnavailableError(
    `The SSO at ${origin} asks for no password ${named(page.title, status)}; check baseUrl, and that Volée is declared there.`,
  );
}

export function otherPage(
  { page, status }: { page: HtmlPage; status: number },
  { origin }: CasServer,
  { password }: Credentials,
): UnavailableError {
  // What a page says after the password was sent may repeat it.
  const told = page.title.includes(password) || /[SP]T-/.test(page.title) ? '' : page.title;
  return new UnavailableError(
    `The SSO at ${origin} took the password, and shows another page ${named(told, status)} instead of coming back; ` +
      'check that Volée is declared there, and log in once in a browser.',
  );
}

function named(title: string, status: number): string {
  return title === '' ? `(status ${status})` : `(“${title}”, status ${status})`;
}

export function refusedTicket({ origin }: CasServer, code: string): UnavailableError {
  return new UnavailableError(
    `The SSO at ${origin} gave a ticket, and then refuses it (${code}); check that Volée is declared there, and look into its log.`,
  );
}

/** The password goes where the page came from, in the body of a request, or nowhere. @throws UnavailableError */
export function checkForm({ action, method }: HtmlForm, { origin }: CasServer): void {
  if (action.origin !== origin) {
    throw new UnavailableError(
      `The login page of the SSO at ${origin} would send the password to ${action.origin}, so it was not sent; check that page.`,
    );
  }
  if (method === 'get') {
    throw new UnavailableError(
      `The login page of the SSO at ${origin} would write the password into an address, so it was not sent; check that page.`,
    );
  }
}
