// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { createArchive } from './archive.js';

test('a destroyed archive closes its open file, and opens no other', async () => {
  const content = new Readable({ read: () => undefined });
  const opened: string[] = [];
  const open = (path: string) => ({
    path,
    open: () => {
      opened.push(path);
      return Promise.resolve(content);
    },
  });
  const archive = createArchive({}, [open('files/1-a.txt'), open('files/2-b.txt')]);
  archive.resume();
  content.push('the first bytes');
  await once(content, 'data');
  archive.destroy();
  await once(content, 'close');
  expect(opened).toEqual(['files/1-a.txt']);
});

test('a content that cannot be opened makes the archive fail', async () => {
  const archive = createArchive({}, [{ path: 'files/1-a.txt', open: () => Promise.reject(new Error('gone')) }]);
  await expect(archive.toArray()).rejects.toThrow('gone');
});
