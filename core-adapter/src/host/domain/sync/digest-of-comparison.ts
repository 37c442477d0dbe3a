// SPDX-License-Identifier: EUPL-1.2
import { createHash, hash } from 'node:crypto';
import { MoreThan } from 'typeorm';
import type { DirectorySource } from '../../../api/directory/directory-source.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { schoolYearOf } from '../directory/school-year.js';
import { limitsOf } from './guard/guard.js';
import { readCurrentPlaces } from './state/current-places.js';
import { SyncSourceRow } from './state/sync-source.entity.js';

export interface Comparing {
  readonly unitOfWork: UnitOfWork;
  /** The version of the host, which decides what it makes of records. */
  readonly version?: string | undefined;
}

/**
 * A digest of a full reading and of all that it was compared with. When it is that of a reading that changed nothing, a comparison would
 * change nothing either.
 * @param stored from `digestOfStored` @param said the digest that the source gave
 */
export function digestOfComparison(stored: string, said: string): string {
  return hash('sha256', `${stored} ${said}`, 'base64url');
}

/**
 * A digest of the rows that a full reading is compared with: the applied runs of all sources, the schools with their
 * school years, the groups of the source in those years, and each person's identity at the source. Other rows are read for people who differ.
 */
export async function digestOfStored(
  { unitOfWork, version }: Comparing,
  source: Pick<DirectorySource, 'name' | 'guard'>,
  at: Date,
): Promise<string> {
  const stored = createHash('sha256');
  const { schools, timeZones, groups, ended, groupKeys } = await readCurrentPlaces(unitOfWork, source.name, at);
  const sources = await unitOfWork.run((manager) => manager.find(SyncSourceRow));
  const applied = sources.map(({ name, appliedRun }) => [name, appliedRun] as const);
  const years = Array.from(timeZones, ([uai, zone]) => [uai, zone, schoolYearOf(at, zone)]);
  stored.update(JSON.stringify([version, limitsOf(source)]));
  // Neither database promises an order of rows.
  const places: readonly Iterable<unknown>[] = [applied, years, schools, groups, ended, groupKeys];
  for (const rows of places) stored.update(JSON.stringify(Array.from(rows, (row) => JSON.stringify(row)).sort()));
  for await (const identities of readIdentities(unitOfWork, source.name)) stored.update(identities);
  return stored.digest('base64url');
}

/** Larger pages take longer for each row: they outlive the young generation of the heap. */
const PAGE = 2_000;

/** All columns of all people that the source ever named, as text. */
async function* readIdentities(unitOfWork: UnitOfWork, source: string): AsyncGenerator<string> {
  let after = '';
  for (;;) {
    const page = await unitOfWork.run((manager) =>
      manager
        .createQueryBuilder(ExternalIdRow, 'external')
        .where({ source, key: MoreThan(after) })
        .orderBy('external.key')
        .limit(PAGE)
        .getRawMany<{ external_key: string }>(),
    );
    yield JSON.stringify(page.map((row) => Object.values(row)));
    if (page.length < PAGE) return;
    after = page.at(-1)?.external_key ?? '';
  }
}
