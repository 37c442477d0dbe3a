// SPDX-License-Identifier: EUPL-1.2
import type { UserWork } from '@volee/core-adapter';
import { In } from 'typeorm';
import { BilanRow } from '../../store/bilan.entity.js';
import type { BilansByState } from '../../store/states.query.js';
import { WRITABLE_STATES } from '../bilan/state.js';
import type { Catalogues } from '../catalogue/catalogues.js';

/**
 * The names of the classes without a signed bilan in a period. A class in which nobody has begun is one of them when a catalogue covers the level
 * of its pupils: a maternelle has no bilans. A class for which the livret is off is none: nobody could sign there.
 * @param counts the bilans of the period
 */
export async function unsignedClasses(
  period: number,
  counts: BilansByState,
  catalogues: Catalogues,
  services: Pick<UserWork, 'db' | 'directory' | 'access' | 'schoolYear'>,
): Promise<readonly string[]> {
  const begun = new Set(counts.map(({ classId }) => classId));
  const signed = new Set(
    counts.filter(({ state }) => state !== null && !WRITABLE_STATES.includes(state)).map(({ classId }) => classId),
  );
  const classes = (await services.directory.countByGroup())
    .filter(
      ({ group, pupils }) =>
        group.kind === 'class' && pupils > 0 && !signed.has(group.id) && services.access.isOnFor(group),
    )
    .map(({ group }) => group);
  const empty = classes.filter(({ id }) => !begun.has(id)).map(({ id }) => id);
  const waiting = await withUnwritten(period, empty, catalogues, services);
  return classes
    .filter(({ id }) => begun.has(id) || waiting.has(id))
    .map(({ name }) => name)
    .sort((a, b) => a.localeCompare(b, 'fr'));
}

/** The ids among these of classes with a pupil who is to have a bilan and has none, not even in another class. */
async function withUnwritten(
  period: number,
  classIds: readonly string[],
  catalogues: Catalogues,
  { db, directory, schoolYear: year }: Pick<UserWork, 'db' | 'directory' | 'schoolYear'>,
): Promise<ReadonlySet<string>> {
  if (classIds.length === 0) return new Set();
  const members = await directory.persons(await directory.people({ profiles: ['pupil'], groups: classIds }));
  const ids = [...members.values()].filter(({ level }) => catalogues.covers(level, year)).map(({ id }) => id);
  const rows = await db.repository(BilanRow).find({ select: ['pupilId'], where: { year, period, pupilId: In(ids) } });
  const written = new Set(rows.map(({ pupilId }) => pupilId));
  const classes = await directory.classesOf(ids.filter((id) => !written.has(id)));
  return new Set([...classes.values()].flat().map(({ id }) => id));
}
