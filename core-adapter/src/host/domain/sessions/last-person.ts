// SPDX-License-Identifier: EUPL-1.2
import type { Request, Response } from 'express';
import { hostCookie } from './host-cookies.js';
import type { Seal } from './seal.js';
import { cookiesOf } from '../../infra/util/cookies-of.js';

/** Keeps a sealed grant of a session, which has the same key, from being read as a person. */
const PREFIX = 'person ';

/**
 * The person who logged in last in a browser, sealed in a cookie: once their session has ended, nothing else names the author of a form
 * that arrives without one (ADR 69). It proves nothing and opens nothing.
 */
export interface LastPerson {
  note(response: Response, personId: string): void;
  /** The id of the person; undefined after a logout, and in a browser where nobody has logged in. */
  read(request: Request): string | undefined;
  forget(response: Response): void;
  /** A person as a mark in an address, which only our own host can make and read. */
  seal(personId: string): string;
  open(mark: string): string | undefined;
}

export function lastPerson(publicUrl: URL, { seal, open }: Seal): LastPerson {
  const { name, options } = hostCookie('volee_person', publicUrl);
  const sealed = (personId: string): string => seal(PREFIX + personId);
  const opened = (mark: string): string | undefined => {
    const text = open(mark);
    return text?.startsWith(PREFIX) ? text.slice(PREFIX.length) : undefined;
  };
  return {
    note: (response, personId) => void response.cookie(name, sealed(personId), options),
    read: (request) => opened(cookiesOf(request).get(name) ?? ''),
    forget: (response) => void response.clearCookie(name, options),
    seal: sealed,
    open: opened,
  };
}
