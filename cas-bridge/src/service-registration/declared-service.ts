// SPDX-License-Identifier: EUPL-1.2

/** The declaration of Volée at an SSO server. */
export interface DeclaredService {
  /** The service URL, from `server.publicUrl` alone (C2). */
  readonly callbackUrl: URL;
  /** The element that holds the login: `user`, or an attribute. */
  readonly match: string;
  /** The address to which the server delivers proxy-granting tickets; undefined when none is requested. */
  readonly grantUrl: string | undefined;
}

/** The attribute that holds the login in the directories that a school has: what the CAS user is, or should be. */
export const LOGIN_ATTRIBUTE = 'uid';

/** Attributes to release, and no others: the directory tells Volée the rest. None when the CAS user is the login. */
export function releasedAttributes({ match }: DeclaredService): readonly string[] {
  return match === 'user' ? [] : [match];
}
