// SPDX-License-Identifier: EUPL-1.2
import { certificateFinding, clockFinding, type Check, type Clock, type Finding } from '@volee/core-adapter';

import type { CasServer } from './protocol/cas-server.js';
import type { TextAnswer } from './transport/fetch-text.js';
import { isClearText } from './transport/is-clear-text.js';
import { UnreachableError } from './transport/unreachable-error.js';
import { madeUpTicket } from './protocol/ticket.js';
import type { TicketValidator } from './validation/ticket-validator.js';
import type { ValidationResult } from './validation/validation-result.js';

export interface ServerCheckOptions {
  readonly server: CasServer;
  readonly service: string;
  readonly validator: TicketValidator;
  /** Gets a page of the server; its status does not matter. */
  readonly get: (url: URL) => Promise<TextAnswer>;
  readonly clock: Clock;
}

/** Checks of a CAS server that need no ticket. */
export function serverChecks(options: ServerCheckOptions): Check[] {
  return [
    { name: 'sso', run: () => checkProtocol(options) },
    { name: 'certificate', run: () => checkCertificate(options) },
    { name: 'clock', run: () => checkClock(options) },
  ];
}

async function checkProtocol({ server, service, validator }: ServerCheckOptions): Promise<Finding[]> {
  const verdict = await validator.validate({ ticket: madeUpTicket('doctor'), service });
  const found = judge(verdict, server.baseUrl, service);
  if (!isClearText(server.baseUrl)) return [found];
  return [found, { state: 'warn', sentence: clearText(server.baseUrl), remedy: 'Write https:// in baseUrl.' }];
}

/** CAS 1.0 gives no reason: its `NO` is all that a refusal can be (CAS 3.0 §2.4.2). */
function judge(verdict: ValidationResult, baseUrl: string, service: string): Finding {
  if (verdict.accepted) {
    return {
      state: 'bad',
      sentence: `The SSO at ${baseUrl} accepts a ticket that it never issued: anybody could log in as any person.`,
      remedy:
        'Check that baseUrl is the CAS server; if it is, take Volée off the network and repair that server first.',
    };
  }
  const { code } = verdict;
  if (['INVALID_TICKET', 'INVALID_TICKET_SPEC', 'NO'].includes(code))
    return { state: 'good', sentence: `The SSO at ${baseUrl} speaks CAS, and refuses an invented ticket (${code}).` };
  if (['INVALID_SERVICE', 'UNAUTHORIZED_SERVICE'].includes(code)) {
    return {
      state: 'bad',
      sentence: `The SSO at ${baseUrl} does not know this service (${code}).`,
      remedy: `Declare the service ${service} at the SSO.`,
    };
  }
  return {
    state: 'warn',
    sentence: `The SSO at ${baseUrl} refuses an invented ticket with ${code} instead of INVALID_TICKET.`,
    remedy: 'Check the log of the SSO, and try to log in.',
  };
}

function clearText(baseUrl: string): string {
  return `Tickets and names cross the network unencrypted on their way from ${baseUrl}.`;
}

async function checkCertificate({ server, get, clock }: ServerCheckOptions): Promise<Finding[]> {
  if (!server.origin.startsWith('https:')) return [];
  try {
    const { certificateUntil } = await get(new URL(server.baseUrl));
    return certificateUntil ? [certificateFinding(`The SSO at ${server.origin}`, certificateUntil, clock.now())] : [];
  } catch (error) {
    // The check of the protocol reports any other fault.
    if (!(error instanceof UnreachableError && error.failure.kind === 'certificate')) return [];
    const sentence = `The certificate of the SSO at ${server.origin} could not be checked.`;
    return [{ state: 'warn', sentence, remedy: 'See sso.' }];
  }
}

async function checkClock({ server, get, clock }: ServerCheckOptions): Promise<Finding[]> {
  // The check of the protocol reports a server that does not answer.
  const answer = await get(new URL(server.baseUrl)).catch(() => undefined);
  if (!answer) return [];
  if (answer.date) return [clockFinding(`The SSO at ${server.origin}`, answer.date, clock.now())];
  return [
    {
      state: 'warn',
      sentence: `The SSO at ${server.origin} does not send its time.`,
      remedy: 'Compare the clocks of the two machines by hand.',
    },
  ];
}
