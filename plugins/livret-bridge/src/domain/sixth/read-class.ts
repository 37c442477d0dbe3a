// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type Member } from '@volee/core-adapter';
import type { LivretRequest } from '../../brick-types.js';
import { isInSixth } from '../hand-over/handed-scope.js';
import { readResults, type ResultsOptions, type ResultsRequest } from '../results/read-results.js';
import type { HandedRow } from '../../store/handed.entity.js';

const COLUMNS = ['id', 'pupilId', 'fromName', 'year', 'period', 'catalogue', 'positions'] as const;

/** A bilan without its texts, which the table of a class does not show. */
export type ListedBilan = Pick<HandedRow, (typeof COLUMNS)[number]>;

/** A pupil of 6e and the bilans that other schools handed over, the oldest first; none while they have not arrived. */
export interface PupilInSixth {
  readonly pupil: Member;
  readonly bilans: readonly ListedBilan[];
}

export interface SixthClass {
  readonly name: string;
  readonly pupils: readonly PupilInSixth[];
}

/**
 * The pupils of 6e in a class, with the bilans that the user may read.
 * @throws NotFoundError for a class in which nobody is in 6e
 */
export async function readClass(
  groupId: string,
  request: ResultsRequest & Pick<LivretRequest, 'directory'>,
): Promise<SixthClass> {
  const { access, directory, schoolYear } = request;
  const members = await directory.members(groupId, 'pupil');
  const group = (await access.groups('compare')).find(({ id }) => id === groupId);
  const isShown: ResultsOptions<'id'>['isShown'] = (copy, level) => isInSixth(copy, { level, schoolYear });
  const { copies, arrived } = await readResults(members, { permission: 'compare', columns: COLUMNS, isShown }, request);
  const readable = byPupil(copies);
  const pupils = members.flatMap((pupil) => inSixth(pupil, readable.get(pupil.id) ?? [], arrived));
  if (!group || (members.length > 0 && pupils.length === 0)) throw new NotFoundError('Nobody of the class is in 6e.');
  return { name: group.name, pupils };
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

/** Whether a pupil is in 6e. A pupil without a level may be while none of their bilans has arrived: they wait. */
function inSixth(pupil: Member, bilans: readonly ListedBilan[], arrived: ReadonlySet<string>): PupilInSixth[] {
  const { level } = pupil;
  const waits = level?.toUpperCase() === '6E' || (level === null && !arrived.has(pupil.id));
  return bilans.length > 0 || waits ? [{ pupil, bilans }] : [];
}
