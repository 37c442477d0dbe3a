// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineBrick } from '../../../api/brick.js';
import { createAssets, type Assets } from './assets.js';
import { bootWebHost } from '../../app/host-for-tests.js';
import { replyBrick } from '../../http/reply-brick-for-tests.js';
import { SCHOOL, type Role } from '../../../testing/sample-directory.js';

const base = mkdtempSync(join(tmpdir(), 'volee-assets-'));
// As in an installation below ~/.local: a dot in the path must not hide the files.
const folder = join(base, '.hidden', 'assets');
mkdirSync(join(folder, 'inner'), { recursive: true });
writeFileSync(join(base, '.hidden', 'secret.txt'), 'sesame');
writeFileSync(join(folder, 'pen.js'), 'export const pen = 1;');
writeFileSync(join(folder, 'paper.css'), '.paper-sheet {\n  color: var(--v-ink); /* black */\n}\n');
writeFileSync(join(folder, 'fold.css'), '.paper-fold { background: url("fold.svg") }');
writeFileSync(join(folder, 'inner', 'secret.txt'), 'sesame');
symlinkSync(join(base, '.hidden', 'secret.txt'), join(folder, 'link.txt'));

const styles = ['paper.css', 'fold.css'];
const brick = defineBrick({ ...replyBrick.manifest, assets: pathToFileURL(`${folder}/`), styles }, replyBrick.activate);
const plain = defineBrick({ ...replyBrick.manifest, id: 'plain' }, replyBrick.activate);
const web = await bootWebHost({ bricks: [brick, plain] });
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

test('the scripts of the host are sent without comments, with their licence', async () => {
  const { text, headers } = await web.send(web.host.assets.url('core', 'live.js'));
  expect(headers['content-type']).toMatch(/javascript/);
  expect(text.match(/^\s*(\/\/|\/\*).*/gm)).toEqual(['// SPDX-License-Identifier: EUPL-1.2']);
  expect(text).toContain('new EventSource(`/live?since=');
});

test('an address changes only when the content changes', () => {
  const file = join(folder, 'ink.css');
  const addresses = (assets: Assets): string[] => [assets.url('paper', 'ink.css'), ...assets.stylesOf('paper')];
  const addressNow = (): string[] => {
    const assets = createAssets();
    assets.add('paper', { folder: pathToFileURL(folder), styles: ['paper.css', 'ink.css'] });
    return addresses(assets);
  };
  writeFileSync(file, 'a {}');
  const first = addressNow();
  expect(addressNow()).toEqual(first);
  writeFileSync(file, 'b {}');
  const second = addressNow();
  expect(second.filter((address) => first.includes(address))).toEqual([]);
});

test('the assets of every page exist', async () => {
  for (const name of ['volee.css', 'console.css', 'shell.js', 'favicon.svg', 'atkinson-latin.woff2']) {
    expect((await web.send(web.host.assets.url('core', name))).status).toBe(200);
  }
  expect(() => web.host.assets.url('core', 'nothing.css')).toThrow('core has no asset named nothing.css');
  expect(() => web.host.assets.url('paper', 'constructor')).toThrow('paper has no asset named constructor');
});

/** The addresses of the style sheets that a page of this role loads. */
async function stylesOf(role: Role, path: string): Promise<string[]> {
  const { text } = await web.send(path, { headers: { Cookie: await web.cookieOf(role) } });
  return [...text.matchAll(/rel="stylesheet" href="([^"]+)"/g)].map(([, address = '']) => address);
}

const common = web.host.assets.url('core', 'volee.css');

test('the pages of a brick load its style sheets as one file, and no other page loads them', async () => {
  const [first, own = '', ...more] = await stylesOf('teacher', `/s/${SCHOOL}/paper/`);
  expect([first, ...more]).toEqual([common]);
  expect(own).toMatch(/^\/assets\/paper\/paper\.css\+fold\.css\?v=[0-9a-f]{10}$/);
  for (const path of [`/s/${SCHOOL}/plain/`, `/s/${SCHOOL}/paper/nowhere`]) {
    expect([path, ...(await stylesOf('teacher', path))]).toEqual([path, common]);
  }

  const { status, headers, text } = await web.send(own);
  const rules = '.paper-sheet { color: var(--v-ink); } .paper-fold { background: url("fold.svg") }';
  expect([status, text]).toEqual([200, rules]);
  expect(headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': expect.stringMatching(/^text\/css/),
    'x-content-type-options': 'nosniff',
  });
  expect(headers).not.toHaveProperty('set-cookie');
  const again = await web.send(own, { headers: { 'If-None-Match': String(headers.etag) } });
  expect([again.status, again.text]).toEqual([304, '']);
});

test('the portal loads a sheet of its own', async () => {
  expect(await stylesOf('teacher', `/s/${SCHOOL}/`)).toEqual([common, web.host.assets.url('core', 'portal.css')]);
});

test('the consoles of a school and of the platform load a sheet of their own', async () => {
  await web.host.administrators.grant('head', null, 'cli');
  const school = `/admin/s/${SCHOOL}/bricks`;
  for (const path of [school, `${school}/paper/people`, '/admin/', '/admin/audit', '/admin/syncs/1']) {
    const own = web.host.assets.url('core', 'console.css');
    expect([path, ...(await stylesOf('head', path))]).toEqual([path, common, own]);
  }
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
  '/assets/plain/paper.css+fold.css',
  '/assets/plain/plain.css',
  '/assets/core/bootstrap.min.css',
])('F1: %s is not found', async (path) => {
  const { status, text } = await web.send(path);
  expect([400, 404]).toContain(status);
  expect(text).not.toMatch(/sesame|root:/);
});
