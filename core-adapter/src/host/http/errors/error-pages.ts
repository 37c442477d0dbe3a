// SPDX-License-Identifier: EUPL-1.2
import type { HostKey } from '../../infra/locales/index.js';

/** The next step for the visitor. `reopen` and `retry` lead to the page that failed; `otherAccount` ends the SSO session first. */
export type ErrorAction = 'retry' | 'reopen' | 'login' | 'loginAgain' | 'home' | 'otherAccount';

export interface ErrorPage {
  readonly status: number;
  readonly icon: string;
  readonly title: HostKey;
  readonly text: HostKey;
  readonly remedy: HostKey;
  /** The first is the one to take. */
  readonly actions: readonly ErrorAction[];
}

const pages = {
  badRequest: { status: 400, icon: 'signpost-split-fill', actions: ['home'] },
  loginNeeded: { status: 401, icon: 'door-closed-fill', actions: ['login'] },
  forbidden: { status: 403, icon: 'lock-fill', actions: ['home'] },
  notFound: { status: 404, icon: 'signpost-split-fill', actions: ['home'] },
  conflict: { status: 409, icon: 'people-fill', actions: ['reopen', 'home'] },
  tooLarge: { status: 413, icon: 'box-seam-fill', actions: ['reopen', 'home'] },
  textTooLong: { status: 413, icon: 'file-earmark-text-fill', actions: ['reopen', 'home'] },
  brickFailed: { status: 503, icon: 'bricks', actions: ['retry', 'home'] },
  contentLost: { status: 404, icon: 'file-earmark-x-fill', actions: ['home'] },
  storageFull: { status: 503, icon: 'hdd-fill', actions: ['reopen', 'home'] },
  unavailable: { status: 503, icon: 'hourglass-split', actions: ['retry', 'home'] },
  databaseDown: { status: 503, icon: 'hourglass-split', actions: ['retry', 'home'] },
  busy: { status: 503, icon: 'people-fill', actions: ['loginAgain'] },
  ssoDown: { status: 503, icon: 'hourglass-split', actions: ['loginAgain'] },
  unexpected: { status: 500, icon: 'tools', actions: ['retry', 'home'] },
  unknownPerson: { status: 403, icon: 'person-fill-x', actions: ['otherAccount'] },
  accountDisabled: { status: 403, icon: 'person-fill-lock', actions: ['otherAccount'] },
  accountChanging: { status: 409, icon: 'hourglass-split', actions: ['loginAgain'] },
  noSchool: { status: 403, icon: 'building-fill', actions: ['otherAccount'] },
  ticketRefused: { status: 403, icon: 'door-closed-fill', actions: ['loginAgain'] },
  notFresh: { status: 403, icon: 'key-fill', actions: ['loginAgain', 'home'] },
  otherPerson: { status: 403, icon: 'people-fill', actions: ['otherAccount', 'home'] },
  loginEnded: { status: 409, icon: 'door-open-fill', actions: ['login'] },
  cookiesRefused: { status: 400, icon: 'cookie', actions: ['login'] },
  loggedOut: { status: 200, icon: 'door-open-fill', actions: ['login'] },
} as const satisfies Record<string, { status: number; icon: string; actions: readonly ErrorAction[] }>;

/** The kinds of error pages, and the page after a logout. */
export type ErrorKind = keyof typeof pages;

export const ERROR_KINDS = Object.keys(pages) as readonly ErrorKind[];

export function errorPage(kind: ErrorKind): ErrorPage {
  return {
    ...pages[kind],
    title: `error.${kind}`,
    text: `error.${kind}Text`,
    remedy: `error.${kind}Remedy`,
  };
}
