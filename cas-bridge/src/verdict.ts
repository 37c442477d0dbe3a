// SPDX-License-Identifier: EUPL-1.2

/** Values by name; of EoleSSO's named sections, by `section.name`. */
export type Attributes = ReadonlyMap<string, readonly string[]>;

export interface Accepted {
  readonly accepted: true;
  /** The login of the person, never empty. */
  readonly user: string;
  readonly attributes: Attributes;
}

export interface Refused {
  readonly accepted: false;
  /** One of CAS 3.0 §2.5.3, or another word in capitals that the server chose. */
  readonly code: string;
}

/** What a CAS server says of a ticket. */
export type Verdict = Accepted | Refused;

/** A name that can be somebody's login. */
export function isLogin(text: string): boolean {
  return text !== '' && !/\p{Cc}/u.test(text);
}
