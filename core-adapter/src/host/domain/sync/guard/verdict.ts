// SPDX-License-Identifier: EUPL-1.2
import type { MembershipRole } from '../../../../api/directory/directory-source.js';
import type { GroupKind, Profile } from '../../../../api/people.js';
import type { Span } from './spans.js';

export interface Verdict {
  readonly refused: boolean;
  /** The first reasons; `more` is the number of others. */
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
    | 'classes-changed'
    | 'vanished-everywhere';
  /** Absent when the source as a whole is meant. */
  readonly uai?: string;
  readonly profile?: Profile;
  /** The role in groups. */
  readonly role?: MembershipRole;
  /** The kind of the groups; absent when groups of any kind are meant, and in verdicts of earlier versions. */
  readonly group?: GroupKind;
  /** The period compared with; absent when compared with the stored state. */
  readonly span?: Span;
  readonly before: number;
  readonly after: number;
  /** One sentence in English, for the terminal. */
  readonly sentence: string;
}
