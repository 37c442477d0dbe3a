// SPDX-License-Identifier: EUPL-1.2
import type { Group, Relations } from '@volee/core-adapter';
import type { LivretRequest } from '../../brick-types.js';
import type { Catalogues } from '../catalogue/catalogues.js';
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
  /** The number of pupils who are to have a bilan and have none. */
  readonly unopened: number;
  /** The livret is off for the class: its teachers cannot open it, so that its drafts are left out and no pupil counts as unopened. */
  readonly isOff: boolean;
}

export interface Board {
  readonly classes: readonly BoardClass[];
  /** The bilans of pupils who left that are signed or further. */
  readonly departed: readonly BoardBilan[];
  readonly relations: Relations;
}

/**
 * The classes of the school in one period of this year, with their bilans. Pupils of a level that no catalogue covers have none, and a class of
 * such pupils alone, as in a maternelle, is left out; so is a class that never had the livret. The whole school is read: its head sees all of it.
 */
export async function readBoard(
  period: number,
  catalogues: Catalogues,
  { db, directory, access, schoolYear }: Pick<LivretRequest, 'db' | 'directory' | 'access' | 'schoolYear'>,
): Promise<Board> {
  const groups = (await access.groups('visa')).filter(({ kind }) => kind === 'class');
  const where = { year: schoolYear, kind: 'periodic' as const, period };
  const bilans = await db.repository(BilanRow).find({ select: COLUMNS, where });
  const relations = await directory.relations();
  const taught = new Set([...relations.teaches.values()].flatMap((ids) => [...ids]));
  const pupils = classesOfPupils(relations, taught);
  const written = new Set(bilans.map(({ pupilId }) => pupilId));
  const unwritten = [...pupils].filter(([id]) => !written.has(id));
  const persons = await directory.persons([...relations.teaches.keys(), ...unwritten.map(([id]) => id)]);
  const isCovered = (id: string): boolean => catalogues.covers(persons.get(id)?.level ?? null, schoolYear);
  const without = unwritten.filter(([id]) => isCovered(id)).map(([, { inscribed }]) => inscribed);
  const uncovered = new Set(unwritten.filter(([id]) => !isCovered(id)).map(([, { inscribed }]) => inscribed));
  const elsewhere = new Set([...pupils.values()].flatMap(({ inscribed, all }) => all.filter((id) => id !== inscribed)));
  const all = groups.map((group) => ({
    group,
    teachers: [...relations.teaches]
      .filter(([, taught]) => taught.has(group.id))
      .flatMap(([id]) => persons.get(id) ?? [])
      .sort((a, b) => a.familyName.localeCompare(b.familyName, 'fr'))
      .map(({ displayName }) => displayName),
    bilans: bilans.filter((bilan) => classOfBilan(bilan, pupils) === group.id),
    unopened: access.isOnFor(group) ? without.filter((id) => id === group.id).length : 0,
    isOff: !access.isOnFor(group),
  }));
  // A class that nobody teaches, and the pupils of which have their bilans in another one, may be the same class of another source.
  const classes = all
    .filter(
      ({ group: { id }, bilans, unopened, isOff }) =>
        bilans.length + unopened > 0 || (!isOff && !uncovered.has(id) && (taught.has(id) || !elsewhere.has(id))),
    )
    .map((one) => (one.isOff ? { ...one, bilans: one.bilans.filter(isSigned) } : one));
  const departed = bilans.filter((bilan) => !pupils.has(bilan.pupilId) && isSigned(bilan));
  return { classes, departed, relations };
}

function isSigned({ state }: Pick<BilanRow, 'state'>): boolean {
  return !WRITABLE_STATES.includes(state);
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
