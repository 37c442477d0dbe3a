// SPDX-License-Identifier: EUPL-1.2
import { In, type EntityManager } from 'typeorm';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { describeKnown, type KnownPerson } from '../directory/known-person.js';
import { ParcelQuestionRow } from './parcel-question.entity.js';
import { WAITING } from './parcel-state.js';
import { ParcelRow, type Witnesses } from './parcel.entity.js';

/** A pupil who was handed over, and a pupil of the school that receives: they may be the same one. */
export interface ParcelQuestion extends Omit<ParcelQuestionRow, 'pupilId' | 'candidateId' | 'toUai'> {
  readonly pupilName: string;
  /** Without the national number. */
  readonly witnesses: Omit<Witnesses, 'ine'>;
  readonly numbered: boolean;
  /** The schools that handed over, by name. */
  readonly from: readonly string[];
  readonly toName: string;
  /** The number of parcels that wait for the decision. */
  readonly parcels: number;
  /** When the last of them expires. */
  readonly answerBy: Date;
  readonly candidate: KnownPerson;
  /** The comparison of the two national numbers; the numbers themselves are not shown. */
  readonly numbers: 'same' | 'different' | 'lacking';
}

/** Questions that wait for a decision, by name of the pupil. */
export async function findOpenParcelQuestions(unitOfWork: UnitOfWork, now: Date): Promise<ParcelQuestion[]> {
  const rows = await unitOfWork.run((manager) => manager.findBy(ParcelQuestionRow, { state: 'open' }));
  const questions = await describe(unitOfWork, rows, now);
  return questions.sort((one, other) => one.pupilName.localeCompare(other.pupilName, 'fr'));
}

export async function countOpenParcelQuestions(unitOfWork: UnitOfWork): Promise<number> {
  return unitOfWork.run((manager) => manager.countBy(ParcelQuestionRow, { state: 'open' }));
}

/** One question, decided or not; undefined when nothing waits for it any more. */
export async function findParcelQuestion(
  unitOfWork: UnitOfWork,
  id: string,
  now: Date,
): Promise<ParcelQuestion | undefined> {
  const row = await unitOfWork.run((manager) => manager.findOneBy(ParcelQuestionRow, { id }));
  return row ? (await describe(unitOfWork, [row], now))[0] : undefined;
}

async function describe(
  unitOfWork: UnitOfWork,
  rows: readonly ParcelQuestionRow[],
  now: Date,
): Promise<ParcelQuestion[]> {
  if (rows.length === 0) return [];
  const parcels = await unitOfWork.run((manager) => readParcels(manager, rows));
  const known = await describeKnown(
    unitOfWork,
    rows.map(({ candidateId }) => candidateId),
    now,
  );
  return rows.flatMap(({ toUai, pupilId, candidateId, ...row }): ParcelQuestion[] => {
    const own = parcels.filter((parcel) => parcel.pupilId === pupilId && parcel.toUai === toUai);
    const candidate = known.get(candidateId);
    const [last] = own;
    if (!candidate || !last?.witnesses) return [];
    const { ine, ...witnesses } = last.witnesses;
    const numbers =
      ine === undefined || candidate.ines.size === 0 ? 'lacking' : candidate.ines.has(ine) ? 'same' : 'different';
    const from = [...new Set(own.map(({ fromName }) => fromName))].sort();
    const answerBy = new Date(Math.max(...own.map((parcel) => parcel.answerBy.getTime())));
    const { pupilName, toName } = last;
    const told = { pupilName, witnesses, numbered: ine !== undefined, from, toName, parcels: own.length, answerBy };
    return [{ ...row, ...told, candidate: candidate.person, numbers }];
  });
}

/** The last one of each pupil first. */
function readParcels(manager: EntityManager, rows: readonly ParcelQuestionRow[]): Promise<Pick<ParcelRow, Told>[]> {
  const pupilId = In([...new Set(rows.map((row) => row.pupilId))]);
  const where = { pupilId, state: In([...WAITING]) };
  return manager.find(ParcelRow, { select: TOLD, where, order: { offeredAt: 'DESC', id: 'DESC' } });
}

const TOLD = {
  ...{ id: true, fromName: true, toUai: true, toName: true, pupilId: true, pupilName: true },
  ...{ witnesses: true, answerBy: true },
} as const;
type Told = keyof typeof TOLD;
