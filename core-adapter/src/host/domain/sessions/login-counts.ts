// SPDX-License-Identifier: EUPL-1.2

/** The outcomes of logins, and below, of single logouts from the SSO. */
const LOGIN_OUTCOMES = [
  'in',
  'refused',
  'notFresh',
  'otherPerson',
  'unknown',
  'closed',
  'givenAway',
  'noSchool',
  'ended',
  'busy',
  'trouble',
] as const;
/** A login compared with the entry that the directory has for it at that moment; only `other` refuses the login. */
const ENTRY_CHECKS = ['same', 'other', 'noAnswer', 'noEntry', 'noStableId', 'idsReplaced'] as const;
const LOGOUT_OUTCOMES = ['ended', 'unknown', 'unreadable'] as const;

export type LoginOutcome = (typeof LOGIN_OUTCOMES)[number];
export type EntryCheck = (typeof ENTRY_CHECKS)[number];
type LogoutOutcome = (typeof LOGOUT_OUTCOMES)[number];

/** Login counters of this process, for the metrics. */
export interface LoginCounts {
  readonly logins: Record<LoginOutcome, number>;
  readonly entryChecks: Record<EntryCheck, number>;
  readonly singleLogouts: Record<LogoutOutcome, number>;
}

export function loginCounts(): LoginCounts {
  return {
    logins: zeroes(LOGIN_OUTCOMES),
    entryChecks: zeroes(ENTRY_CHECKS),
    singleLogouts: zeroes(LOGOUT_OUTCOMES),
  };
}

function zeroes<O extends string>(outcomes: readonly O[]): Record<O, number> {
  return Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<O, number>;
}
