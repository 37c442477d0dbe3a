// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, DirectorySource } from '@volee/core-adapter/directory';
import { CLASSMATE_RECORDS, SAMPLE_RECORDS, type TestHost } from '@volee/core-adapter/testing';
import { contentHash, contentOf } from '../../domain/bilan/content.js';
import { exampleBilan } from '../examples/example-bilan-for-tests.js';
import type { LivretForTests } from './livret-for-tests.js';
import { BilanRow } from '../../store/bilan.entity.js';

interface Written {
  readonly school: string;
  readonly pupilId: string;
  readonly classId: string;
  /** A text of the bilan. */
  readonly says: string;
}

/** A bilan of CM2 of the school year 2026, published as its life does it: with the digest of what was signed. */
export async function publishedBilan(
  { tables }: Pick<LivretForTests, 'tables'>,
  { school, pupilId, classId, says }: Written,
): Promise<BilanRow> {
  const db = tables(school);
  const row = await exampleBilan({ db, pupilId, groupId: classId, marker: says }, 'published');
  return signAgain({ tables }, school, row);
}

/** Signs and publishes a bilan as it stands in the tables, with some columns changed. */
export async function signAgain(
  { tables }: Pick<LivretForTests, 'tables'>,
  school: string,
  row: BilanRow,
  changes: Partial<BilanRow> = {},
): Promise<BilanRow> {
  const next = { ...row, ...changes };
  const sha256 = contentHash({ ...next, content: contentOf(next) });
  await tables(school)
    .repository(BilanRow)
    .update({ id: row.id }, { ...changes, sha256 });
  return { ...next, sha256 };
}

/** Syncs the sample without the records of some people, and with others. */
export async function syncAgain(
  { host }: TestHost,
  { without, more }: { readonly without: readonly string[]; readonly more: readonly DirectoryRecord[] },
): Promise<void> {
  const isMeant = (record: DirectoryRecord): boolean => {
    if (record.type === 'person') return !without.includes(record.key);
    if (record.type === 'membership') return !without.includes(record.person);
    return record.type !== 'kinship' || !without.includes(record.child);
  };
  const records = [...SAMPLE_RECORDS, ...CLASSMATE_RECORDS].filter(isMeant);
  const source: DirectorySource = {
    name: 'ldap',
    async *read() {
      yield* [...records, ...more];
    },
  };
  const run = await host.sync.plan(source, new AbortController().signal);
  await host.sync.apply(run.id, { approve: { by: 'cli', reason: 'a test' } });
}
