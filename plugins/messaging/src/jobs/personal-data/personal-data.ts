// SPDX-License-Identifier: EUPL-1.2
import type { MessagingBrick } from '../../brick-types.js';
import { erasePerson } from './erase-person.js';
import { exportPerson } from './export-person.js';
import { moveGroup } from './move-group.js';
import { movePerson } from './move-person.js';

/**
 * An export holds what the person wrote and what they received. An erasure removes their copies; what they wrote stays with its receivers,
 * without their name. A message without a copy is left to the retention: its rows name nobody any more. When two people become one, one
 * mailbox is put into the other. The host handles rules and pauses, as the manifest declares.
 */
export function registerPersonalData(brick: Pick<MessagingBrick, 'personalData' | 'moveGroup' | 'clock'>): void {
  brick.personalData({ exportPerson: (person) => exportPerson(person, brick.clock), erasePerson, movePerson });
  brick.moveGroup(moveGroup);
}
