// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, DirectorySource } from '../../../api/directory/directory-source.js';
import { normaliseForSearch } from '../../../api/normalise-for-search.js';
import { groupKey } from '../../../host/domain/sync/state/person-state.js';
import { normaliseUai } from '../../../host/domain/sync/snapshot/normalise-record.js';
import { fault, reasonOf } from '../fault.js';
import type { ContractBench } from '../contract-bench.js';

/** Each directory emits a school before its contents, and no membership in a group of another school. */
export async function checkSources({ brick }: ContractBench): Promise<void> {
  // A brick that imports files by a command has no source.
  if (brick.sources.length === 0 && brick.commands.size === 0)
    fault('The brick provides no directory; call "sources.provide" in "activate".');
  for (const source of brick.sources) checkRecords(source.name, await readAll(source));
}

async function readAll(source: DirectorySource): Promise<DirectoryRecord[]> {
  const records: DirectoryRecord[] = [];
  try {
    for await (const record of source.read(new AbortController().signal)) records.push(record);
  } catch (error) {
    fault(
      `The source ${source.name} cannot be read (${reasonOf(error)}); give "settings" of a directory that answers.`,
    );
  }
  return records;
}

function checkRecords(source: string, records: readonly DirectoryRecord[]): void {
  const schools = new Set<string>();
  const groups = new Set<string>();
  for (const record of records) {
    // Kinships may cross schools and name people only.
    if (record.type === 'kinship' || record.type === 'unread-school') continue;
    const uai = normaliseUai(record.uai);
    if (record.type === 'school') schools.add(uai);
    if (record.type === 'group') groups.add(groupKey(uai, normaliseForSearch(record.key)));
    if (!schools.has(uai))
      fault(
        `The source ${source} names a ${record.type} of ${uai}, but no such school before it; name the school first.`,
      );
  }
  for (const record of records) {
    if (record.type !== 'membership') continue;
    const { uai, group, person } = record;
    if (!groups.has(groupKey(normaliseUai(uai), normaliseForSearch(group))))
      fault(
        `The source ${source} puts "${person}" into "${group}", which is no group of ${uai}; both must be of one school.`,
      );
  }
  if (schools.size < 2) fault(`The source ${source} names ${schools.size} schools; test it with two at least.`);
}
