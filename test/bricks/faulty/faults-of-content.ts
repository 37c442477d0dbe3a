// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import { content, type BrickDefinition, type ByteRange, type ContentReply } from '@volee/core-adapter';
import { Note } from './note.entity.js';
import { notesBrick } from './sound-notes.js';

/** A brick that sends each note as a file. */
function sending(changes: (note: Note, sound: ContentReply) => Partial<ContentReply>): BrickDefinition {
  return notesBrick({
    parts: {
      show({ http }) {
        http.get('/notes/:id', { access: 'read', load: Note }, ({ resource: note }) => {
          const sound = content({
            ...{ name: `${note.text}.txt`, bytes: note.text.length, etag: note.id, modifiedAt: new Date(0) },
            open: (range) => partOf(note.text, range),
          });
          return { ...sound, ...changes(note, sound) };
        });
      },
    },
  });
}

function partOf(text: string, { start, end }: ByteRange = { start: 0, end: text.length }): Readable {
  return Readable.from([Buffer.from(text.slice(start, end + 1))]);
}

export const soundWithContent = sending(() => ({}));

export const tooFewBytes = sending(({ text }) => ({ bytes: text.length + 1 }));

/** Sends the whole content, whatever the range. */
export const deafToRanges = sending(({ text }) => ({ open: () => partOf(text) }));

/** Sends as many bytes as are requested, always from the beginning. */
export const alwaysFromTheStart = sending(({ text }, { bytes }) => ({
  open: ({ start, end } = { start: 0, end: bytes - 1 }) => partOf(text, { start: 0, end: end - start }),
}));

let count = 0;
export const etagOfTheMoment = sending(() => ({ etag: String((count += 1)) }));

export const oneEtagForAll = sending(() => ({ etag: 'note' }));
