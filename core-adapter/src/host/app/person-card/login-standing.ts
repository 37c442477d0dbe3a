// SPDX-License-Identifier: EUPL-1.2
import type { ExternalIdRow } from '../../domain/directory/external-id.entity.js';

/**
 * Whether a person may log in, by the rules of `login/open-session.ts`. `noSso`: no auth provider is configured. `left`: no source names
 * the person any more. `unknownToSso`: the source with the SSO's logins does not name the person. `noSchool`: the person has no school.
 */
export interface LoginStanding {
  readonly state: 'open' | 'noSso' | 'left' | 'unknownToSso' | 'noSchool';
  readonly login: string | null;
  /** The source with the logins of the SSO. */
  readonly source: string | null;
}

interface Known {
  readonly loginSource: string | undefined;
  readonly disabled: boolean;
  readonly keys: readonly Pick<ExternalIdRow, 'source' | 'login'>[];
  /** The number of schools where the person has a profile. */
  readonly schools: number;
}

export function loginStanding({ loginSource, disabled, keys, schools }: Known): LoginStanding {
  const login = keys.find((key) => key.source === loginSource)?.login ?? null;
  const state = (): LoginStanding['state'] => {
    if (disabled) return 'left';
    if (loginSource === undefined) return 'noSso';
    if (login === null) return 'unknownToSso';
    return schools === 0 ? 'noSchool' : 'open';
  };
  return { state: state(), login, source: loginSource ?? null };
}
