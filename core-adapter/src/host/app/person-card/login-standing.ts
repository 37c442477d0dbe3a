// SPDX-License-Identifier: EUPL-1.2
import type { ExternalIdRow } from '../../domain/directory/external-id.entity.js';

/**
 * Whether a person may log in, as `login/come-in.ts` decides: `open`, by this login at the SSO; `noSso`, since no brick of the settings
 * leads to one; `left`, since no source names the person any more; `unknownToSso`, since the source whose logins the SSO speaks does
 * not; `noSchool`, since the person is nothing in any school.
 */
export interface LoginStanding {
  readonly state: 'open' | 'noSso' | 'left' | 'unknownToSso' | 'noSchool';
  readonly login: string | null;
  /** The source whose logins the SSO speaks. */
  readonly source: string | null;
}

interface Known {
  readonly loginSource: string | undefined;
  readonly disabled: boolean;
  readonly keys: readonly Pick<ExternalIdRow, 'source' | 'login'>[];
  /** In how many schools the person is something. */
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
