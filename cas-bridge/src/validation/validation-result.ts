// SPDX-License-Identifier: EUPL-1.2

/** Values by name; of EoleSSO's named sections, by `section.name`. */
export type Attributes = ReadonlyMap<string, readonly string[]>;

export interface Accepted {
  readonly accepted: true;
  /** The login of the person, never empty. */
  readonly user: string;
  readonly attributes: Attributes;
  /** The addresses of the services that the ticket came through, the last one first (CAS 3.0 §2.6.2); none of a service ticket. */
  readonly proxies: readonly string[];
  /** The answer could hide one value behind another, so none was read. */
  readonly isDoubtful?: true;
  /** The id of the proxy-granting ticket that was delivered meanwhile (CAS 3.0 §2.5.4); it is not that ticket. */
  readonly pgtIou?: string | undefined;
}

export interface Refused {
  readonly accepted: false;
  /** One of CAS 3.0 §2.5.3, or another word in capitals that the server chose. */
  readonly code: string;
}

/** The answer of a CAS server about a ticket. */
export type ValidationResult = Accepted | Refused;

/** The parsed answer: undefined for an invalid or ambiguous one, `nobody` for a success without a user. */
export type ParsedResponse = ValidationResult | 'nobody' | undefined;

/**
 * Whether a name can be somebody's login. With a no-break space at an end it would pass for another's, since the directory trims logins.
 */
export function isLogin(text: string): boolean {
  return text !== '' && text === text.trim() && !/\p{Cc}/u.test(text);
}

/** The code of a failure as it may be told on. The text beside it is left out: servers repeat the ticket in it. */
export function refusal(code: unknown): Refused {
  return { accepted: false, code: typeof code === 'string' && /^[A-Z_]{1,64}$/.test(code) ? code : 'UNKNOWN_CODE' };
}
