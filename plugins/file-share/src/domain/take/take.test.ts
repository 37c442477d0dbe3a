// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { SCHOOL } from '@volee/core-adapter/testing';
import { claimContent } from '../content/claim-content.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { openSpace } from '../space/open-space.js';
import { groupSpace, ownSpace, SCHOOL_SPACE } from '../../store/space-ref.js';
import { ContentRow } from '../../store/content.entity.js';
import { NodeRow } from '../../store/node.entity.js';
import { insertNodes } from '../tree/insert-nodes.js';
import { readZip } from '../../testing/start/read-zip-for-tests.js';
import { standInForLost } from './send-zip.js';
import { treeEntries } from './tree-entries.js';
import { zipFiles, type ZipEntry } from './zip-files.js';

const drive = await startDrive();
const { clock, ids } = drive.host;
const [db, storage] = [drive.tables(SCHOOL), drive.storage(SCHOOL)];
const quotas = { pupil: 1e9, teacher: 1e9, class: 1e9, school: 1e12 };
const tree = { db, clock, quotas, user: { profiles: ['teacher' as const] } };

async function put(folder: NodeRow, name: string, content: string): Promise<NodeRow> {
  const stored = await storage.store(Readable.from([content]), { maxBytes: 1_000 });
  const { id: contentId } = await claimContent(stored, { db });
  const [row] = await insertNodes(folder, [{ name, contentId, bytes: stored.bytes, addedBy: null }], tree);
  if (!row) throw new Error('An inserted row was not returned.');
  return row;
}

async function make(folder: NodeRow, name: string): Promise<NodeRow> {
  const [row] = await insertNodes(folder, [{ name, contentId: null, bytes: 0, addedBy: null }], tree);
  if (!row) throw new Error('An inserted row was not returned.');
  return row;
}

const zipOf = (entries: readonly ZipEntry[], signal = new AbortController().signal): Promise<Buffer> =>
  buffer(zipFiles(entries, signal));

test('a zip holds folders as they are, empty ones too, and no path leads out of it', async () => {
  const root = await openSpace(groupSpace(ids.cm1), tree);
  const lessons = await make(root, 'Leçons');
  await put(lessons, 'leçon 1.txt', 'one');
  await make(lessons, 'Vide');
  const odd = await put(root, 'odd.txt', 'an odd name');
  const twin = await put(root, 'twin.txt', 'its twin');
  // Rows of the first version: a name that the zip cannot hold, and two that are the same once it can.
  await db.repository(NodeRow).update({ id: odd.id }, { name: '..\\../a:b.txt' });
  await db.repository(NodeRow).update({ id: twin.id }, { name: '..\\../A?b.txt' });

  const nodes = await db.repository(NodeRow).find({ where: { spaceId: root.spaceId }, order: { id: 'ASC' } });
  const zip = await readZip(await zipOf(await treeEntries(nodes, 'CM1/', { db, storage })));
  expect(Object.fromEntries(zip)).toEqual({
    'CM1/Leçons/leçon 1.txt': 'one',
    'CM1/Leçons/Vide/': '',
    'CM1/.. .. a b.txt': 'an odd name',
    'CM1/.. .. A b (2).txt': 'its twin',
  });
});

test('F1: each step of a path takes 255 bytes at most, with its ending and a number of its own', async () => {
  const root = await openSpace(SCHOOL_SPACE, tree);
  const albums = await make(root, '🌋'.repeat(200));
  // In the zip both begin with the same 55 pictures.
  for (const last of ['a', 'b']) await put(albums, `${'🦋'.repeat(190)}${last}.jpeg`, last);
  const nodes = await db.repository(NodeRow).find({ where: { spaceId: root.spaceId }, order: { id: 'ASC' } });
  const paths = [...(await readZip(await zipOf(await treeEntries(nodes, '', { db, storage })))).keys()];
  expect(new Set(paths).size).toBe(2);
  for (const step of paths.flatMap((path) => path.split('/'))) expect(Buffer.byteLength(step)).toBeLessThanOrEqual(255);
  expect(paths.map((path) => path.replace(/[🌋🦋]+/gu, '…'))).toEqual(['…/….jpeg', '…/… (2).jpeg']);
});

test('F15: a content that is missing, short or long breaks the zip off', async () => {
  const root = await openSpace(groupSpace(ids.cm2), tree);
  await put(root, 'whole.txt', 'whole');
  const broken = await put(root, 'broken.txt', 'broken');
  const entries = async (): Promise<ZipEntry[]> => {
    const nodes = await db.repository(NodeRow).find({ where: { spaceId: root.spaceId }, order: { id: 'ASC' } });
    return treeEntries(nodes, '', { db, storage });
  };
  expect((await readZip(await zipOf(await entries()))).size).toBe(2);
  for (const bytes of [broken.bytes - 1, broken.bytes + 1]) {
    await db.repository(NodeRow).update({ id: broken.id }, { bytes });
    await expect(zipOf(await entries())).rejects.toThrow(/bytes/);
  }
  const content = await db.repository(ContentRow).findOne({ where: { id: broken.contentId ?? '' } });
  await storage.remove(content?.storageKey ?? '');
  await expect(zipOf(await entries())).rejects.toThrow();
  await db.repository(ContentRow).delete({ id: broken.contentId ?? '' });
  await expect(zipOf(await entries())).rejects.toThrow(/no content any more/);
});

test('F15: what a person takes along goes on past a lost content, and says in its place which one is missing', async () => {
  const root = await openSpace(ownSpace(await ids.person('pupil')), tree);
  await put(root, 'cahier.txt', 'my notes');
  const lost = await put(root, 'photo.jpg', 'a photo');
  await put(root, 'récit.txt', 'my story');
  const content = await db.repository(ContentRow).findOne({ where: { id: lost.contentId ?? '' } });
  await storage.remove(content?.storageKey ?? '');
  const nodes = await db.repository(NodeRow).find({ where: { spaceId: root.spaceId }, order: { id: 'ASC' } });
  const entries = await treeEntries(nodes, '', { db, storage });
  await expect(zipOf(entries)).rejects.toThrow();
  const words = { name: 'abîmé', text: 'Ce fichier est abîmé.' };
  expect(Object.fromEntries(await readZip(await zipOf(await standInForLost(entries, words))))).toEqual({
    'cahier.txt': 'my notes',
    'photo.jpg (abîmé).txt': 'Ce fichier est abîmé.',
    'récit.txt': 'my story',
  });
});

test('a client that goes away ends it, and closes the file that is open', async () => {
  const endless = new Readable({
    read() {
      this.push('x'.repeat(65_536));
    },
  });
  const entry = { path: 'film.mp4', modifiedAt: clock.now(), bytes: 1e12, open: () => Promise.resolve(endless) };
  const client = new AbortController();
  const zip = zipFiles([entry], client.signal);
  zip.once('data', () => client.abort());
  await expect(buffer(zip)).rejects.toThrow();
  expect(endless.destroyed).toBe(true);
});
