// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type JobWork, type Profile, type SchoolWork } from '@volee/core-adapter';
import { In, IsNull, LessThan, Not } from 'typeorm';
import { giveUp } from '../../domain/keep/give-up.js';
import { homesOf, keepForPupils } from '../../domain/keep/keep-for-pupils.js';
import { takenFromPupils, type PupilsFile } from '../../domain/keep/of-pupils.js';
import { pupilsAmong } from '../../domain/readers/pupils-among.js';
import { FILE, NodeRow } from '../../store/node.entity.js';
import { SpaceRow, TOTAL } from '../../store/space.entity.js';
import { readTrees, type Trees } from '../../domain/tree/all-below.js';
import { changeSpaces } from '../../domain/tree/change-spaces.js';
import { deleteTrees } from '../../domain/tree/delete-nodes.js';
import { TreeRefusal } from '../../domain/tree/tree-refusal.js';
import { TRASH_DAYS } from '../../domain/trash/trash-days.js';
import { trashTerms } from '../../domain/trash/trash-terms.js';

const DAY = 86_400_000;
/** The number of nodes deleted in one transaction, each with all below it. */
const PART = 20;

type TrashWork = Pick<SchoolWork, 'db' | 'clock'> & {
  readonly directory: Pick<SchoolWork['directory'], 'relations' | 'everPupils'>;
};

/**
 * Deletes for good what has been in the trash for 30 days on which its person could bring it back: the days count anew once the brick is on again
 * for them (ADR 66), and the page of the trash knows since when. What a person brings back meanwhile stays. Pupils keep a copy of what others threw away, as far as
 * `trashedBy` tells: for what was in the trash before that column, it names the author (ADR 82).
 */
export async function emptyOldTrash(
  { offSince, ...work }: TrashWork & Pick<JobWork, 'offSince'>,
  signal: AbortSignal,
): Promise<void> {
  const { db, clock } = work;
  const lastOff = async (profile?: Profile): Promise<Date | undefined> =>
    (await offSince(thirtyDaysAgo(clock), profile)).at(-1)?.until;
  const trashFrom = await lastOff();
  const trashFromOf: SpaceRow['trashFromOf'] = {};
  for (const profile of PROFILES) {
    const until = await lastOff(profile);
    if (until) trashFromOf[profile] = until.toISOString();
  }
  await db.repository(SpaceRow).update({ holder: TOTAL }, { trashFromOf, ...(trashFrom && { trashFrom }) });
  if (trashFrom) return;
  // Space by space: an index has the trash of each.
  for (const { id } of await db.repository(SpaceRow).find()) {
    let last: NodeRow | undefined;
    do {
      signal.throwIfAborted();
      last = await emptyPart(id, last, work);
    } while (last);
  }
}

/** @returns the last node that was looked at, when there may be more */
async function emptyPart(spaceId: string, after: NodeRow | undefined, work: TrashWork): Promise<NodeRow | undefined> {
  const { db, clock } = work;
  const nodes = db.repository(NodeRow);
  const due = thirtyDaysAgo(clock);
  const old = { spaceId, trashedAt: LessThan(due), trashedFrom: Not(IsNull()) };
  const all = await nodes.find({ where: old, order: { id: 'ASC' }, take: PART, ...(after && { after }) });
  const more = all.length === PART ? all.at(-1) : undefined;
  const countsFrom = await trashTerms(all, work);
  const found = all.filter((node) => countsFrom(node) < due);
  if (found.length === 0) return more;
  const ids = found.map(({ id }) => id);
  // The pupils among the authors are looked up before the spaces are locked.
  const before = await readTrees(found.filter(isOfClass), work);
  const asked = new Set(addersIn(before));
  const pupilIds = new Set(await pupilsAmong([...asked], work.directory));
  const takenIn = (trees: Trees): PupilsFile[] => takenFromPupils(trees, pupilIds, ({ trashedBy }) => trashedBy);
  const homes = await homesOf(takenIn(before), work);
  const remove = async (): Promise<void> => {
    const trees = await readTrees(await nodes.find({ where: { ...old, id: In(ids) } }), work);
    if (addersIn(trees).some((id) => !asked.has(id))) throw new TreeRefusal('gone');
    await keepForPupils(takenIn(trees), homes, work, 'trash');
    await giveUp(trees, work);
    await deleteTrees(trees, work);
  };
  try {
    await changeSpaces([spaceId, ...homes], remove, { db });
  } catch (error) {
    if (!(error instanceof TreeRefusal)) throw error;
    // A pupil has added something just before: the next night has the rest of this space.
    return undefined;
  }
  return more;
}

/** The authors of the files in a class. */
function addersIn({ nodes, below }: Trees): string[] {
  return [...nodes, ...below].filter(isOfClass).flatMap(({ rank, addedBy }) => (rank === FILE ? (addedBy ?? []) : []));
}

function isOfClass({ spaceKind }: Pick<NodeRow, 'spaceKind'>): boolean {
  return spaceKind === 'group';
}

function thirtyDaysAgo(clock: SchoolWork['clock']): Date {
  return new Date(clock.now().getTime() - TRASH_DAYS * DAY);
}
