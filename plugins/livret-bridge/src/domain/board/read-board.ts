// SPDX-License-Identifier: EUPL-1.2
import type { Group, Relations } from '@volee/core-adapter';
import type { LivretRequest } from '../../brick-types.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { WRITABLE_STATES } from '../bilan/state.js';
import { inscriptionClass } from '../periods/inscription-class.js';

const COLUMNS = [
  ...(['id', 'pupilId', 'classId', 'level', 'catalogue', 'positions', 'general'] as const),
  ...(['state', 'revision', 'signedAt', 'visaAt', 'publishedAt'] as const),
] as const;

/** A bilan without its long texts. */
export type BoardBilan = Pick<BilanRow, (typeof COLUMNS)[number]>;

export interface BoardClass {
  readonly group: Group;
  readonly teachers: readonly string[];
  readonly bilans: readonly BoardBilan[];
  /** The number of pupils without a bilan. */
  readonly unopened: number;
}

export interface Board {
  readonly classes: readonly BoardClass[];
  /** The bilans of pupils who left that are signed or further. */
  readonly departed: readonly BoardBilan[];
  readonly relations: Relations;
}

/** All classes of the school in one period of this year, with their bilans. The whole school is read: its head sees all of it. */
export async function readBoard(
  period: number,
  { db, directory, access, schoolYear }: Pick<LivretRequest, 'db' | 'directory' | 'access' | 'schoolYear'>,
): Promise<Board> {
  const groups = (await access.groups('visa')).filter(({ kind }) => kind === 'class');
  const where = { year: schoolYear, kind: 'periodic' as const, period };
  const bilans = await db.repository(BilanRow).find({ select: COLUMNS, where });
  const relations = await directory.relations();
  const taught = new Set([...relations.teaches.values()].flatMap((ids) => [...ids]));
  const pupils = classesOfPupils(relations, taught);
  const written = new Set(bilans.map(({ pupilId }) => pupilId));
  const without = [...pupils].filter(([id]) => !written.has(id)).map(([, { inscribed }]) => inscribed);
  const teachers = await directory.persons([...relations.teaches.keys()]);
  const elsewhere = new Set([...pupils.values()].flatMap(({ inscribed, all }) => all.filter((id) => id !== inscribed)));
  const all = groups.map((group) => ({
    group,
    teachers: [...relations.teaches]
      .filter(([, taught]) => taught.has(group.id))
      .flatMap(([id]) => teachers.get(id) ?? [])
      .sort((a, b) => a.familyName.localeCompare(b.familyName, 'fr'))
      .map(({ displayName }) => displayName),
    bilans: bilans.filter((bilan) => classOfBilan(bilan, pupils) === group.id),
    unopened: without.filter((id) => id === group.id).length,
  }));
  // A class that nobody teaches, and the pupils of which have their bilans in another one, may be the same class of another source.
  const classes = all.filter(
    ({ group: { id }, bilans, unopened }) => taught.has(id) || bilans.length + unopened > 0 || !elsewhere.has(id),
  );
  const departed = bilans.filter(({ pupilId, state }) => !pupils.has(pupilId) && !WRITABLE_STATES.includes(state));
  return { classes, departed, relations };
}

/** The classes of the pupils of a school now, by the id of the pupil: the class of inscription, and all others. */
interface PupilClasses {
  readonly inscribed: string;
  readonly all: readonly string[];
}

function classesOfPupils(
  { profiles, memberOf, groups }: Relations,
  taught: ReadonlySet<string>,
): ReadonlyMap<string, PupilClasses> {
  const placed = new Map<string, PupilClasses>();
  for (const [personId, ids] of memberOf) {
    if (!profiles.get(personId)?.includes('pupil')) continue;
    const classes = [...ids].flatMap((id) => groups.get(id) ?? []).filter(({ kind }) => kind === 'class');
    const inscribed = inscriptionClass(classes, taught);
    if (inscribed) placed.set(personId, { inscribed: inscribed.id, all: classes.map(({ id }) => id) });
  }
  return placed;
}

/**
 * The class under which a head finds a bilan: the one in which it was written, or the pupil's new one when they changed. None when the
 * pupil has left: nobody can write their bilans any more, and those that are signed stand apart.
 */
function classOfBilan(
  { pupilId, classId }: Pick<BilanRow, 'pupilId' | 'classId'>,
  pupils: ReadonlyMap<string, PupilClasses>,
): string | undefined {
  const now = pupils.get(pupilId);
  return now?.all.includes(classId) ? classId : now?.inscribed;
}
