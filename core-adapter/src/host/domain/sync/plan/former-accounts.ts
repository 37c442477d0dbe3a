// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { batches } from '../../directory/batches.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { isRetiredKey } from '../../directory/retired-key.js';
import { compareNames } from '../identity/compare-names.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import type { PersonFields } from '../state/person-state.js';
import type { KnownDigests } from './known-digests.js';

type ReadSnapshot = Pick<Snapshot, 'fields' | 'numberOf'>;

/**
 * Matches new entries with pupils that the directory no longer names: the national number, day of birth and given name are the same, and the
 * key, and often the stable id, is another (ADR 31, 71).
 * @returns new key → stored key
 */
export async function findFormerAccounts(
  unitOfWork: UnitOfWork,
  source: string,
  snapshot: ReadSnapshot,
  known: Pick<KnownDigests, 'isNew'>,
): Promise<Map<string, string>> {
  const entries = onlyNumbered(snapshot, known);
  const found = new Map<string, string>();
  for (const numbers of batches([...entries.keys()])) {
    const rows = await unitOfWork.run((manager) => manager.findBy(ExternalIdRow, { source, ine: In([...numbers]) }));
    const holders = new Map<string, ExternalIdRow[]>();
    for (const row of rows) holders.set(row.ine ?? '', [...(holders.get(row.ine ?? '') ?? []), row]);
    for (const [ine, [row, ...others]] of holders) {
      const entry = entries.get(ine);
      if (!entry || !row || others.length > 0) continue;
      if (isFormer(row, entry, snapshot)) found.set(entry.key, row.key);
    }
  }
  return found;
}

/** A person under a retired key is asked about with the key. */
function isFormer(row: ExternalIdRow, entry: PersonFields, { numberOf }: ReadSnapshot): boolean {
  if (isRetiredKey(row.key) || numberOf(row.key) !== undefined) return false;
  const isNamed = row.givenName !== null && compareNames(row.givenName, entry.givenName) === 'agrees';
  return isNamed && row.birthDate !== null && row.birthDate === entry.birthDate;
}

/** New entries by their number; a number of several entries identifies none of them. */
function onlyNumbered(snapshot: ReadSnapshot, known: Pick<KnownDigests, 'isNew'>): Map<string, PersonFields> {
  const seen = new Set<string>();
  const entries = new Map<string, PersonFields>();
  let number = 0;
  for (const fields of snapshot.fields()) {
    const isNew = known.isNew(number++);
    const { ine, birthDate } = fields;
    if (ine === undefined) continue;
    if (seen.has(ine)) entries.delete(ine);
    else if (isNew && birthDate !== undefined) entries.set(ine, fields);
    seen.add(ine);
  }
  return entries;
}
