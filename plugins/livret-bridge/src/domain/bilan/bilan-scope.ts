// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope } from '@volee/core-adapter';
import type { BilanRow } from '../../store/bilan.entity.js';

/**
 * The scope of a bilan. It names the pupil and not the class: the teachers of the class would read it for ever, and those of
 * the next year never. Until it is published, teachers and the head alone know of it.
 * @param wasPublished whether the family knows of it, since it was published before and unlocked
 */
export function bilanScope(
  { pupilId, state }: Pick<BilanRow, 'pupilId' | 'state'>,
  wasPublished = false,
): ResourceScope {
  const isKnown = state === 'published' || wasPublished;
  return { pupilId, ...(!isKnown && { visibleTo: ['teacher', 'head'] }) };
}
