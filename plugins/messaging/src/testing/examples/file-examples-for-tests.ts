// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import type { Example, ExampleAbout } from '@volee/core-adapter/testing';
import { AttachmentRow } from '../../store/attachment.entity.js';
import { CopyRow } from '../../store/copy.entity.js';
import { exampleCopy } from './example-rows-for-tests.js';

async function exampleFile({ db, storage, marker }: ExampleAbout, copyId: string): Promise<string> {
  const copy = await db.repository(CopyRow).findOne({ where: { id: copyId } });
  const { key, bytes } = await storage.store(Readable.from([marker]), { maxBytes: 100 });
  const file = { messageId: copy?.messageId ?? '', name: `${marker}.txt`, bytes, storageKey: key };
  const [row] = await db.repository(AttachmentRow).insert([{ ...file, addedAt: new Date('2026-11-24T09:00:00Z') }]);
  return row?.id ?? '';
}

export const fileExamples: Readonly<Record<string, Example>> = {
  'GET /files/:id': async (about) => {
    const copy = await exampleCopy(about, 'inbox');
    return { params: { id: await exampleFile(about, copy) }, query: { copy } };
  },
  'POST /drafts/:id/files': async (about) => ({
    params: { id: await exampleCopy(about, 'drafts') },
    files: { [`${about.marker}.txt`]: about.marker },
  }),
  'POST /drafts/:id/files/:file/remove': async (about) => {
    const id = await exampleCopy(about, 'drafts');
    return { params: { id, file: await exampleFile(about, id) } };
  },
};
