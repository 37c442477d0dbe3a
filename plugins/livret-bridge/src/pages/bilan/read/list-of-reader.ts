// SPDX-License-Identifier: EUPL-1.2
import { levelRank, type Profile } from '@volee/core-adapter';
import type { LivretRequest } from '../../../brick-types.js';
import { boardClassPath, departedPath, gridPath } from '../../../paths.js';
import type { BilanRow } from '../../../store/bilan.entity.js';
import { departedBilans } from '../../../domain/board/departed-bilans.js';
import { classBilans, type PupilBilan } from '../../../domain/life/class-bilans.js';

/** The list from which a teacher or a head opens a bilan. */
export interface ListOfReader {
  /** The class; undefined for the list of pupils who left. */
  readonly name: string | undefined;
  readonly path: string;
  /** The bilans in the order of the list, with the given names of their pupils. */
  readonly bilans: readonly { readonly id: string; readonly name: string | undefined }[];
}

type ListRequest = Pick<LivretRequest, 'access' | 'db' | 'directory' | 'schoolYear'>;

/**
 * The class of a pupil in the period of a bilan: for a head that of the board, and for a teacher the grid. Undefined for families, and for
 * bilans of an earlier school year.
 */
export async function listOfReader(
  row: Pick<BilanRow, 'pupilId' | 'year' | 'period' | 'kind'>,
  heldAs: readonly Profile[],
  request: ListRequest,
): Promise<ListOfReader | undefined> {
  const { access, directory, schoolYear } = request;
  const { pupilId, period } = row;
  const isHead = heldAs.includes('head');
  if (row.year !== schoolYear || row.kind !== 'periodic' || !(isHead || heldAs.includes('teacher'))) return undefined;
  const own = new Set((await directory.classesOf([pupilId])).get(pupilId)?.map(({ id }) => id));
  if (own.size === 0) return isHead ? listOfDeparted(period, request) : undefined;
  const permission = isHead ? 'visa' : 'write';
  const found = (await access.groups(permission)).find(({ id, kind }) => kind === 'class' && own.has(id));
  if (!found) return undefined;
  const { group, bilans } = await classBilans({ groupId: found.id, period, permission }, request);
  const listed = isHead ? bilans : inOrderOfGrid(bilans);
  return {
    name: group.name,
    path: isHead ? boardClassPath(group.id, period) : gridPath(group.id, period),
    bilans: listed.map(({ row: { id }, pupil }) => ({ id, name: pupil.givenName })),
  };
}

async function listOfDeparted(period: number, request: ListRequest): Promise<ListOfReader> {
  const bilans = await departedBilans(period, request);
  return {
    ...{ name: undefined, path: departedPath(period) },
    bilans: bilans.map(({ row: { id }, pupil }) => ({ id, name: pupil?.givenName })),
  };
}

function inOrderOfGrid(bilans: readonly PupilBilan[]): readonly PupilBilan[] {
  return [...bilans].sort((a, b) => levelRank(a.row.level) - levelRank(b.row.level));
}
