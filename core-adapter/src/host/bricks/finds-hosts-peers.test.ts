// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findsHostsPeers } from './finds-hosts-peers.js';
import { folderOfBrick } from './locate-brick.js';
import { PEERS } from './peers.js';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'volee-peers-')));
afterAll(() => rmSync(root, { recursive: true }));

/** The settings file of an installation of its own: Node remembers where it found no package. */
function installation(
  brick: string,
  { linked, copied = [] }: { linked: readonly string[]; copied?: string[] },
): string {
  const folder = mkdtempSync(join(root, 'installation-'));
  for (const name of [brick, ...copied]) writePackage(join(folder, 'node_modules', name));
  for (const peer of linked) linkToHosts(join(folder, 'node_modules'), peer);
  return join(folder, 'volee.yaml');
}

function writePackage(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{}');
  writeFileSync(join(folder, 'index.js'), '');
}

/** Links a peer to the host's copy, as a package manager does that stores each package once. */
function linkToHosts(packages: string, peer: string): void {
  mkdirSync(dirname(join(packages, peer)), { recursive: true });
  symlinkSync(realpathSync(folderOfBrick(peer, join(root, 'volee.yaml')) ?? ''), join(packages, peer));
}

const allPeers = [...PEERS];

test('a brick of ours beside the host has the peers of the host', () => {
  const settingsFile = join(root, 'volee.yaml');
  expect(findsHostsPeers('@volee/file-share', settingsFile)).toBe(true);
  expect(findsHostsPeers('@volee/not-installed', settingsFile)).toBe(true);
});

test.each([
  { found: 'nothing', linked: [], copied: [], has: false },
  { found: 'the copy of the host of each peer', linked: allPeers, copied: [], has: true },
  { found: 'another copy of one peer', linked: allPeers.filter((peer) => peer !== 'zod'), copied: ['zod'], has: false },
])('a brick of ours elsewhere that finds $found: $has', ({ linked, copied, has }) => {
  const brick = '@volee/elsewhere';
  expect(findsHostsPeers(brick, installation(brick, { linked, copied }))).toBe(has);
});

test('a brick of another author, or in a folder, goes through the hook, whatever it finds', () => {
  const brick = '@acme/agenda';
  const settingsFile = installation(brick, { linked: allPeers });
  expect(findsHostsPeers(brick, settingsFile)).toBe(false);
  expect(findsHostsPeers(`./node_modules/${brick}`, settingsFile)).toBe(false);
});
