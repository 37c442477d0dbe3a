// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryFolder } from '../repository/tracked-files.js';

/** A brick of this kind, and the compiler's sentence about it; without a sentence, the brick compiles. */
interface Program {
  readonly what: string;
  readonly manifest: 'feature' | 'login' | 'directory' | 'ofAnyKind';
  readonly activate: string;
  readonly says?: string;
}

const PAGE = `({ http }) => http.get('/', { access: 'read' }, () => json({}))`;
const LOGIN = `({ auth }) => auth.provide(provider)`;
const SOURCE = `({ sources }) => sources.provide(source)`;
const STORED = `({ describeStoredData }) => describeStoredData(() => Promise.resolve([]))`;

const programs: readonly Program[] = [
  { what: 'a feature with a page', manifest: 'feature', activate: PAGE },
  { what: 'a feature with stored data', manifest: 'feature', activate: STORED },
  { what: 'a login', manifest: 'login', activate: LOGIN },
  { what: 'a directory', manifest: 'directory', activate: SOURCE },
  { what: 'a feature with a login', manifest: 'feature', activate: LOGIN, says: absent('auth', 'FeatureBrick') },
  { what: 'a feature with a source', manifest: 'feature', activate: SOURCE, says: absent('sources', 'FeatureBrick') },
  { what: 'a login with a page', manifest: 'login', activate: PAGE, says: absent('http', 'AuthProviderBrick') },
  { what: 'a login with a source', manifest: 'login', activate: SOURCE, says: absent('sources', 'AuthProviderBrick') },
  {
    what: 'a directory with a page',
    manifest: 'directory',
    activate: PAGE,
    says: absent('http', 'DirectorySourceBrick'),
  },
  {
    what: 'a directory with a login',
    manifest: 'directory',
    activate: LOGIN,
    says: absent('auth', 'DirectorySourceBrick'),
  },
  {
    what: 'a directory with stored data',
    manifest: 'directory',
    activate: STORED,
    says: absent('describeStoredData', 'DirectorySourceBrick'),
  },
  // `: Manifest` forgets the kind; the docstring of `Brick` says so.
  { what: 'a manifest typed without its kind', manifest: 'ofAnyKind', activate: PAGE, says: absent('http', 'Brick') },
];

const MANIFESTS = `
import type { Manifest } from '@volee/core-adapter';
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
export const login = { ...common, kind: 'auth-provider' } satisfies Manifest;
export const directory = { ...common, kind: 'directory-source' } satisfies Manifest;
export const ofAnyKind: Manifest = feature;
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

function textOf({ manifest, activate }: Program): string {
  return `
    import { defineBrick, json, type AuthProvider, type DirectorySource } from '@volee/core-adapter';
    import { ${manifest} } from './manifests.js';
    export declare const provider: AuthProvider;
    export declare const source: DirectorySource;
    export default defineBrick(${manifest}, ${activate});`;
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
