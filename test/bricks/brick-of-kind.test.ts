// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryFolder } from '../repository/tracked-files.js';

/** A brick of this kind, and the compiler's sentence about it; without a sentence, the brick compiles. */
interface Program {
  readonly what: string;
  readonly manifest: keyof typeof DEFINES;
  /** By default, the function for bricks of the kind. */
  readonly define?: string;
  readonly activate: string;
  readonly says?: string;
}

const DEFINES = {
  feature: 'defineBrick',
  login: 'defineLoginBrick',
  directory: 'defineDirectoryBrick',
  ofAnyKind: 'defineBrick',
};

const PAGE = `({ http }) => http.get('/', { access: 'read' }, () => json({}))`;
const LOGIN = `({ auth }) => auth.provide(provider)`;
const SOURCE = `({ sources }) => sources.provide(source)`;
const IMPORT = `({ imports }) => void imports.of({ name: 'files' })`;
const TABLES = `({ db }) => void db.forSchool('0390001X')`;
const STORED = `({ describeStoredData }) => describeStoredData(() => Promise.resolve([]))`;

const programs: readonly Program[] = [
  { what: 'a feature with a page', manifest: 'feature', activate: PAGE },
  { what: 'a feature with stored data', manifest: 'feature', activate: STORED },
  { what: 'a feature that imports files', manifest: 'feature', define: 'defineImportBrick', activate: IMPORT },
  { what: 'a login', manifest: 'login', activate: LOGIN },
  { what: 'a directory', manifest: 'directory', activate: SOURCE },
  { what: 'a feature with a login', manifest: 'feature', activate: LOGIN, says: absent('auth', 'Brick') },
  { what: 'a feature with a source', manifest: 'feature', activate: SOURCE, says: absent('sources', 'Brick') },
  { what: 'a feature with imports', manifest: 'feature', activate: IMPORT, says: absent('imports', 'Brick') },
  { what: 'a feature with tables of any school', manifest: 'feature', activate: TABLES, says: absent('db', 'Brick') },
  { what: 'a login with a page', manifest: 'login', activate: PAGE, says: absent('http', 'LoginBrick') },
  { what: 'a login with a source', manifest: 'login', activate: SOURCE, says: absent('sources', 'LoginBrick') },
  {
    what: 'a directory with a page',
    manifest: 'directory',
    activate: PAGE,
    says: absent('http', 'DirectoryBrick'),
  },
  {
    what: 'a directory with a login',
    manifest: 'directory',
    activate: LOGIN,
    says: absent('auth', 'DirectoryBrick'),
  },
  {
    what: 'a directory with stored data',
    manifest: 'directory',
    activate: STORED,
    says: absent('describeStoredData', 'DirectoryBrick'),
  },
  {
    what: 'a manifest typed without its kind',
    manifest: 'ofAnyKind',
    activate: PAGE,
    says: "'AnyManifest' is not assignable to parameter of type 'Manifest'",
  },
  {
    what: 'a login given to defineBrick',
    manifest: 'login',
    define: 'defineBrick',
    activate: '() => undefined',
    says: "is not assignable to parameter of type 'Manifest'",
  },
];

const MANIFESTS = `
import type { AnyManifest, Manifest } from '@volee/core-adapter';
import type { DirectoryManifest } from '@volee/core-adapter/directory';
import type { LoginManifest } from '@volee/core-adapter/login';
import { z } from 'zod';
const texts = { title: 'Agenda', summary: 'Ce qui vient' };
const common = {
  id: 'agenda',
  version: '1.0.0',
  adapter: '^0.2.0',
  settings: z.strictObject({}),
  locales: { fr: texts, en: texts },
  permissions: { read: { profiles: ['teacher'] } },
} satisfies Omit<Manifest, 'kind'>;
export const feature = { ...common, kind: 'feature' } satisfies Manifest;
export const login = { ...common, kind: 'auth-provider' } satisfies LoginManifest;
export const directory = { ...common, kind: 'directory-source' } satisfies DirectoryManifest;
export const ofAnyKind: AnyManifest = feature;
`;

const said = compile(programs);

test.each(programs.filter(({ says }) => says === undefined))('$what compiles', ({ what }) => {
  expect(said.get(what)).toBeUndefined();
});

test.each(programs.filter(({ says }) => says !== undefined))('$what does not compile', ({ what, says = '' }) => {
  expect(said.get(what)).toEqual([expect.stringContaining(says)]);
});

function absent(part: string, type: string): string {
  return `Property '${part}' does not exist on type '${type}<`;
}

/** Compiles each program as a file of its own, all in one run. Returns the errors by program. */
function compile(all: readonly Program[]): ReadonlyMap<string, readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'volee-brick-of-kind-'));
  try {
    const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
    symlinkSync(join(repositoryFolder, 'node_modules'), join(folder, 'node_modules'));
    write('package.json', '{ "type": "module" }');
    const options = { composite: false, declaration: false, noEmit: true, types: [] };
    const base = join(repositoryFolder, 'tsconfig.json');
    write('tsconfig.json', JSON.stringify({ extends: base, compilerOptions: options, include: ['*.ts'] }));
    write('manifests.ts', MANIFESTS);
    all.forEach((program, index) => write(`program-${index}.ts`, textOf(program)));
    return errorsIn(folder, all);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function textOf({ manifest, define = DEFINES[manifest], activate }: Program): string {
  return `
    import { defineBrick, json } from '@volee/core-adapter';
    import { defineDirectoryBrick, defineImportBrick, type DirectorySource } from '@volee/core-adapter/directory';
    import { defineLoginBrick, type AuthProvider } from '@volee/core-adapter/login';
    import { ${manifest} } from './manifests.js';
    export declare const provider: AuthProvider;
    export declare const source: DirectorySource;
    export default ${define}(${manifest}, ${activate});`;
}

function errorsIn(folder: string, all: readonly Program[]): ReadonlyMap<string, readonly string[]> {
  const compiler = join(repositoryFolder, 'node_modules', 'typescript-7', 'bin', 'tsc');
  const { stdout } = spawnSync(process.execPath, [compiler, '--pretty', 'false'], { cwd: folder, encoding: 'utf8' });
  const errors = new Map<string, string[]>();
  for (const line of stdout.split('\n').filter((one) => /error TS\d+/.test(one))) {
    const index = /^program-(\d+)\.ts\(/.exec(line)?.[1];
    const what = all[Number(index)]?.what;
    if (what === undefined) throw new Error(`The programs do not compile, and not by their kind: ${line}`);
    errors.set(what, [...(errors.get(what) ?? []), line]);
  }
  return errors;
}
