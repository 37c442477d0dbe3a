// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest, FileShareTexts } from '../../brick-types.js';
import { countReaders } from '../../domain/readers/count-readers.js';
import { pupilsAmong } from '../../domain/readers/pupils-among.js';
import { readersTag } from '../../domain/readers/readers-tag.js';
import { readScope } from '../../domain/scope/node-scopes.js';
import { READERS, type Readers } from '../../store/readers.js';
import type { NodeRow } from '../../store/node.entity.js';
import { placeIn, type Around } from '../../domain/tree/place-in.js';
import { givenTo, pupilOf } from '../../domain/tree/pupil-of.js';

/** Which people will see the folders and files at their destination. */
export interface ViewerChanges {
  /** « Élèves et familles » : those of the destination that see most. */
  readonly word: string;
  /** The figures of a class that the user teaches or heads. */
  readonly figures: readonly ViewerFigure[];
  /** One sentence for each kind of change. */
  readonly sentences: readonly string[];
  /** The people who see more than before. */
  readonly added: number;
  /** The label of the choice that shows the nodes to nobody else than before. */
  readonly keepLabel: string | undefined;
}

interface ViewerFigure {
  readonly label: string;
  readonly value: number;
  readonly added: number;
}

interface Change {
  readonly before: NodeRow;
  readonly after: NodeRow;
  readonly direction: 'same' | 'more' | 'fewer' | 'other';
}

type ViewerRequest = Pick<FileShareRequest, 'access' | 'directory' | 'user' | 't' | 'format'>;

/** @param folder the destination as it is, or as its root will be */
export async function viewerChanges(
  nodes: readonly NodeRow[],
  folder: Around,
  mayKeep: boolean,
  request: ViewerRequest,
): Promise<ViewerChanges> {
  const adders = [...new Set(nodes.flatMap(({ addedBy }) => addedBy ?? []))];
  const pupilIds = new Set(await pupilsAmong(adders, request.directory));
  const placed = (node: NodeRow): NodeRow => ({
    ...node,
    ...placeIn(folder, {
      ...node,
      pupil: pupilOf(node, folder, pupilIds) ?? givenTo(folder, node.ownReaders),
      dropped: undefined,
    }),
  });
  const changes = nodes.map((before) => changeOf(before, placed(before)));
  const widest = READERS.find((readers) => changes.some(({ after }) => after.readers === readers)) ?? 'teachers';
  const shown = changes.find(({ after }) => after.readers === widest)?.after ?? folder;
  const figures = await figuresOf(changes, widest, folder, request);
  const wider = changes.filter(({ direction }) => direction === 'more' || direction === 'other');
  const isSchool = folder.spaceKind === 'school';
  const isClass = folder.spaceKind === 'group' || isSchool;
  const { word } = readersTag(shown, request.user.id, request.t);
  return {
    // The same word means the people of a class elsewhere.
    word: isSchool && widest !== 'teachers' ? request.t('viewers.wholeSchool', { word }) : word,
    figures,
    sentences: sentencesOf(changes, request),
    added: figures.reduce((sum, { added }) => sum + added, 0),
    keepLabel: mayKeep && isClass && wider.length > 0 ? keepLabel(wider, folder, request.t) : undefined,
  };
}

function changeOf(before: NodeRow, after: NodeRow): Change {
  return { before, after, direction: directionOf(before, after) };
}

function directionOf(before: NodeRow, after: NodeRow): Change['direction'] {
  if (before.groupId !== after.groupId || before.spaceKind !== after.spaceKind) return directionBetween(before, after);
  if (before.ownerId !== after.ownerId) return after.ownerId === null ? 'more' : 'fewer';
  const step = READERS.indexOf(before.readers) - READERS.indexOf(after.readers);
  if (step === 0) return 'same';
  return step > 0 ? 'more' : 'fewer';
}

/** From one space to another. */
function directionBetween(before: NodeRow, after: NodeRow): Change['direction'] {
  if (after.spaceKind === 'own') return 'fewer';
  if (before.spaceKind === 'own') return 'more';
  if (before.groupId !== after.groupId) return 'other';
  const group = before.spaceKind === 'group' ? before : after;
  if (group.readers === 'teachers') return 'same';
  return group === before ? 'fewer' : 'more';
}

async function figuresOf(
  changes: readonly Change[],
  widest: Readers,
  folder: Around,
  { access, directory, t }: ViewerRequest,
): Promise<ViewerFigure[]> {
  if (folder.spaceKind !== 'group' || widest === 'teachers') return [];
  const profiles = await access.heldAs('read', readScope({ ...folder, addedBy: null }));
  if (!profiles.includes('teacher') && !profiles.includes('head')) return [];
  const { pupils, guardians } = await countReaders(folder, directory);
  const isNew = (readers: readonly Readers[]): boolean =>
    changes.some(
      ({ before, after, direction }) =>
        direction !== 'same' &&
        readers.includes(after.readers) &&
        !(before.groupId === after.groupId && before.spaceKind === after.spaceKind && readers.includes(before.readers)),
    );
  const figure = (label: string, value: number, added: boolean): ViewerFigure => ({
    ...{ label, value },
    added: added ? value : 0,
  });
  return [
    figure(t('viewers.pupils', { count: pupils }), pupils, isNew(['families', 'pupils'])),
    ...(widest === 'families'
      ? [figure(t('viewers.guardians', { count: guardians }), guardians, isNew(['families']))]
      : []),
  ];
}

function sentencesOf(changes: readonly Change[], { t, format, user }: ViewerRequest): string[] {
  const groups = new Map<string, { change: Change; names: string[] }>();
  for (const change of changes) {
    const key = `${change.direction} ${change.after.readers} ${change.after.ownerId === null}`;
    const group = groups.get(key) ?? { change, names: [] };
    group.names.push(change.before.name);
    groups.set(key, group);
  }
  if (groups.size === 1) {
    return [...groups.values()].map(({ change: { direction, before } }) =>
      t(`viewers.${direction}`, { before: readersTag(before, user.id, t).word }),
    );
  }
  return [...groups.values()].map(({ change: { direction, before, after }, names }) =>
    t(`viewers.named.${direction}`, {
      names: format.list(names.length > TOLD ? [...names.slice(0, TOLD), '…'] : names),
      before: readersTag(before, user.id, t).word,
      after: readersTag(after, user.id, t).word,
    }),
  );
}

/** Names that one sentence tells. */
const TOLD = 5;

function keepLabel(wider: readonly Change[], folder: Around, t: FileShareTexts): string {
  const words = new Set(wider.map(({ before }) => before.readers));
  if (words.size > 1) return t('viewers.keep');
  if (words.has('pupils')) return t('viewers.keepPupils');
  return t(folder.spaceKind === 'school' ? 'viewers.keepAdults' : 'viewers.keepTeachers');
}
