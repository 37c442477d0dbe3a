// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError } from '../../api/errors.js';
import type { School, SchoolKind } from '../../api/people.js';
import type { Directory } from '../../host/domain/directory/directory.js';
import type { ListedSchool } from '../../host/domain/directory/school-list.js';

export interface SchoolOptions {
  readonly school: readonly string[];
  readonly all?: boolean;
  readonly kind?: SchoolKind;
}

export interface ChosenSchools {
  readonly schools: readonly School[];
  /** Schools that match `--all` or `--kind` but have no people any more. */
  readonly closed: readonly School[];
}

/** One sentence about contradictory options; undefined when the options are consistent. */
export function schoolOptionsProblem({ school: named, all = false, kind }: SchoolOptions): string | undefined {
  const many = all || kind !== undefined;
  if (many !== named.length > 0) return undefined;
  return many
    ? 'write either --school, or --all or --kind: they cannot be combined'
    : 'name the schools: --school UAI, which may be repeated, --kind primary or college, or --all';
}

/**
 * The schools of a command: each `--school` or, with `--all` or `--kind`, every school with people.
 * @throws NotFoundError for an unknown school
 */
export async function chooseSchools(
  directory: Directory,
  { school: named, kind }: SchoolOptions,
): Promise<ChosenSchools> {
  const known = await directory.schools();
  if (named.length > 0) return { schools: [...new Set(named)].map((uai) => findIn(known, uai)), closed: [] };
  const meant = known.filter((one) => kind === undefined || one.kind === kind);
  const schools = meant.filter(isPeopled);
  if (schools.length === 0) {
    const what = kind === undefined ? 'school' : `school of the kind "${kind}"`;
    throw new NotFoundError(`There is no ${what} with people in it.`, { remedy: LIST_SCHOOLS });
  }
  return { schools, closed: meant.filter((one) => !isPeopled(one)) };
}

function findIn(known: readonly ListedSchool[], uai: string): ListedSchool {
  const found = known.find((one) => one.uai === uai);
  if (found) return found;
  throw new NotFoundError(`The school ${uai} does not exist.`, { remedy: LIST_SCHOOLS });
}

const LIST_SCHOOLS = '"volee school list" lists the known schools.';

function isPeopled({ persons }: ListedSchool): boolean {
  return Object.values(persons).some((count) => count > 0);
}
