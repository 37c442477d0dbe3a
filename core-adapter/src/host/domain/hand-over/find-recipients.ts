// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, type EntityManager } from 'typeorm';
import { insertRows } from '../../infra/database/insert-rows.js';
import { newId } from '../../infra/database/new-id.js';
import { batches } from '../directory/batches.js';
import { PersonRow } from '../directory/person.entity.js';
import { ParcelQuestionRow } from './parcel-question.entity.js';
import { ParcelRow, type Witnesses } from './parcel.entity.js';
import { readPupils, type PresentPupil } from './read-pupils.js';
import { foldedName } from '../sync/snapshot/normalise-record.js';
import { matchWitnesses } from './match-witnesses.js';

/**
 * Finds pupils of a school by the witnesses of parcels, when the account that was handed over has left every directory or is erased: the
 * parcels name these pupils from then on. When a likeness is not certain, an administrator is asked. Two accounts that directories name now
 * are two people until they are joined.
 * @param pupilIds the pupils of accepted parcels for the school that are not there
 */
export async function findRecipients(
  manager: EntityManager,
  uai: string,
  pupilIds: readonly string[],
  now: Date,
): Promise<void> {
  const sought = await readSought(manager, uai, pupilIds);
  if (sought.length === 0) return;
  const { found, doubts } = findLikenesses(sought, await readPupils(manager, uai, now));
  for (const [pupilId, recipientId] of found) {
    await manager.update(ParcelRow, { toUai: uai, pupilId, recipientId: IsNull() }, { recipientId });
  }
  const asked = await findQuestions(manager, uai, pupilIds);
  const known = new Set(asked.map(({ pupilId, candidateId }) => `${pupilId} ${candidateId}`));
  const open = { state: 'open', askedAt: now, decidedAt: null, decidedBy: null, reason: null } as const;
  const rows = doubts
    .filter(({ pupilId, candidateId }) => !known.has(`${pupilId} ${candidateId}`))
    .map((pair) => ({ id: newId(), toUai: uai, ...pair, ...open }));
  await insertRows(manager, ParcelQuestionRow, rows);
}

async function readSought(manager: EntityManager, uai: string, pupilIds: readonly string[]): Promise<SoughtPupil[]> {
  const sought: SoughtPupil[] = [];
  for (const batch of batches([...new Set(pupilIds)])) {
    const present = await manager.findBy(PersonRow, { id: In([...batch]), disabledAt: IsNull() });
    const gone = batch.filter((id) => !present.some((person) => person.id === id));
    if (gone.length === 0) continue;
    const rows = await manager.find(ParcelRow, {
      select: { id: true, pupilId: true, witnesses: true },
      where: { toUai: uai, pupilId: In(gone), state: 'accepted' },
      order: { offeredAt: 'DESC' },
    });
    const apart = (await findQuestions(manager, uai, gone)).filter(({ state }) => state === 'different');
    for (const pupilId of gone) {
      const witnesses = rows.find((row) => row.pupilId === pupilId)?.witnesses;
      const others = apart.filter((row) => row.pupilId === pupilId).map(({ candidateId }) => candidateId);
      if (witnesses) sought.push({ pupilId, witnesses, others: new Set(others) });
    }
  }
  return sought;
}

async function findQuestions(
  manager: EntityManager,
  toUai: string,
  pupilIds: readonly string[],
): Promise<ParcelQuestionRow[]> {
  return manager.findBy(ParcelQuestionRow, { toUai, pupilId: In([...pupilIds]) });
}

/** A pupil who was handed over and is not a pupil of the school by that account. */
interface SoughtPupil {
  readonly pupilId: string;
  readonly witnesses: Witnesses;
  /** Ids of pupils declared to be other people by an administrator. */
  readonly others: ReadonlySet<string>;
}

interface Likenesses {
  /** The pupil of the school, by id of the pupil who was handed over. */
  readonly found: ReadonlyMap<string, string>;
  /** Pairs about which an administrator decides. */
  readonly doubts: readonly { readonly pupilId: string; readonly candidateId: string }[];
}

/** Finds pupils who were handed over among the pupils of a school. Pure. A match is certain when it is the only one on both sides. */
export function findLikenesses(sought: readonly SoughtPupil[], pupils: readonly PresentPupil[]): Likenesses {
  const like = indexOf(pupils);
  const same = new Map<string, string[]>();
  const doubtful = new Map<string, string[]>();
  for (const { pupilId, witnesses, others } of sought) {
    for (const pupil of like(witnesses)) {
      if (others.has(pupil.id)) continue;
      const answer = compare(witnesses, pupil);
      if (answer === 'different') continue;
      const list = answer === 'same' ? same : doubtful;
      list.set(pupilId, [...(list.get(pupilId) ?? []), pupil.id]);
    }
  }
  const claims = [...same.values()].flat();
  const found = new Map<string, string>();
  const doubts: { pupilId: string; candidateId: string }[] = [];
  for (const { pupilId } of sought) {
    const [only, ...more] = same.get(pupilId) ?? [];
    if (only !== undefined && more.length === 0 && claims.filter((id) => id === only).length === 1) {
      found.set(pupilId, only);
      continue;
    }
    const asked = [...(same.get(pupilId) ?? []), ...(doubtful.get(pupilId) ?? [])];
    doubts.push(...asked.map((candidateId) => ({ pupilId, candidateId })));
  }
  return { found, doubts };
}

/** Directories that contradict each other about a pupil leave a doubt. */
function compare(witnesses: Witnesses, { said }: PresentPupil): ReturnType<typeof matchWitnesses> {
  const answers = said.map((one) => matchWitnesses(witnesses, one));
  if (answers.every((answer) => answer === 'different')) return 'different';
  return answers.includes('same') && !answers.includes('different') ? 'same' : 'doubt';
}

/** Indexes pupils by number, birth date and name: comparing each with each would take seconds in a large school. */
function indexOf(pupils: readonly PresentPupil[]): (witnesses: Witnesses) => PresentPupil[] {
  const by = new Map<string, Set<PresentPupil>>();
  const note = (mark: string | undefined, pupil: PresentPupil): void => {
    if (mark) by.set(mark, (by.get(mark) ?? new Set()).add(pupil));
  };
  for (const pupil of pupils) {
    note(pupil.foldedName, pupil);
    for (const { ine, birthDate } of pupil.said) for (const mark of [ine, birthDate]) note(mark, pupil);
  }
  return ({ ine = '', birthDate = '', familyName, givenName }) => {
    const marks = [ine, birthDate, foldedName(`${familyName} ${givenName}`)];
    return [...new Set(marks.flatMap((mark) => [...(by.get(mark) ?? [])]))];
  };
}
