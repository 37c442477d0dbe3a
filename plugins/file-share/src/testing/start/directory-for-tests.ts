// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '@volee/core-adapter/directory';
import { testHostSource, type TestHost } from '@volee/core-adapter/testing';

export async function sampleRecords(): Promise<DirectoryRecord[]> {
  const records: DirectoryRecord[] = [];
  for await (const record of testHostSource.read(new AbortController().signal)) records.push(record);
  return records;
}

/** Applies a sync of the records that the directory has from now on. */
export async function applyRecords({ host }: Pick<TestHost, 'host'>, named: readonly DirectoryRecord[]): Promise<void> {
  const source = { name: 'ldap', guard: { keep: 0, keepInWeek: 0, ignoreUnder: 5 }, read: () => stream(named) };
  const run = await host.sync.plan(source, new AbortController().signal);
  await host.sync.apply(run.id, { approve: { by: 'cli', reason: 'The directory changes.' } });
}

/** The records without the classes of a person: one sync leaves a pupil out of them. */
export function withoutGroupsOf(login: string, records: readonly DirectoryRecord[]): DirectoryRecord[] {
  return records.filter((one) => !(one.type === 'membership' && one.person === login));
}

async function* stream(records: readonly DirectoryRecord[]): AsyncGenerator<DirectoryRecord> {
  await Promise.resolve();
  yield* records;
}
