// SPDX-License-Identifier: EUPL-1.2
import type { Group } from '@volee/core-adapter';
import { MoreThan } from 'typeorm';
import type { LivretRequest } from '../../brick-types.js';
import { handedScope, isInSixth } from '../hand-over/handed-scope.js';
import { HandedRow } from '../../store/handed.entity.js';

/** A class of the user with pupils in 6e, and the number of those with a copy that has arrived. */
export interface SixthClassCount {
  readonly group: Group;
  readonly arrived: number;
}

type ReadingRequest = Pick<LivretRequest, 'access' | 'db' | 'directory' | 'clock' | 'schoolYear'>;

/** The classes of 6e of the user, by name. A class is one of 6e when a copy about one of its pupils has arrived. */
export async function readSixthClasses(request: ReadingRequest): Promise<readonly SixthClassCount[]> {
  const { access, db, directory, clock, schoolYear } = request;
  const groups = (await access.groups('compare')).filter(({ kind }) => kind === 'class');
  if (groups.length === 0) return [];
  const rows = await db
    .repository(HandedRow)
    .find({ select: ['pupilId', 'until'], where: { until: MoreThan(clock.now()) } });
  const untils = [...new Map(rows.map(({ pupilId, until }) => [pupilId, until]))];
  const ids = untils.map(([pupilId]) => pupilId);
  const persons = await directory.persons(ids);
  const scopes = untils.flatMap(([pupilId, until]) => {
    const now = { level: persons.get(pupilId)?.level ?? null, schoolYear };
    return isInSixth({ until }, now) ? [handedScope({ pupilId, until }, now)] : [];
  });
  const read = await access.filter('compare', scopes);
  const { memberOf } = await directory.relations(ids);
  return groups
    .map((group) => ({ group, arrived: read.filter(({ pupilId }) => memberOf.get(pupilId)?.has(group.id)).length }))
    .filter(({ arrived }) => arrived > 0);
}
