// SPDX-License-Identifier: EUPL-1.2
import { dayOf } from './day.js';
import type { SchoolWork } from './school-work.js';

/** The result of a check. `sentence` states the fact; `remedy` says what to do about it. @stable */
export type Finding =
  | { readonly state: 'good'; readonly sentence: string }
  | { readonly state: 'warn' | 'bad'; readonly sentence: string; readonly remedy: string };

/** A school as a check reads it. @stable */
export type CheckedSchool = Pick<SchoolWork, 'school' | 'schoolYear' | 'db' | 'clock'>;

/** One check of `volee doctor`, such as a connection to the SSO server. A check changes nothing. @stable */
export interface Check {
  /** The subject of the check, in one or two words: `sso`, `directory`, `certificate`, `clock`. */
  readonly name: string;
  /**
   * Runs the check. An error that it throws is reported as `bad`: a `DomainError` by its message and its `remedy`.
   * `signal` aborts after 10 seconds.
   * @param schools each school that the host knows, by UAI, with the rows of the brick. It throws when these cannot be read. Let the error
   * pass: the check then has no finding, since another one reports the reason.
   * @example
   * `throw new UnavailableError('The printer does not answer.', { remedy: 'Check its cable.' });`
   */
  run(signal: AbortSignal, schools: () => AsyncIterable<CheckedSchool>): Promise<readonly Finding[]>;
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * Reports the days that a verified certificate has left: fewer than 30 are a warning, fewer than 7 are bad.
 * @param subject the beginning of the sentence: `The SSO at https://sso.example.org`
 * @stable
 */
export function certificateFinding(subject: string, validTo: Date, now: Date): Finding {
  const days = Math.floor((validTo.getTime() - now.getTime()) / DAY);
  const sentence =
    days < 0
      ? `${subject} shows a certificate that ended on ${dayOf(validTo, 'UTC')}.`
      : `${subject} shows a certificate that is trusted for ${days} more days, until ${dayOf(validTo, 'UTC')}.`;
  if (days >= 30) return { state: 'good', sentence };
  return { state: days < 7 ? 'bad' : 'warn', sentence, remedy: 'Renew it, and see to it that it renews itself.' };
}

/**
 * Compares a clock with this machine's: a difference of more than 30 seconds is a warning, of more than 5 minutes is
 * bad, because CAS tickets are valid for minutes only (CAS 3.0 §3.1.1).
 * @param subject the beginning of the sentence: `The SSO at https://sso.example.org`
 * @stable
 */
export function clockFinding(subject: string, theirs: Date, ours: Date): Finding {
  const ahead = theirs.getTime() - ours.getTime();
  const seconds = Math.round(Math.abs(ahead) / 1000);
  if (seconds <= 30)
    return { state: 'good', sentence: `${subject} has the same time as this machine, to within 30 s.` };
  return {
    state: Math.abs(ahead) > 5 * MINUTE ? 'bad' : 'warn',
    sentence: `${subject} is ${seconds} s ${ahead > 0 ? 'ahead of' : 'behind'} this machine.`,
    remedy: 'Let both take the time from the same NTP server (timedatectl status tells whether this one does).',
  };
}
