// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type Member } from '@volee/core-adapter';
import { In, MoreThan } from 'typeorm';
import type { LivretRequest } from '../brick-types.js';
import { handedScope, isInSixth, type HandedScope } from '../hand-over/handed-scope.js';
import { HandedRow } from '../store/handed.entity.js';

const COLUMNS = ['id', 'pupilId', 'fromName', 'year', 'period', 'catalogue', 'positions', 'until'] as const;

/** A bilan without its texts, which the table of a class does not show. */
export type ListedBilan = Pick<HandedRow, (typeof COLUMNS)[number]>;

/** A pupil of 6e and the bilans that other schools handed over, the oldest first; none while they have not arrived. */
export interface PupilInSixth {
  readonly pupil: Member;
  readonly bilans: readonly ListedBilan[];
}

/** A class of 6e. */
export interface SixthClass {
  readonly name: string;
  readonly pupils: readonly PupilInSixth[];
}

/**
 * The pupils of a class that are in 6e, with the bilans that the user may read.
 * @throws NotFoundError for a class in which nobody is in 6e
 */
export async function readClass(groupId: string, request: ReadingRequest): Promise<SixthClass> {
  const { access, directory } = request;
  const members = await directory.members(groupId, 'pupil');
  const group = (await access.groups('compare')).find(({ id }) => id === groupId);
  const handed = await readHanded(members, request);
  const readable = byPupil(await access.filter('compare', handed));
  const arrived = new Set(handed.map(({ pupilId }) => pupilId));
  const pupils = members.flatMap((pupil) => inSixth(pupil, readable.get(pupil.id) ?? [], arrived, request));
  if (!group || (members.length > 0 && pupils.length === 0)) throw new NotFoundError('Nobody of the class is in 6e.');
  return { name: group.name, pupils };
}

type ReadingRequest = Pick<LivretRequest, 'access' | 'db' | 'directory' | 'clock' | 'schoolYear'>;

/** All bilans of the pupils, with their scopes: those that the user may not read, too. */
async function readHanded(
  members: readonly Member[],
  { db, clock, schoolYear }: ReadingRequest,
): Promise<readonly (ListedBilan & HandedScope)[]> {
  const levels = new Map(members.map(({ id, level }) => [id, level]));
  const rows = await db.repository(HandedRow).find({
    select: COLUMNS,
    where: { pupilId: In([...levels.keys()]), until: MoreThan(clock.now()) },
    order: { year: 'ASC', period: 'ASC', id: 'ASC' },
  });
  return rows.map((row) => {
    return { ...row, ...handedScope(row, { level: levels.get(row.pupilId) ?? null, schoolYear }) };
  });
}

function byPupil(handed: readonly ListedBilan[]): ReadonlyMap<string, readonly ListedBilan[]> {
  const ofPupil = new Map<string, ListedBilan[]>();
  for (const bilan of handed) {
    const own = ofPupil.get(bilan.pupilId);
    if (own) own.push(bilan);
    else ofPupil.set(bilan.pupilId, [bilan]);
  }
  return ofPupil;
}

/** A pupil without a level may be in 6e while none of their bilans has arrived: they wait. */
function inSixth(
  pupil: Member,
  readable: readonly ListedBilan[],
  arrived: ReadonlySet<string>,
  { schoolYear }: Pick<ReadingRequest, 'schoolYear'>,
): PupilInSixth[] {
  const { level } = pupil;
  const bilans = readable.filter(({ until }) => isInSixth({ until }, { level, schoolYear }));
  const waits = level?.toUpperCase() === '6E' || (level === null && !arrived.has(pupil.id));
  return bilans.length > 0 || waits ? [{ pupil, bilans }] : [];
}
