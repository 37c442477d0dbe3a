// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { NewRow } from '@volee/core-adapter';
import { brickContract, type ExampleAbout } from '@volee/core-adapter/testing';
import { FileRow } from './file.entity.js';
import fileShare from './index.js';
import { placeOf } from './place-of.js';
import { uploadMark } from './upload-mark.js';

const newKey = (): string => randomBytes(16).toString('hex');

/** A file with content and row, in a space of the class or of the person. */
async function file(
  { db, storage, personId, marker }: ExampleAbout,
  groupId: string | null,
  uploadKey = newKey(),
): Promise<string> {
  const { key, bytes, sha256 } = await storage.store(Readable.from([marker]), { maxBytes: 1_000 });
  const space = { groupId, ownerId: groupId === null ? personId : null };
  const name = `${marker}.txt`;
  const row: NewRow<FileRow> = {
    ...space,
    addedBy: personId,
    name,
    place: placeOf(space, name),
    bytes,
    storageKey: key,
    uploadMark: uploadMark(personId, space, uploadKey),
    sha256,
    addedAt: new Date('2026-11-24T09:00:00Z'),
  };
  const [written] = await db.repository(FileRow).insert([row]);
  return written?.id ?? '';
}

const ofClass = async (about: ExampleAbout) => ({
  params: { groupId: about.groupId, id: await file(about, about.groupId) },
});
const own = async (about: ExampleAbout) => ({ params: { id: await file(about, null) } });

brickContract(fileShare, {
  examples: {
    'GET /groups/:groupId': async (about) => {
      await file(about, about.groupId);
      return { params: { groupId: about.groupId } };
    },
    'POST /groups/:groupId/files': ({ groupId, marker }) => ({
      params: { groupId },
      files: { [`${marker}.txt`]: marker },
    }),
    'GET /groups/:groupId/files/:id': ofClass,
    'GET /groups/:groupId/files/:id/delete': ofClass,
    'POST /groups/:groupId/files/:id/delete': ofClass,
    'GET /own': async (about) => {
      await file(about, null);
      return {};
    },
    'GET /groups/:groupId/uploads/:key': async (about) => {
      const key = newKey();
      await file(about, about.groupId, key);
      return { params: { groupId: about.groupId, key } };
    },
    'POST /groups/:groupId/uploads/:key': ({ groupId, marker }) => ({
      params: { groupId, key: newKey() },
      files: { [`${marker}.txt`]: marker },
    }),
    'GET /own/uploads/:key': async (about) => {
      const key = newKey();
      await file(about, null, key);
      return { params: { key } };
    },
    'POST /own/uploads/:key': ({ marker }) => ({
      params: { key: newKey() },
      files: { [`${marker}.txt`]: marker },
    }),
    'POST /own/files': ({ marker }) => ({ files: { [`${marker}.txt`]: marker } }),
    'GET /own/files/:id': own,
    'GET /own/files/:id/delete': own,
    'POST /own/files/:id/delete': own,
  },
  notExported: {
    'file_share_file.place': 'worked out from the space and the name',
    'file_share_file.uploadMark': 'a hash that tells two attempts at one upload from two files',
  },
});
