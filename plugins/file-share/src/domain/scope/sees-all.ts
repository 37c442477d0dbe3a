// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import type { NodeRow } from '../../store/node.entity.js';
import { readersSeenBy } from './readers.js';

/**
 * Whether a person with these profiles sees all that is in a space of this kind. Others learn no count and no size of its folders, which tell
 * of what they do not see.
 */
export function seesAll(kind: NodeRow['spaceKind'], profiles: readonly Profile[]): boolean {
  return kind === 'own' || kind === 'team' || readersSeenBy(profiles).includes('teachers');
}
