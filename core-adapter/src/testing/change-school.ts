// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../api/directory/directory-source.js';
import { member } from './directory-records.js';
import { OTHER_SCHOOL, testHostSource, type Role } from './sample-directory.js';
import type { TestHost } from './start-test-host.js';

/**
 * Moves a pupil of the first school to the class of the other one, by a sync of the whole directory with the changed records.
 * @param more further records that the directory has from then on, such as a new kinship
 * @stable
 */
export async function changeSchool(
  { host }: Pick<TestHost, 'host'>,
  role: Role,
  more: readonly DirectoryRecord[] = [],
): Promise<void> {
  const key = role.toLowerCase();
  const records: DirectoryRecord[] = [];
  for await (const record of testHostSource.read(new AbortController().signal)) {
    if (record.type === 'membership' && record.person === key) continue;
    records.push(record.type === 'person' && record.key === key ? { ...record, uai: OTHER_SCHOOL } : record);
  }
  const named = [...records, member(OTHER_SCHOOL, '6a', role), ...more];
  const guard = { keep: 0, keepInWeek: 0, ignoreUnder: 50 };
  const source = {
    ...{ name: 'ldap', guard },
    async *read() {
      yield* named;
    },
  };
  const run = await host.sync.plan(source, new AbortController().signal);
  await host.sync.apply(run.id, { approve: { by: 'cli', reason: 'A pupil that changes schools.' } });
}
