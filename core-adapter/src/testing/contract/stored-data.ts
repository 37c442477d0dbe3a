// SPDX-License-Identifier: EUPL-1.2
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exchange } from './exchange.js';
import { receiveExample } from './receive-example.js';
import { prepareExample } from './prepare-example.js';
import { changedRows, emptyTables, readRows, rowKey, type Row } from './rows.js';
import { SAMPLE_PEOPLE, SCHOOLS, type SamplePerson } from './sample-people.js';
import { nameOf, type ContractBench } from './contract-bench.js';
import { targetOf } from './target-of.js';

/** The data that one example left in a school for one person. */
export interface StoredData {
  readonly school: string;
  readonly marker: string;
  readonly rows: readonly Row[];
  /** The name of the example, and the role of the person: « the example of POST /notices for teacher ». */
  readonly example: string;
}

/** The clause of a fault that names the example behind some rows. Empty for rows that no example wrote, such as those of a job. */
export function byExample(row: Row, storedData: readonly StoredData[]): string {
  const wrote = storedData.find(({ rows }) => rows.some((one) => rowKey(one) === rowKey(row)));
  return wrote ? `, which ${wrote.example} wrote` : '';
}

/** All data of the brick, in every school. */
export interface BrickContents {
  /** Rows by table and id. */
  readonly rows: ReadonlyMap<string, Row>;
  readonly files: readonly StoredFile[];
}

interface StoredFile {
  readonly school: string;
  /** The storage key. */
  readonly key: string;
  readonly content: string;
}

export function rowNames({ text }: Row, personId: string): boolean {
  return text.includes(personId);
}

/** The name of the column that contains the id. */
export function columnOf({ values }: Row, personId: string): string {
  const [column = '?'] = Object.entries(values).find(([, value]) => JSON.stringify(value)?.includes(personId)) ?? [];
  return `"${column}"`;
}

/** The schools in which a person of the sample has a profile. */
export function schoolsOf(role: SamplePerson['role']): string[] {
  return SAMPLE_PEOPLE.filter((person) => person.role === role).map(({ school }) => school);
}

export async function deleteAllData(bench: ContractBench): Promise<void> {
  await emptyTables(bench);
  await rm(join(bench.host.storageFolder, bench.brick.id), { recursive: true, force: true });
}

/** Lets each example write data for these people, and submits each form that creates something. */
export async function storeExamplesFor(bench: ContractBench, people: readonly SamplePerson[]): Promise<StoredData[]> {
  const storedData: StoredData[] = [];
  for (const person of people) {
    const { role, school } = person;
    for (const route of bench.brick.routes) {
      const prepared = await prepareExample(bench, route, targetOf(person), { person: role });
      const { marker } = prepared;
      // A form about existing rows may delete them.
      const isSent = route.method === 'post' && prepared.rows.length === 0;
      const rows = isSent ? (await exchange(bench, prepared, { role, school })).changed : prepared.rows;
      if (rows.length > 0)
        storedData.push({ school, marker, rows, example: `the example of ${nameOf(route)} for ${role}` });
    }
    const { receive } = bench.brick;
    if (!receive || !person.profiles.includes('pupil')) continue;
    const received = await receiveExample(bench, receive, { target: targetOf(person), pupil: role });
    storedData.push({ school, ...received, example: `the example "received" for ${role}` });
  }
  return storedData;
}

export async function readBrickContents(bench: ContractBench): Promise<BrickContents> {
  const files: StoredFile[] = [];
  for (const school of SCHOOLS) files.push(...(await readFiles(bench, school)));
  return { rows: await readRows(bench), files };
}

async function readFiles({ host, brick }: ContractBench, school: string): Promise<StoredFile[]> {
  const folder = join(host.storageFolder, brick.id, school);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    paths.map(async (path) => ({
      school,
      key: path.slice(folder.length + 1),
      content: await readFile(path, 'utf8'),
    })),
  );
}

/** The selected rows that were changed or removed. */
export function changedAmong(before: BrickContents, after: BrickContents, whose: (row: Row) => boolean): Row[] {
  return changedRows(before.rows, after.rows).filter(whose);
}

/** Files with a key that no row of their school contains. */
export function unnamedFiles({ rows, files }: BrickContents): StoredFile[] {
  const all = [...rows.values()];
  return files.filter(({ school, key }) => !all.some((row) => row.school === school && row.text.includes(key)));
}

/** Files that were removed although a remaining row contains their key. */
export function missingFiles(before: BrickContents, after: BrickContents): StoredFile[] {
  const left = [...after.rows.values()];
  return before.files.filter(
    ({ school, key }) =>
      !after.files.some((file) => file.school === school && file.key === key) &&
      left.some((row) => row.school === school && row.text.includes(key)),
  );
}
