// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition, JobWork, SchoolDatabase } from '@volee/core-adapter';
import { z } from 'zod';
import type { NotesBrick } from './manifest.js';
import { Note } from './note.entity.js';
import { newNote, notesBrick } from './sound-notes.js';

type Work = (work: JobWork, noteId: string) => Promise<void>;

/** Marks a note, if it is still there. */
const mark: Work = ({ db, clock, complete }, id) =>
  complete(async () => void (await db.repository(Note).update({ id }, { dueOn: clock.now() })));

/** A brick in which a job marks each note. */
function withJob(work: Work, more: (brick: NotesBrick) => void = () => undefined): BrickDefinition {
  return withForm(work, more, (noteId) => ({ noteId }));
}

function withForm(
  work: Work,
  more: (brick: NotesBrick) => void,
  dataFor: (noteId: string, userId: string, groupId: string) => object,
): BrickDefinition {
  return notesBrick({
    parts: {
      add(brick) {
        const { http, jobs } = brick;
        jobs.provide('mark', { data: z.looseObject({ noteId: z.uuid() }) }, (given, { noteId }) => work(given, noteId));
        more(brick);
        http.post(
          '/notes',
          { access: 'write', body: newNote, group: ({ body }) => body.groupId },
          async ({ body, db, user, jobs: { enqueue }, redirect }) => {
            await db.transaction(async () => {
              const [note] = await db.repository(Note).insert([{ ...body, ownerId: null }]);
              await enqueue('mark', dataFor(note?.id ?? '', user.id, body.groupId));
            });
            return redirect('/');
          },
        );
      },
    },
  });
}

export const soundWithJob = withJob(mark, ({ jobs }) => {
  jobs.provide('sweep', { data: z.object({}), every: '12 3 * * *', whileOff: true }, async ({ db }) => {
    await db.repository(Note).delete({ text: 'old' });
  });
});

export const personInData = withForm(
  mark,
  () => undefined,
  (noteId, userId) => ({ noteId, userId }),
);

export const classInData = withForm(
  mark,
  () => undefined,
  (noteId, _userId, groupId) => ({ noteId, groupId }),
);

export const failsWithoutRow = withJob(async (work, id) => {
  if ((await work.db.repository(Note).count({ where: { id } })) === 0) throw new Error('the note is gone');
  await mark(work, id);
});

export const neverEnqueued = withJob(mark, ({ jobs }) => {
  jobs.provide('count', { data: z.object({}) }, () => Promise.resolve());
});

let firstDb: SchoolDatabase | undefined;
/** Writes into the school that it worked for first. */
export const keepsTheSchool = withJob(async ({ db }) => {
  firstDb ??= db;
  await firstDb.repository(Note).insert([{ groupId: null, ownerId: null, text: 'counted' }]);
});
