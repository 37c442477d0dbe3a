// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { request } from 'node:http';
import {
  bothDatabases,
  OTHER_SCHOOL,
  SCHOOL,
  startTestHost,
  type Role,
  type TestHost,
} from '@volee/core-adapter/testing';
import fileShare from '@volee/file-share';
import { waitUntil } from '../services/index.js';
import { cookieHeader } from '../integration/session-cookie.js';

const UPLOADS = 50;

const hosts = await Promise.all(
  bothDatabases().map(async (database) => ({
    name: database.name,
    host: await startTestHost({ bricks: [fileShare], database }),
  })),
);

describe.each(hosts)('a whole class sends files at once, on $name', ({ host }) => {
  const space = `/groups/${host.ids.cm1}`;
  const files = Array.from({ length: UPLOADS }, (_, index) => ({
    name: `exposé ${index + 1}.txt`,
    content: randomBytes(30_000).toString('hex'),
  }));
  const names = files.map(({ name }) => name).sort();

  const filesIn = async (folder: string): Promise<string[]> => {
    const entries = await readdir(join(host.storageFolder, folder), { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  };

  test(`F15: of ${UPLOADS} uploads and one that breaks off, ${UPLOADS} are listed, and nothing stray is kept`, async () => {
    const address = `/s/${SCHOOL}/file-share${space}/files`;
    const cut = await beginUpload(host, 'teacher', address, randomBytes(1_000_000));
    await waitUntil('the unfinished upload is under way', async () => (await filesIn('.incoming')).length === 1);

    const teacher = host.as('teacher');
    const uploads = files.map(async ({ name, content }) => {
      await teacher
        .post(`${space}/files`)
        .files({ [name]: content })
        .expect(303);
    });
    await Promise.any(uploads);
    cut();
    await Promise.all(uploads);
    await waitUntil('the unfinished upload is cleared away', async () => (await filesIn('.incoming')).length === 0);

    const { text } = await host.as('teacher').get(space).expect(200);
    expect([...linksIn(text).keys()].sort()).toEqual(names);
    expect(await filesIn('.')).toHaveLength(UPLOADS);
  });

  test('each downloads to its own bytes, all at once', async () => {
    const pupil = host.as('pupil');
    const links = linksIn((await host.as('teacher').get(space).expect(200)).text);

    const saved = await Promise.all(files.map(async ({ name }) => (await pupil.get(links.get(name) ?? '')).text));

    expect(saved).toEqual(files.map(({ content }) => content));
  });

  test('F11: ten files of one name that are sent at once get ten names, in a class and in a space of one’s own', async () => {
    const teacher = host.as('teacher');
    for (const place of [space, '/own']) {
      const uploads = Array.from({ length: 10 }, (_, index) =>
        teacher
          .post(`${place}/files`)
          .files({ [index % 2 === 0 ? 'carte.png' : 'CARTE.PNG']: `map ${index}` })
          .expect(303),
      );
      await Promise.all(uploads.map(async (upload) => void (await upload)));

      const listed = linksIn((await teacher.get(place).expect(200)).text);
      const maps = [...listed].filter(([name]) => /^carte/i.test(name));
      const numbers = maps.map(([name]) => name.replace(/^carte/i, '').replace(/\.png$/i, ''));
      expect(numbers.sort()).toEqual(['', ...[10, 2, 3, 4, 5, 6, 7, 8, 9].map((copy) => ` (${copy})`)]);
      const contents = await Promise.all(maps.map(async ([, address]) => (await teacher.get(address)).text));
      expect(contents.sort()).toEqual(Array.from({ length: 10 }, (_, index) => `map ${index}`));
    }
  });

  test('T1: the other school has none of them', async () => {
    const at = { school: OTHER_SCHOOL };
    const { text } = await host.as('teacherOfOtherSchool').get(`/groups/${host.ids.sixthA}`, at).expect(200);

    expect([...linksIn(text).keys()]).toEqual([]);
  });
});

/** The files that a page lists: name → address of the download. The name of a picture or text leads to its page. */
function linksIn(html: string): Map<string, string> {
  const links = html.matchAll(/data-kind="[a-z]+" href="([^"]+)"><span>([^<]+)</g);
  return new Map(
    [...links].map(([, address = '', name = '']) => [name, address.replace(/^(?:\.\.\/)*(?:nodes|files)/, '/files')]),
  );
}

/** Begins to send one file and never ends. @returns a function that cuts the connection */
async function beginUpload(host: TestHost, role: Role, path: string, beginning: Buffer): Promise<() => void> {
  const sending = request(`${host.url}${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'multipart/form-data; boundary=b',
      'Content-Length': 2 * beginning.length,
      'Sec-Fetch-Site': 'same-origin',
      Cookie: await cookieHeader(host.host, await host.ids.person(role)),
    },
  });
  // The connection is cut on purpose, which the client sees as an error.
  sending.on('error', () => undefined);
  sending.write('--b\r\nContent-Disposition: form-data; name="files"; filename="coupé.bin"\r\n\r\n');
  sending.write(beginning);
  return () => void sending.destroy();
}
