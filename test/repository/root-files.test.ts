// SPDX-License-Identifier: EUPL-1.2
// Files at the root of the repository that say the same thing to different programs.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryFolder, textOf, trackedFiles } from './tracked-files.js';

interface Manifest {
  readonly version: string;
  readonly engines?: { readonly node: string };
}

const manifests = trackedFiles()
  .filter((file) => file.endsWith('package.json') && !file.startsWith('test/'))
  .map((file) => JSON.parse(textOf(file)) as Manifest);

test('.nvmrc, the packages and Renovate name the same Node.js, and CI takes that of Debian', () => {
  const node = textOf('.nvmrc').trim();
  expect(new Set(manifests.map(({ engines }) => engines?.node))).toEqual(new Set([`>=${node}`]));
  const { constraints, constraintsFiltering } = JSON.parse(textOf('renovate.json')) as Record<string, unknown>;
  expect({ constraints, constraintsFiltering }).toEqual({
    constraints: { node: `${node}.0` },
    constraintsFiltering: 'strict',
  });
  expect(textOf('docs/guides/installer-debian.md')).toContain(`Debian 13 fournit Node.js ${node}`);
  expect(textOf('.github/workflows/ci.yml')).toMatch(/container: debian:13\n[^]*- run: \.ci\/run\n/);
});

test('editors and prettier break lines alike', () => {
  const { printWidth } = JSON.parse(textOf('.prettierrc.json')) as { printWidth: number };
  expect(textOf('.editorconfig')).toContain(`\nmax_line_length = ${printWidth}\n`);
});

test('pages that "npm run reference" makes are marked for forges, and no other page is', () => {
  const made = trackedFiles().filter((file) => file.endsWith('.md') && textOf(file).startsWith('<!-- Made by'));
  // Reviews show the reports of the contract (ADR 101).
  const folded = made.filter((file) => !file.startsWith('docs/reference/api/'));
  const marked = [...textOf('.gitattributes').matchAll(/^(.+\.md) linguist-generated$/gm)].map(([, file]) => file);
  expect(marked.sort()).toEqual(folded.sort());
});

test('the newest heading of the changelog is the version, or says that it has none yet', () => {
  const [newest] = headings();
  expect(['Unreleased', ...manifests.map(({ version }) => version)]).toContain(newest);
});

test('each entry of the newest version in the changelog is one line', () => {
  const [, , newest = ''] = /^## \[(.+)\].*\n([^]*?)^## \[/m.exec(textOf('CHANGELOG.md')) ?? [];
  const lines = newest.split('\n').slice(newest.split('\n').findIndex((line) => line.startsWith('### ')));
  const visible = lines.map((line) => line.replace(/\]\([^)]*\)/g, ']'));
  expect(newest).not.toBe('');
  expect(visible.filter((line) => line.startsWith(' ') || line.length > 160)).toEqual([]);
});

test('the manifests of the bricks have the version of the packages', () => {
  const [version = ''] = manifests.map((one) => one.version);
  const bricks = trackedFiles().filter((file) => /^[\w-]+\/(?:[\w-]+\/)?src\/manifest\.ts$/.test(file));
  const told = bricks.map((file) =>
    [...textOf(file).matchAll(/^ {2}(?:version|adapter): '(.+)'/gm)].map(([, one]) => one),
  );
  expect(told.length).toBeGreaterThan(5);
  expect(told).toEqual(told.map(() => [version, `^${version}`]));
});

test('each release tag is a heading of the changelog', () => {
  expect(tags().filter((tag) => !headings().includes(tag))).toEqual([]);
});

function headings(): string[] {
  return [...textOf('CHANGELOG.md').matchAll(/^## \[(.+)\]/gm)].map(([, name = '']) => name);
}

/** The tags of git: none in an archive of the repository, and none in a shallow clone. */
function tags(): string[] {
  if (!existsSync(join(repositoryFolder, '.git'))) return [];
  return execFileSync('git', ['tag'], { cwd: repositoryFolder, encoding: 'utf8' })
    .split('\n')
    .filter((tag) => /^v?\d/.test(tag));
}
