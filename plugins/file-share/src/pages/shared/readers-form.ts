// SPDX-License-Identifier: EUPL-1.2
import type { Choice } from '@volee/core-adapter/ui';
import type { FileShareRequest, FileShareTexts } from '../../brick-types.js';
import { narrower } from '../../domain/scope/readers.js';
import { READERS, type Readers } from '../../store/readers.js';
import { readersPath } from '../../paths.js';
import { FOLDER, type NodeRow } from '../../store/node.entity.js';
import { countReaders, type ReaderCounts } from '../../domain/readers/count-readers.js';
import { readersWord } from '../../domain/readers/readers-tag.js';

export interface ReadersForm {
  readonly url: string;
  readonly value: Readers | undefined;
  readonly choices: readonly Choice[];
  /** Why fewer words are offered than there are. */
  readonly limit: string | undefined;
  /** Whether pupils may add to the folder; undefined where that is no question. */
  readonly pupilsAdd: boolean | undefined;
  /** A sentence about what is in the folder. */
  readonly below: string | undefined;
}

/** @param parent the folder around the node */
export async function presentReadersForm(
  node: NodeRow,
  parent: NodeRow,
  { directory, t, format, url }: Pick<FileShareRequest, 'directory' | 't' | 'format' | 'url'>,
): Promise<ReadersForm> {
  const counts = await countReaders(node, directory);
  const offered = READERS.filter((one) => narrower(parent.readers, one) === one);
  const isFolder = node.rank === FOLDER;
  // A pupil's own file in a class has no word among these until a teacher chooses one.
  const value = node.ownerId === null || node.readers === 'teachers' ? node.readers : undefined;
  return {
    url: url(readersPath(node)),
    value,
    choices: offered.map((one) => ({
      value: one,
      label: readersWord(node.spaceKind, one, t),
      detail: [
        personsText(one, node.spaceKind, counts, { t, format }),
        changeText(node.readers, one, counts, { t, format }),
      ]
        .filter((text) => text !== '')
        .join(' '),
    })),
    limit: offered.length < READERS.length ? t('readers.limit', { folder: parent.name }) : undefined,
    pupilsAdd: isFolder && node.spaceKind === 'group' ? node.pupilsAdd : undefined,
    below: isFolder ? t(node.spaceKind === 'school' ? 'readers.belowSchool' : 'readers.below') : undefined,
  };
}

interface Texts {
  readonly t: FileShareTexts;
  readonly format: Pick<FileShareRequest['format'], 'list'>;
}

/** « 24 élèves, 38 parents, l’équipe enseignante et la direction. » */
function personsText(readers: Readers, kind: NodeRow['spaceKind'], counts: ReaderCounts, { t, format }: Texts): string {
  const isSchool = kind === 'school';
  if (readers === 'teachers') return t(isSchool ? 'readers.onlyAdults' : 'readers.onlyTeam');
  const adults = isSchool ? [t('readers.andAdults')] : [t('readers.andTeam'), t('readers.andHead')];
  const persons = format.list([...partsOf(readers, counts, t), ...adults]);
  return t('readers.persons', { persons });
}

/** « 38 parents ne verront plus » : the people who gain or lose the node by this choice. */
function changeText(now: Readers, then: Readers, counts: ReaderCounts, { t, format }: Texts): string {
  const [before, after] = [partsOf(now, counts, t), partsOf(then, counts, t)];
  const [more, fewer] = [missingIn(before, after), missingIn(after, before)];
  if (more.length > 0) return t('readers.more', { persons: format.list(more) });
  if (fewer.length > 0) return t('readers.fewer', { persons: format.list(fewer) });
  return '';
}

/** « 24 élèves » and « 38 parents »: the people besides the adults of the school. */
export function partsOf(readers: Readers, { pupils, guardians }: ReaderCounts, t: FileShareTexts): string[] {
  return [
    ...(readers === 'teachers' ? [] : [t('readers.pupilCount', { count: pupils })]),
    ...(readers === 'families' ? [t('readers.guardianCount', { count: guardians })] : []),
  ];
}

function missingIn(some: readonly string[], others: readonly string[]): string[] {
  return others.filter((one) => !some.includes(one));
}
