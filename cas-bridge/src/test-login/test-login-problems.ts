// SPDX-License-Identifier: EUPL-1.2
// The possible ends of a test login; neither the password nor a ticket is ever in it (C14).
import { InputError, UnavailableError } from '@volee/core-adapter';

import { isGrantRefusal } from '../proxy/with-proxy-granting-ticket.js';
import type { CasServer } from '../protocol/cas-server.js';
import type { HtmlForm, HtmlPage } from './html-forms.js';

export function wrongPassword({ origin }: CasServer): InputError {
  return new InputError(`The SSO at ${origin} shows its login page again: it refuses this login or this password.`, {
    remedy: 'Try them in a browser, where it says more.',
  });
}

export function noForm({ page, status }: { page: HtmlPage; status: number }, { origin }: CasServer): UnavailableError {
  return new UnavailableError(`The SSO at ${origin} asks for no password ${named(page.title, status)}.`, {
    remedy: 'Check baseUrl, and that Volée is declared there.',
  });
}

/** The error for another page. It repeats nothing of that page, which may contain the password in any form. */
export function otherPage({ status }: { status: number }, { origin }: CasServer): UnavailableError {
  return new UnavailableError(
    `The SSO at ${origin} took the password, and shows another page (status ${status}) instead of coming back.`,
    { remedy: 'Check that Volée is declared there, and log in once in a browser.' },
  );
}

function named(title: string, status: number): string {
  return title === '' ? `(status ${status})` : `(“${title}”, status ${status})`;
}

/** @param pgtUrl where a grant was to be handed over, if one was asked for */
export function refusedTicket({ origin }: CasServer, code: string, pgtUrl?: string): UnavailableError {
  const refused = `The SSO at ${origin} gave a ticket, and then refuses it (${code})`;
  if (pgtUrl === undefined || !isGrantRefusal(code)) {
    return new UnavailableError(`${refused}.`, {
      remedy: 'Check that Volée is registered there, and check its log.',
    });
  }
  return new UnavailableError(`${refused}; it can hand over no proxy-granting ticket.`, {
    remedy:
      `See that Volée runs, that the SSO reaches ${withoutQuery(pgtUrl)} and lets Volée speak for people ` +
      '(AllowProxy at LemonLDAP::NG), or leave proxyTickets out.',
  });
}

/** The error is reported whatever `match` is: a value is not escaped, or is an attack. */
export function doubtfulAnswer({ origin }: CasServer): UnavailableError {
  return new UnavailableError(
    `The SSO at ${origin} answers with attributes of which one may hide another (markup that it did not escape, a block said twice, ` +
      'another namespace), so none of them counts.',
    { remedy: 'Let it give fewer attributes, or find the value that holds "<".' },
  );
}

/** The address without its query, which holds a key. */
function withoutQuery(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

const CHECK_PAGE = 'Check that page.';

/** The password goes where the page came from, in the body of a request, or nowhere. @throws UnavailableError */
export function checkForm({ action, method }: HtmlForm, { origin }: CasServer): void {
  if (action.origin !== origin) {
    throw new UnavailableError(
      `The login page of the SSO at ${origin} would send the password to ${action.origin}, so it was not sent.`,
      { remedy: CHECK_PAGE },
    );
  }
  if (method === 'get') {
    throw new UnavailableError(
      `The login page of the SSO at ${origin} would write the password into an address, so it was not sent.`,
      { remedy: CHECK_PAGE },
    );
  }
}
