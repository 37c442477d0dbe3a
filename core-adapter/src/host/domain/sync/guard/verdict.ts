// SPDX-License-Identifier: EUPL-1.2
import type { MembershipRole } from '../../../../api/directory-source.js';
import type { Profile } from '../../../../api/people.js';
import type { Span } from './baseline.js';

export interface Verdict {
  readonly refused: boolean;
  /** The first ones; `more` says how many others there are. */
  readonly reasons: readonly Reason[];
  readonly more: number;
}

export interface Reason {
  readonly code:
    | 'nothing-read'
    | 'ids-replaced'
    | 'school-vanished'
    | 'school-shrank'
    | 'profile-shrank'
    | 'groups-shrank'
    | 'vanished-everywhere';
  /** Absent: the source as a whole. */
  readonly uai?: string;
  readonly profile?: Profile;
  /** In which role they were in groups. */
  readonly role?: MembershipRole;
  /** Absent: compared with what is stored; else with how it stood a day or a week ago. */
  readonly span?: Span;
  readonly before: number;
  readonly after: number;
  /** One sentence, in English, for the terminal. */
  readonly sentence: string;
}
