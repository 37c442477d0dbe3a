// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineBrick } from '../../../api/brick.js';
import { createAssets } from './assets.js';
import { bootWebHost } from '../../app/host-for-tests.js';
import { replyBrick } from '../../http/reply-brick-for-tests.js';

const base = mkdtempSync(join(tmpdir(), 'volee-assets-'));
// As in an installation below ~/.local: a dot in the path must not hide the files.
const folder = join(base, '.hidden', 'assets');
mkdirSync(join(folder, 'inner'), { recursive: true });
writeFileSync(join(base, '.hidden', 'secret.txt'), 'sesame');
writeFileSync(join(folder, 'pen.js'), 'export const pen = 1;');
writeFileSync(join(folder, 'inner', 'secret.txt'), 'sesame');
symlinkSync(join(base, '.hidden', 'secret.txt'), join(folder, 'link.txt'));

const brick = defineBrick({ ...replyBrick.manifest, assets: pathToFileURL(`${folder}/`) }, () => undefined);
const web = await bootWebHost({ bricks: [brick] });
afterAll(async () => {
  await web.stop();
  rmSync(base, { recursive: true });
});

test('an address with a version is cached for a year, without one for a day', async () => {
  const url = web.host.assets.url('paper', 'pen.js');
  expect(url).toMatch(/^\/assets\/paper\/pen\.js\?v=[0-9a-f]{10}$/);
  const versioned = await web.send(url);
  expect([versioned.status, versioned.text]).toEqual([200, 'export const pen = 1;']);
  expect(versioned.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': expect.stringMatching(/javascript/),
    'x-content-type-options': 'nosniff',
  });
  expect(versioned.headers).not.toHaveProperty('set-cookie');
  expect((await web.send('/assets/paper/pen.js')).headers['cache-control']).toBe('public, max-age=86400');
});

test('an address changes only when the content changes', () => {
  const file = join(folder, 'ink.css');
  const addressNow = (): string =>
    createAssets(new Map([['paper', pathToFileURL(`${folder}/`)]])).url('paper', 'ink.css');
  writeFileSync(file, 'a {}');
  const first = addressNow();
  expect(addressNow()).toBe(first);
  writeFileSync(file, 'b {}');
  expect(addressNow()).not.toBe(first);
});

test('the assets of every page exist', async () => {
  for (const name of ['theme.css', 'shell.js', 'favicon.svg', 'bootstrap.min.css', 'atkinson-latin.woff2']) {
    expect((await web.send(web.host.assets.url('core', name))).status).toBe(200);
  }
  expect(() => web.host.assets.url('core', 'nothing.css')).toThrow('core has no asset named nothing.css');
  expect(() => web.host.assets.url('paper', 'constructor')).toThrow('paper has no asset named constructor');
});

test.each([
  '/assets/paper/../secret.txt',
  '/assets/paper/..%2fsecret.txt',
  '/assets/paper/%2e%2e/secret.txt',
  '/assets/paper/%2e%2e%2fsecret.txt',
  '/assets/paper/..%5csecret.txt',
  '/assets/paper/..%c0%afsecret.txt',
  '/assets/paper/%252e%252e%252fsecret.txt',
  '/assets/paper/pen.js%00.txt',
  '/assets/paper/pen.js/../../secret.txt',
  '/assets/paper/inner',
  '/assets/paper/inner/secret.txt',
  '/assets/paper/inner%2fsecret.txt',
  '/assets/paper/link.txt',
  '/assets/paper/.',
  '/assets/paper/..',
  '/assets/paper/',
  '/assets/paper/constructor',
  '/assets/paper/__proto__',
  '/assets/core/toString',
  '/assets/constructor/name',
  '/assets/core/../../package.json',
  `/assets/paper/${encodeURIComponent(join(base, '.hidden', 'secret.txt'))}`,
  '/assets//etc/passwd',
  '/assets/paper/PEN.js',
])('F1: %s is not found', async (path) => {
  const { status, text } = await web.send(path);
  expect([400, 404]).toContain(status);
  expect(text).not.toMatch(/sesame|root:/);
});
