// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { Clock, SchoolDatabase } from '@volee/core-adapter';
import { NodeRow } from '../../store/node.entity.js';
import { WorkPupilRow, type PartState } from '../../store/work-pupil.entity.js';
import { WorkRoundRow } from '../../store/work-round.entity.js';
import { lockSpaces } from '../../domain/tree/change-spaces.js';
import { inParts } from '../../domain/tree/all-below.js';
import type { Move, MoveTools } from './move-tools.js';
import { firstFreeName, foldName } from '../../store/names/free-name.js';
import { nameColumns } from '../../store/names/name-columns.js';
import { changeCounts, negative, sumOf } from '../../domain/tree/counts.js';
import { deleteNodes } from '../../domain/tree/delete-nodes.js';
import { aboveIn } from '../../domain/tree/find-node.js';
import { filesIn, findWorkFolder } from '../../domain/works/work-folders.js';

/** The states in the order of progress. */
const PROGRESS: readonly PartState[] = ['given', 'started', 'again', 'handedIn', 'corrected'];

/**
 * Gives the parts of one pupil to another. Of two parts of one work, the one that is further on stays, and gets the files, the words and the
 * corrections of the other one: a pupil loses nothing of either.
 */
export async function moveParts(move: Move, tools: MoveTools): Promise<void> {
  const { db, from, to } = move;
  const parts = db.repository(WorkPupilRow);
  const ofTo = new Map((await parts.find({ where: { pupilId: to } })).map((part) => [part.workId, part]));
  const pairs = (await parts.find({ where: { pupilId: from } })).flatMap((part) => {
    const other = ofTo.get(part.workId);
    return other ? [[part, other] as const] : [];
  });
  await lockFolders(
    pairs.flat().map(({ id }) => id),
    move,
  );
  for (const [part, other] of pairs) {
    const isFirst = await isFurther(part, other, move);
    await join(isFirst ? part : other, isFirst ? other : part, move, tools);
  }
  await parts.update({ pupilId: from }, { pupilId: to });
  await db.repository(WorkRoundRow).update({ pupilId: from }, { pupilId: to });
  await db.repository(NodeRow).update({ pupilId: from }, { pupilId: to });
}

async function lockFolders(partIds: readonly string[], { db }: Move): Promise<void> {
  const spaceIds: string[] = [];
  for (const ids of inParts(partIds)) {
    const folders = await db.repository(NodeRow).find({ where: { parentId: In(ids) } });
    spaceIds.push(...folders.map(({ spaceId }) => spaceId));
  }
  await lockSpaces(spaceIds, { db });
}

/**
 * A part that was handed in after the other one was given back waits for its teacher, and is further on than a corrected one. Of two that are
 * as far on, the one that was not taken back stays, then the one with files or a word, then the one that changed last.
 */
async function isFurther(part: WorkPupilRow, other: WorkPupilRow, { db }: Move): Promise<boolean> {
  const byWaiting = Number(waitsAfter(part, other)) - Number(waitsAfter(other, part));
  if (byWaiting !== 0) return byWaiting > 0;
  const byState = PROGRESS.indexOf(part.state) - PROGRESS.indexOf(other.state);
  if (byState !== 0) return byState > 0;
  const byTakingBack = Number(part.takenBackAt === null) - Number(other.takenBackAt === null);
  if (byTakingBack !== 0) return byTakingBack > 0;
  const isFilled = async ({ id, word }: WorkPupilRow): Promise<boolean> => {
    const folders = await db.repository(NodeRow).find({ where: { parentId: id } });
    return word !== '' || folders.some(({ files }) => files > 0);
  };
  const byContent = Number(await isFilled(part)) - Number(await isFilled(other));
  return byContent === 0 ? lastOf(part) > lastOf(other) : byContent > 0;
}

function waitsAfter({ state, handedInAt }: WorkPupilRow, { givenBackAt }: WorkPupilRow): boolean {
  return state === 'handedIn' && givenBackAt !== null && (handedInAt?.getTime() ?? 0) > givenBackAt.getTime();
}

function lastOf({ startedAt, handedInAt, givenBackAt }: WorkPupilRow): number {
  return Math.max(...[startedAt, handedInAt, givenBackAt].map((instant) => instant?.getTime() ?? 0));
}

async function join(kept: WorkPupilRow, dropped: WorkPupilRow, { db }: Move, tools: MoveTools): Promise<void> {
  await joinPartFiles(dropped, kept, { db, ...tools });
  await db.repository(WorkRoundRow).update({ partId: dropped.id }, { partId: kept.id });
  const parts = db.repository(WorkPupilRow);
  await parts.delete({ id: dropped.id });
  const isLater = (dropped.givenBackAt?.getTime() ?? 0) > (kept.givenBackAt?.getTime() ?? 0);
  const { answer, givenBackAt } = isLater ? dropped : kept;
  const { handedInAt, late } = kept.handedInAt ? kept : dropped;
  await parts.update(
    { id: kept.id },
    {
      ...{ answer, givenBackAt, handedInAt, late, word: both(kept.word, dropped.word) },
      prepared: kept.prepared === null ? dropped.prepared : both(kept.prepared, dropped.prepared ?? ''),
      ready: kept.ready ?? dropped.ready,
      shown: kept.shown || dropped.shown,
      shownToRead: kept.shownToRead || dropped.shownToRead,
      startedAt: kept.startedAt ?? dropped.startedAt,
      undo: null,
      revision: kept.revision + 1,
    },
  );
}

/** Joins two notes; equal ones are kept once. */
function both(word: string, other: string): string {
  return [...new Set([word, other])].filter((one) => one !== '').join('\n\n');
}

interface JoinTools {
  readonly db: SchoolDatabase;
  readonly clock: Clock;
}

type PartId = Pick<WorkPupilRow, 'id'>;

/**
 * Puts the files of one part into another one of the same work, under names that are free there. A file with a content that is there already, such as
 * the same sheet to fill in, is not doubled. Runs in `changeSpaces` or under `lockSpaces`.
 */
async function joinPartFiles(from: PartId, to: PartId, tools: JoinTools): Promise<void> {
  for (const kind of ['own', 'back'] as const) {
    const folder = await findWorkFolder(from.id, kind, tools);
    if (!folder) continue;
    const there = await findWorkFolder(to.id, kind, tools);
    if (there) await joinFolders(folder, there, tools);
    else await tools.db.repository(NodeRow).update({ id: folder.id }, { parentId: to.id });
  }
}

async function joinFolders(folder: NodeRow, there: NodeRow, tools: JoinTools): Promise<void> {
  const { db } = tools;
  const nodes = db.repository(NodeRow);
  const kept = await filesIn(there, tools);
  const used = new Set(kept.map(({ foldedName }) => foldedName));
  const moved: NodeRow[] = [];
  for (const file of await filesIn(folder, tools)) {
    if (kept.some((one) => isSame(one, file))) continue;
    const name = firstFreeName(file.name, (folded) => used.has(folded));
    used.add(foldName(name));
    await nodes.update({ id: file.id }, { ...nameColumns(name), parentId: there.id, above: aboveIn(there) });
    moved.push(file);
  }
  // Files that the pupil took out of either part come back to the part that stays.
  const ownerId = In([folder.pupilId, there.pupilId].flatMap((id) => id ?? []));
  await nodes.update({ ownerId, spaceKind: 'own', trashedFrom: folder.id }, { trashedFrom: there.id });
  await changeCounts([there.id], sumOf(moved), { db });
  await changeCounts([folder.id], negative(sumOf(moved)), { db });
  await deleteNodes(await nodes.find({ where: { id: folder.id } }), tools);
}

function isSame(one: NodeRow, other: NodeRow): boolean {
  return one.contentId !== null && one.contentId === other.contentId && one.readers === other.readers;
}
