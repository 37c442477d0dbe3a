// SPDX-License-Identifier: EUPL-1.2
import { json, type SchoolDatabase, type SchoolStorage } from '@volee/core-adapter';
import { startTestHost, type TestHost, type TestHostOptions } from '@volee/core-adapter/testing';
import fileShare from '../../index.js';

/** A host with the brick as it is, and the tables and the storage of the brick in both schools. */
export interface DriveForTests {
  readonly host: TestHost;
  readonly tables: (uai: string) => SchoolDatabase;
  readonly storage: (uai: string) => SchoolStorage;
}

const PATH = '/tables-for-tests';

/** Starts a host with the brick. Tests write rows by its tables, such as a folder of 5,000 files. */
export async function startDrive(
  options: Omit<TestHostOptions, 'bricks'> & { readonly settings?: object } = {},
): Promise<DriveForTests> {
  const known = new Map<string, { db: SchoolDatabase; storage: SchoolStorage }>();
  const activate: typeof fileShare.activate = (brick) => {
    brick.http.get(PATH, { access: 'enter' }, ({ school, db, storage }) => {
      known.set(school.uai, { db, storage });
      return json({});
    });
    return fileShare.activate(brick);
  };
  const { settings = {}, ...hostOptions } = options;
  const brick = { manifest: fileShare.manifest, activate };
  const host = await startTestHost({ ...hostOptions, bricks: [{ brick, settings }] });
  for (const head of ['head', 'headOfOtherSchool'] as const) await host.as(head).get(PATH).expect(200);
  const of = (uai: string): { db: SchoolDatabase; storage: SchoolStorage } => {
    const found = known.get(uai);
    if (!found) throw new Error(`The sample has no school ${uai}.`);
    return found;
  };
  return { host, tables: (uai) => of(uai).db, storage: (uai) => of(uai).storage };
}
