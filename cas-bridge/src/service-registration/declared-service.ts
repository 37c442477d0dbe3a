// SPDX-License-Identifier: EUPL-1.2

/** What an SSO server is told of Volée. */
export interface DeclaredService {
  /** The service URL, from `server.publicUrl` alone (C2). */
  readonly callbackUrl: URL;
  /** What holds the login: `user`, or an attribute. */
  readonly match: string;
  /** Where the server hands over proxy-granting tickets; undefined: none is asked for. */
  readonly grantUrl: string | undefined;
}

/** The attribute that holds the login in the directories that a school has: what the CAS user is, or should be. */
export const LOGIN_ATTRIBUTE = 'uid';

/** Attributes to release, and no others: the directory tells Volée the rest. None where the CAS user is the login. */
export function releasedAttributes({ match }: DeclaredService): readonly string[] {
  return match === 'user' ? [] : [match];
}
