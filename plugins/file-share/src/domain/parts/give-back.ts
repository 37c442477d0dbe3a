// SPDX-License-Identifier: EUPL-1.2
import type { SchoolWork } from '@volee/core-adapter';
import { In, Not } from 'typeorm';
import { openSpace } from '../space/open-space.js';
import { groupSpace } from '../../store/space-ref.js';
import { FILE, NodeRow } from '../../store/node.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRoundRow } from '../../store/work-round.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { changeSpaces } from '../tree/change-spaces.js';
import { isReady, type TimeTools } from '../works/work-progress.js';
import { firstWord } from './first-word.js';

type GiveBackTools = Pick<SchoolWork, 'db' | 'clock'>;

/**
 * Gives back all parts that are ready.
 * @returns the number of parts, and their common instant
 */
export function giveBackReady(
  work: WorkRow,
  tools: GiveBackTools & TimeTools,
): Promise<{ readonly count: number; readonly at: Date }> {
  return inClass(work, tools, async () => {
    const at = tools.clock.now();
    const parts = await tools.db.repository(WorkPupilRow).find({ where: { workId: work.id } });
    let count = 0;
    const ready = parts.filter((part) => isReady(work, part, tools));
    for (const part of ready) if (await giveBackNow(part, at, tools)) count += 1;
    return { count, at };
  });
}

/**
 * Gives one part back as it was prepared: the pupil reads the word, and the guardians read word and files from now on.
 * @returns the instant of giving back; undefined when another person or the pupil changed the part meanwhile
 */
export function giveBack(
  work: Pick<WorkRow, 'groupId'>,
  part: WorkPupilRow,
  tools: GiveBackTools,
): Promise<Date | undefined> {
  return inClass(work, tools, async () => {
    const at = tools.clock.now();
    return (await giveBackNow(part, at, tools)) ? at : undefined;
  });
}

/** Runs the work in turn with everything else that changes files of the class, such as a pupil who puts a file into the part. */
export async function inClass<R>(
  { groupId }: Pick<WorkRow, 'groupId'>,
  tools: GiveBackTools,
  work: () => Promise<R>,
): Promise<R> {
  const { spaceId } = await openSpace(groupSpace(groupId), tools);
  return changeSpaces([spaceId], work, tools);
}

async function giveBackNow(part: WorkPupilRow, at: Date, { db }: GiveBackTools): Promise<boolean> {
  const { id, revision, ready, prepared, workId, groupId, pupilId, word, handedInAt, late } = part;
  if (ready === null) return false;
  const given = { state: ready, answer: prepared ?? firstWord(part), givenBackAt: at };
  const nodes = db.repository(NodeRow);
  const folders = await nodes.find({ select: ['id'], where: { parentId: id } });
  const unread = { parentId: In(folders.map((folder) => folder.id)), rank: FILE, readers: Not('families' as const) };
  const files = folders.length === 0 ? [] : await nodes.find({ select: ['id', 'readers'], where: unread });
  const undo = undoOf(part, files);
  const changes = { ...given, takenBackAt: null, ready: null, prepared: null, undo, revision: revision + 1 };
  if ((await db.repository(WorkPupilRow).update({ id, revision }, changes)) === 0) return false;
  const round = { partId: id, workId, groupId, pupilId, word, handedInAt, late, ...given };
  await db.repository(WorkRoundRow).insert([round]);
  if (files.length > 0) await nodes.update({ id: In(files.map((file) => file.id)) }, { readers: 'families' });
  return true;
}

/** `givenBefore` of `undoGiveBack`. */
function undoOf(
  { state, answer, givenBackAt, takenBackAt, revision }: WorkPupilRow,
  files: readonly Pick<NodeRow, 'id' | 'readers'>[],
): string {
  const kept = files.map(({ id, readers }) => ({ id, readers }));
  return JSON.stringify({ state, answer, givenBackAt, takenBackAt, revision: revision + 1, files: kept });
}
