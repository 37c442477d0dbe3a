// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { z } from 'zod';
import { Note } from './note.entity.js';
import { newNote, notesBrick, type Parts } from './sound-notes.js';

// Each of these bricks checks an id of the user's own, and works with another id beside it.

const inClass = z.object({ groupId: z.uuid(), id: z.uuid() });
export const ofPerson = z.object({ groupId: z.uuid(), personId: z.uuid() });
const ofPupils = z.object({ groupId: z.uuid() });
const editedNote = z.object({ ...inClass.shape, text: z.string().min(1).max(100) });

/** The page of a note with the class in its address, found by `find`. */
export function shownBeside(
  find: (ids: z.output<typeof inClass>, db: SchoolDatabase) => Promise<Pick<Note, 'text'> | undefined>,
): Pick<Parts, 'show'> {
  return {
    show({ http }) {
      http.get(
        '/groups/:groupId/notes/:id',
        { access: 'read', params: inClass, group: ({ params }) => params.groupId },
        async ({ params, db, page, t }) => {
          const note = await find(params, db);
          if (!note) throw new NotFoundError('There is no such note.');
          return page(t('title'), <h1>{note.text}</h1>);
        },
      );
    },
  };
}

/** T1: the class in the address is one's own, and the note is looked for by its id alone. */
export const showBesideOwnClass = notesBrick({
  parts: shownBeside(({ id }, db) => db.repository(Note).findOne({ where: { id } })),
});

/** T8: the class in the address is one's own, and a note of another class is told apart from none. */
export const tellsOfOthers = notesBrick({
  parts: shownBeside(async ({ groupId, id }, db) => {
    const note = await db.repository(Note).findOne({ where: { id } });
    return note && { text: note.groupId === groupId ? note.text : 'Notes' };
  }),
});

/** T3: the class in the form is one's own, and the note is changed by its id alone. */
export const editBesideOwnClass = notesBrick({
  parts: {
    add({ http }) {
      http.post(
        '/edit',
        { access: 'write', body: editedNote, group: ({ body }) => body.groupId },
        async ({ body: { id, text }, db, redirect }) => {
          await db.repository(Note).update({ id }, { text });
          return redirect('/');
        },
      );
    },
  },
});

const pickedNotes = z.object({ groupId: z.uuid(), ids: z.array(z.uuid()), text: z.string().min(1).max(100) });

/** T3: the class in the form is one's own, and several ticked notes are changed by their ids alone. */
export const editPicked = notesBrick({
  parts: {
    add({ http }) {
      http.post(
        '/edit',
        { access: 'write', body: pickedNotes, group: ({ body }) => body.groupId },
        async ({ body: { ids, text }, db, redirect }) => {
          await db.repository(Note).update({ id: In(ids) }, { text });
          return redirect('/');
        },
      );
    },
  },
});

/** T3: the class in the address is one's own, and the notes of anybody are changed. */
export const editOfAnybody = notesBrick({
  parts: {
    add({ http }) {
      http.post(
        '/groups/:groupId/people/:personId',
        { access: 'write', params: ofPerson, group: ({ params }) => params.groupId },
        async ({ params: { personId }, db, directory, redirect }) => {
          if (!(await directory.persons([personId])).has(personId)) throw new NotFoundError('There is no such person.');
          await db.repository(Note).update({ ownerId: personId }, { text: 'Lu' });
          return redirect('/');
        },
      );
    },
  },
});

/** A sound brick: a note is found by its class and its id, is for the school, or names a person of it; teachers list pupils. */
export const soundBesideOwnClass = notesBrick({
  parts: {
    ...shownBeside((where, db) => db.repository(Note).findOne({ where })),
    add({ http }) {
      http.post(
        '/groups/:groupId/people/:personId',
        {
          access: 'write',
          params: ofPerson,
          body: newNote.pick({ text: true }),
          group: ({ params }) => params.groupId,
        },
        async ({ params: { groupId, personId }, body: { text }, db, directory, redirect }) => {
          if (!(await directory.persons([personId])).has(personId)) throw new NotFoundError('There is no such person.');
          await db.repository(Note).insert([{ groupId, ownerId: personId, text }]);
          return redirect('/');
        },
      );
    },
    tell({ http }) {
      http.get(
        '/people/:personId',
        { access: 'read', params: ofPerson.pick({ personId: true }) },
        async ({ params: { personId }, directory, page, t }) => {
          const person = (await directory.persons([personId])).get(personId);
          if (!person) throw new NotFoundError('There is no such person.');
          return page(t('title'), <h1>{person.displayName}</h1>);
        },
      );
      http.get(
        '/groups/:groupId/pupils',
        { access: 'write', params: ofPupils, group: ({ params }) => params.groupId },
        async ({ params: { groupId }, directory, page, t }) => {
          const pupils = await directory.members(groupId, 'pupil');
          return page(t('title'), <h1>{pupils.map(({ displayName }) => displayName).join()}</h1>);
        },
      );
      http.post(
        '/edit',
        { access: 'write', body: editedNote.omit({ groupId: true }) },
        async ({ body, db, redirect }) => {
          await db.repository(Note).update({ id: body.id }, { text: body.text });
          return redirect('/');
        },
      );
    },
  } satisfies Partial<Parts>,
});
