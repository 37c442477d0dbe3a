// SPDX-License-Identifier: EUPL-1.2
import type { FileShareTexts } from '../../brick-types.js';
import type { Readers } from '../../store/readers.js';
import type { NodeRow } from '../../store/node.entity.js';

/** The readers of a folder or file, in two or three words. */
export interface ReadersTag {
  /** « Élèves et familles » */
  readonly word: string;
  /** The icon that stands before the word. */
  readonly sign: ReadersSign;
}

/** `one`: a single person, or a pupil with the teachers. */
export type ReadersSign = Readers | 'one';

type TaggedNode = Pick<NodeRow, 'spaceKind' | 'readers' | 'ownerId'>;

/** @param userId the user who reads the word: « Toi et tes enseignants » */
export function readersTag(node: TaggedNode, userId: string, t: FileShareTexts): ReadersTag {
  const { spaceKind, readers, ownerId } = node;
  if (spaceKind === 'own') return { word: t('readers.own'), sign: 'one' };
  if (spaceKind === 'team') return { word: t('readers.team'), sign: 'teachers' };
  if (ownerId !== null) return { word: t(ownerId === userId ? 'readers.mine' : 'readers.pupil'), sign: 'one' };
  return { word: readersWord(spaceKind, readers, t), sign: readers };
}

export function readersWord(kind: NodeRow['spaceKind'], readers: Readers, t: FileShareTexts): string {
  return kind === 'school' && readers === 'teachers' ? t('readers.adults') : t(`readers.${readers}`);
}
