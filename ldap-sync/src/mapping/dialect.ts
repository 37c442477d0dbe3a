// SPDX-License-Identifier: EUPL-1.2
import type { GroupWords } from './group.js';

/** The differences between the two directories of a Scribe, OpenLDAP and Samba AD. */
export interface Dialect {
  /** Names an account, in its entry and in its DN. */
  readonly login: string;
  readonly groups: GroupWords;
}
