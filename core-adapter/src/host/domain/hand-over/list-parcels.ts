// SPDX-License-Identifier: EUPL-1.2
import { In, Not } from 'typeorm';
import type { OfferedParcel, ParcelSchool, SentParcel, ParcelWaiting } from '../../../api/hand-over/hand-over.js';
import { normaliseForSearch } from '../../../api/normalise-for-search.js';
import type { School } from '../../../api/people.js';
import { AttachmentRow } from '../directory/attachment.entity.js';
import { batches } from '../directory/batches.js';
import { schoolOf } from '../directory/school-list.js';
import { SchoolRow } from '../directory/school.entity.js';
import { whereAttachmentInForce } from '../directory/where-attachment-in-force.js';
import type { ParcelReading, ParcelUser } from './hand-over-context.js';
import { ParcelRow } from './parcel.entity.js';
import { stateAt, WAITING } from './parcel-state.js';
import { findInForce } from '../activation/find-rules.js';
import { findPresentPupils, pupilKey, recipientOf } from './find-present-pupils.js';
import { ParcelQuestionRow } from './parcel-question.entity.js';

/** All columns but content and witnesses, which no list reads. */
const LISTED = {
  ...{ id: true, brick: true, fromUai: true, fromName: true, toUai: true, toName: true, pupilId: true },
  ...{ pupilName: true, level: true, recipientId: true, key: true, revision: true, deliveredRevision: true },
  ...{ state: true, reason: true, offeredAt: true, changedAt: true, answerBy: true, until: true },
} as const;

export type ListedParcel = Pick<ParcelRow, keyof typeof LISTED>;

/** The parcels that a school has offered, by name of the pupil. */
export async function listSent(reading: ParcelReading, { brick, school }: ParcelUser): Promise<SentParcel[]> {
  const where = { brick: brick.id, fromUai: school.uai };
  const rows = await find(reading, where);
  const now = reading.clock.now();
  const waiting = await readWaiting(reading, rows);
  return inOrder(rows, ({ pupilName }) => pupilName).map((row) => {
    const { id, toUai, toName, pupilId, pupilName, key, revision, reason, offeredAt, changedAt, answerBy, until } = row;
    const state = stateAt(row, now);
    return {
      ...{ id, to: { uai: toUai, name: toName }, pupilId, pupilName, key, revision, state },
      ...{ waiting: state === 'accepted' ? waiting(row) : null, reason: state === 'refused' ? reason : null },
      ...{ offeredAt, changedAt, answerBy, until },
    };
  });
}

/** The parcels that wait for an answer of a school or for a pupil there, by name of the school and of the pupil. */
export async function listOffered(reading: ParcelReading, { brick, school }: ParcelUser): Promise<OfferedParcel[]> {
  const rows = await find(reading, { brick: brick.id, toUai: school.uai, state: In([...WAITING]) });
  const now = reading.clock.now();
  const waiting = await readWaiting(reading, rows);
  return inOrder(rows, ({ fromName, pupilName }) => `${fromName}\n${pupilName}`).flatMap((row) => {
    const { id, fromUai, fromName, pupilId, pupilName, level, key, offeredAt, answerBy, until } = row;
    const state = stateAt(row, now);
    if (state !== 'offered' && state !== 'accepted') return [];
    return {
      ...{ id, from: { uai: fromUai, name: fromName }, pupilId, pupilName, level, key, state },
      ...{ waiting: state === 'accepted' ? waiting(row) : null, offeredAt, answerBy, until },
    };
  });
}

/** The other schools of the platform, by name. */
export async function listOtherSchools({ unitOfWork }: ParcelReading, { uai }: ParcelSchool): Promise<School[]> {
  const order = { foldedName: 'ASC', uai: 'ASC' } as const;
  const rows = await unitOfWork.run((manager) => manager.find(SchoolRow, { where: { uai: Not(uai) }, order }));
  return rows.map(schoolOf);
}

/** For people who are or were pupils of the school, the other schools in which they are pupils now. */
export async function findSchoolsOfPupils(
  { unitOfWork, clock }: ParcelReading,
  { uai }: ParcelSchool,
  pupilIds: readonly string[],
): Promise<Map<string, School[]>> {
  const found = new Map<string, School[]>();
  for (const ids of batches([...new Set(pupilIds)])) {
    const rows = await unitOfWork.run((manager) => {
      const query = manager
        .createQueryBuilder(AttachmentRow, 'attachment')
        .innerJoin(SchoolRow, 'school', 'school.uai = attachment.uai')
        .select('attachment.personId', 'personId')
        .distinct()
        .addSelect('school.uai', 'uai')
        .addSelect('school.name', 'name')
        .addSelect('school.kind', 'kind')
        .addSelect('school.timeZone', 'timeZone')
        .addSelect('school.foldedName', 'foldedName')
        .where("attachment.personId IN (:...ids) AND attachment.profile = 'pupil' AND attachment.uai <> :uai", {
          ids,
          uai,
        })
        .andWhere(
          "EXISTS (SELECT 1 FROM core_attachment own WHERE own.personId = attachment.personId AND own.uai = :uai AND own.profile = 'pupil')",
        );
      return whereAttachmentInForce(query, clock.now())
        .orderBy('school.foldedName')
        .addOrderBy('school.uai')
        .getRawMany<SchoolRow & { personId: string }>();
    });
    for (const { personId, ...row } of rows) found.set(personId, [...(found.get(personId) ?? []), schoolOf(row)]);
  }
  return found;
}

function find({ unitOfWork }: ParcelReading, where: object): Promise<ListedParcel[]> {
  return unitOfWork.run((manager) => manager.find(ParcelRow, { select: LISTED, where, order: { id: 'ASC' } }));
}

function inOrder(rows: readonly ListedParcel[], nameOf: (row: ListedParcel) => string): ListedParcel[] {
  const keys = new Map(rows.map((row) => [row, `${normaliseForSearch(nameOf(row))}\n${row.key}`]));
  const keyOf = (row: ListedParcel): string => keys.get(row) ?? '';
  return [...rows].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

type Waiting = Pick<ParcelRow, 'brick' | 'toUai' | 'pupilId' | 'recipientId' | 'state'>;

/** The reason why each of these parcels of one brick is not delivered yet, if it is accepted. */
async function readWaiting(reading: ParcelReading, rows: readonly Waiting[]): Promise<(row: Waiting) => ParcelWaiting> {
  const accepted = rows.filter(({ state }) => state === 'accepted');
  if (accepted.length === 0) return () => 'arrival';
  const { unitOfWork, clock } = reading;
  const uais = [...new Set(accepted.map(({ toUai }) => toUai))];
  const brick = In([...new Set(accepted.map((row) => row.brick))]);
  const on = new Set((await findInForce(unitOfWork, { brick, uai: In(uais) }, clock.now())).map(({ uai }) => uai));
  const present = await unitOfWork.run((manager) => findPresentPupils(manager, accepted, clock.now()));
  const open = await unitOfWork.run((manager) => manager.findBy(ParcelQuestionRow, { toUai: In(uais), state: 'open' }));
  const asked = new Set(open.map(({ toUai, pupilId }) => pupilKey(toUai, pupilId)));
  return (row) => {
    if (!on.has(row.toUai)) return 'brick';
    if (present.has(pupilKey(row.toUai, recipientOf(row)))) return 'delivery';
    return asked.has(pupilKey(row.toUai, row.pupilId)) ? 'question' : 'arrival';
  };
}
