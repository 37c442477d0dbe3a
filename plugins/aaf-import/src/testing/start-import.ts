// SPDX-License-Identifier: EUPL-1.2
import type { CommandAnswer, PersonalDataHandlers, SchoolData, SchoolWork } from '@volee/core-adapter';
import { defineDirectoryBrick, type BrickDatabase } from '@volee/core-adapter/directory';
import { startTestHost, type TestDatabase, type TestHost } from '@volee/core-adapter/testing';
import type { Imported } from '../import-folder.js';
import aafImport from '../index.js';
import { manifest } from '../manifest.js';
import { EntryPartRow } from '../state/entry-part.entity.js';
import { testFolders } from './test-folder.js';

type Files = Readonly<Record<string, string>>;
type Options = Readonly<Record<string, string | true>>;

/** The `--json` output of an import. */
export type ImportValue = Imported['plan'] & Omit<Imported, 'plan'>;

/** An academy without imports. */
export interface TestAcademy {
  readonly source: string;
  /** Runs `volee aaf import FOLDER` and returns its output. */
  run(files: Files, options?: Options): Promise<string>;
  /** The same with `--json`. */
  value(files: Files, options?: Options): Promise<ImportValue>;
  /** A person by AAF key, as `name: class, group`; undefined once the person has left. */
  find(key: string): Promise<string | undefined>;
  idOf(key: string): Promise<string | undefined>;
  /** The parts kept for the next Delta. */
  parts(): Promise<EntryPartRow[]>;
  setParts(school: string, change: Partial<EntryPartRow>): Promise<void>;
}

const ACADEMIES = 30;

type RunImport = (files: Files, options?: Options) => Promise<CommandAnswer>;

/** Starts a host with the brick, and makes a new academy for each test. Await it at the top of the test file. */
export async function startImport(database: TestDatabase): Promise<{
  readonly host: TestHost['host'];
  readonly clock: TestHost['clock'];
  readonly personalData: PersonalDataHandlers;
  /** The data of the brick in a school. */
  dataIn(uai: string): SchoolData;
  academy(): TestAcademy;
  run: RunImport;
}> {
  const folderOf = testFolders();
  const sources = Array.from({ length: ACADEMIES }, (_, number) => `aaf-${number}`);
  let db: BrickDatabase | undefined;
  const watched = defineDirectoryBrick(manifest, (brick) => {
    db = brick.db;
    return aafImport.activate(brick);
  });
  const { host, clock } = await startTestHost({ bricks: [{ brick: watched, settings: { sources } }], database });
  const [brick] = host.bricks;
  const command = brick?.state === 'ready' ? brick.commands.get('aaf import') : undefined;
  const personalData = brick?.state === 'ready' ? brick.personalData : undefined;
  if (!command || !personalData) throw new Error('the brick lacks its command or its handlers');
  const run: RunImport = (files, options = {}) =>
    command({
      ...{ words: [folderOf(files)], options, by: 'cli:root', signal: new AbortController().signal, t: String },
      schools: () => schoolsOf(host),
    });
  let academies = 0;

  return {
    host,
    clock,
    run,
    personalData,
    dataIn(uai) {
      if (!db) throw new Error('the brick was not activated');
      return { uai, db: db.forSchool(uai), storage: host.storage.forSchool('aaf-import', uai) };
    },
    academy: () => testAcademy(host, academies++, run),
  };
}

/** As the host walks through them for a command, as far as the brick looks at them. */
async function* schoolsOf(host: TestHost['host']): AsyncGenerator<SchoolWork> {
  const uais = (await host.directory.schools()).map(({ uai }) => uai);
  for (const uai of uais.toSorted()) yield { school: { uai } } as SchoolWork;
}

function testAcademy(host: TestHost['host'], number: number, run: RunImport): TestAcademy {
  const source = `aaf-${number}`;
  const table = host.database.dataSource.getRepository(EntryPartRow);
  // The pupils differ by academy: with the same number and birth date they would be the same people.
  const own = (files: Files): Files =>
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [
        name,
        text.replace(/([12])23456789AB/g, (_, first: string) => `${first}${23 + number}456789AB`),
      ]),
    );
  const person = async (key: string) => {
    const found = await host.directory.personByLogin(source, key);
    return found?.disabled ? undefined : found;
  };
  return {
    source,
    run: async (files, options) => (await run(own(files), { source, ...options })).lines.join('\n'),
    value: async (files, options) => (await run(own(files), { source, ...options })).value as ImportValue,
    idOf: async (key) => (await person(key))?.id,
    async find(key) {
      const found = await person(key);
      if (!found) return undefined;
      const schools = await host.directory.schoolsOf(found.id);
      const ties = await Promise.all(schools.map(({ school }) => host.directory.ties(found.id, school.uai)));
      const groups = new Set(ties.flat().map(({ group }) => group.name));
      return `${found.displayName}: ${[...groups].toSorted().join(', ')}`;
    },
    parts: () => table.findBy({ source }),
    setParts: async (school, change) => void (await table.update({ school, source }, change)),
  };
}
