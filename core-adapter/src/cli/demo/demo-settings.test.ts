// SPDX-License-Identifier: EUPL-1.2
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '../../host/infra/settings/load-settings.js';
import { bricksMissingIn, writeDemoSettings } from './demo-settings.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'volee-demo-'));

test('the settings of the demo are complete: every command accepts them', () => {
  const settings = loadSettings(writeDemoSettings(folder(), 3400), {});
  expect(settings.server.publicUrl.href).toBe('http://127.0.0.1:3400/');
  expect(Object.keys(settings.bricks)).toEqual([
    ...['@volee/cas-bridge', '@volee/ldap-sync'],
    ...['@volee/file-share', '@volee/messaging', '@volee/livret-bridge', '@volee/onde-import'],
  ]);
});

test('another --port moves the three ports and keeps manual changes', () => {
  const at = folder();
  const file = writeDemoSettings(at, 3400);
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('"@volee/file-share": {}', '"@volee/file-share": { maxFileSize: 1MB }'),
  );
  writeDemoSettings(at, 3401);
  const yaml = readFileSync(file, 'utf8');
  expect(yaml.match(/127\.0\.0\.1:\d+/g)).toEqual(['3401', '3401', '3402', '3403'].map((port) => `127.0.0.1:${port}`));
  expect(yaml).toContain('maxFileSize: 1MB');
});

test('a checkout that was copied uses its own data, and so does one whose settings an earlier version wrote', () => {
  const original = join(folder(), 'var', 'demo');
  const copy = join(folder(), 'var', 'demo');
  const yaml = readFileSync(writeDemoSettings(original, 3400), 'utf8');
  const absolute = yaml.replace(/"(sqlite|file):\./g, `"$1:${original}`);
  for (const written of [yaml, absolute]) {
    writeFileSync(join(original, 'volee.yaml'), written);
    cpSync(original, copy, { recursive: true });
    const { database, storage, session } = loadSettings(writeDemoSettings(copy, 3400), {});
    expect([database.url, storage.url]).toEqual([`sqlite:${copy}/volee.sqlite`, `file:${copy}/files`]);
    expect(session.secret).toBe(readFileSync(join(copy, 'session.key'), 'utf8'));
  }
  const own = yaml.replace('sqlite:./volee.sqlite', 'sqlite:/srv/ecole.sqlite');
  writeFileSync(join(copy, 'volee.yaml'), own);
  expect(readFileSync(writeDemoSettings(copy, 3400), 'utf8')).toBe(own);
});

test('bricks that are new since the settings were written are known by their names', () => {
  const bricks = { '@volee/cas-bridge': {}, '@volee/file-share': {} };
  expect(bricksMissingIn({ bricks })).toEqual(['@volee/messaging', '@volee/livret-bridge', '@volee/onde-import']);
});
