// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '@volee/core-adapter/directory';
import { testHostSource, type TestHost } from '@volee/core-adapter/testing';

export async function sampleRecords(): Promise<DirectoryRecord[]> {
  const records: DirectoryRecord[] = [];
  for await (const record of testHostSource.read(new AbortController().signal)) records.push(record);
  return records;
}

/** Applies a sync of the records that a directory has from now on. */
export async function applyRecords(
  { host }: Pick<TestHost, 'host'>,
  named: readonly DirectoryRecord[],
  name = 'ldap',
): Promise<void> {
  const source = { name, guard: { keep: 0, keepInWeek: 0, ignoreUnder: 5 }, read: () => stream(named) };
  const run = await host.sync.plan(source, new AbortController().signal);
  await host.sync.apply(run.id, { approve: { by: 'cli', reason: 'The directory changes.' } });
}

/** The records without the classes of a person: one sync leaves a pupil out of them. */
export function withoutGroupsOf(login: string, records: readonly DirectoryRecord[]): DirectoryRecord[] {
  return records.filter((one) => !(one.type === 'membership' && one.person === login));
}

/** The records without a person. */
export function withoutPerson(login: string, records: readonly DirectoryRecord[]): DirectoryRecord[] {
  return records.filter((one) => !['key', 'person', 'child'].some((field) => Reflect.get(one, field) === login));
}

/** The records with another key and login of a person, as after a school has made the record anew. */
export function withOtherKey(login: string, key: string, records: readonly DirectoryRecord[]): DirectoryRecord[] {
  return records.map((one) => {
    if (one.type === 'person' && one.key === login) return { ...one, key, login: key };
    if (one.type === 'membership' && one.person === login) return { ...one, person: key };
    return one.type === 'kinship' && one.child === login ? { ...one, child: key } : one;
  });
}

async function* stream(records: readonly DirectoryRecord[]): AsyncGenerator<DirectoryRecord> {
  await Promise.resolve();
  yield* records;
}
