// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bricksBesideHost } from './bricks-beside-host.js';

const PEERS = { peerDependencies: { '@volee/core-adapter': '^0.2.0' } };

function install(folder: string, name: string, described: object | string): void {
  const place = join(folder, 'node_modules', name);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), typeof described === 'string' ? described : JSON.stringify(described));
}

test('bricks are the packages that name the contract as a peer, in each folder that imports are searched in', () => {
  const root = mkdtempSync(join(tmpdir(), 'volee-beside-'));
  const host = join(root, 'core-adapter', 'src');
  mkdirSync(host, { recursive: true });
  install(root, '@volee/messaging', PEERS);
  install(root, 'agenda', PEERS);
  install(root, 'express', { dependencies: { '@volee/core-adapter': '1' } });
  install(root, '@acme/broken', '{');
  mkdirSync(join(root, 'node_modules', '@acme', 'empty'));
  install(host, '@acme/canteen', PEERS);
  install(host, 'agenda', PEERS);
  expect(bricksBesideHost(host)).toEqual(['@acme/canteen', '@volee/messaging', 'agenda']);
});
