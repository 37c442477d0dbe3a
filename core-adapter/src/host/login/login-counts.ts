// SPDX-License-Identifier: EUPL-1.2

/** How logins and logouts that come from the SSO may end. */
export const LOGIN_OUTCOMES = ['in', 'refused', 'unknown', 'closed', 'noSchool', 'ended', 'busy', 'trouble'] as const;
export const LOGOUT_OUTCOMES = ['ended', 'unknown', 'unreadable'] as const;

export type LoginOutcome = (typeof LOGIN_OUTCOMES)[number];
export type LogoutOutcome = (typeof LOGOUT_OUTCOMES)[number];

/** What this process has seen of logins, for the measures. */
export interface LoginCounts {
  readonly logins: Record<LoginOutcome, number>;
  readonly singleLogouts: Record<LogoutOutcome, number>;
}

export function loginCounts(): LoginCounts {
  return {
    logins: { in: 0, refused: 0, unknown: 0, closed: 0, noSchool: 0, ended: 0, busy: 0, trouble: 0 },
    singleLogouts: { ended: 0, unknown: 0, unreadable: 0 },
  };
}
