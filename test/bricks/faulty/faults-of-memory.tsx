// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type SchoolDatabase, type SchoolDirectory } from '@volee/core-adapter';
import { In } from 'typeorm';
import { ofPerson, shownBeside } from './faults-of-ids.js';
import { Note } from './note.entity.js';
import { newNote, noteParams, notesBrick, soundParts } from './sound-notes.js';

const shown = new Map<string, string>();

/** T11: a page is cached by the profile of its reader, without the school and the classes. */
export const cacheWithoutSchool = notesBrick({
  parts: {
    list({ http }) {
      http.get('/', { access: 'read' }, async ({ db, user, access, page, t }) => {
        const key = user.profiles.join();
        const readable = (await access.groups('read')).map(({ id }) => id);
        const notes = await db.repository(Note).find({ where: { groupId: In(readable) } });
        const text = shown.get(key) ?? notes.map((note) => note.text).join();
        shown.set(key, text);
        return page(t('title'), <h1>{text}</h1>);
      });
    },
    add(brick) {
      const { http } = brick;
      http.post('/notes', { access: 'write', body: newNote, group: ({ body }) => body.groupId }, async (request) => {
        await request.db.repository(Note).insert([{ ...request.body, ownerId: null }]);
        shown.clear();
        return request.redirect('/');
      });
    },
  },
});

let kept: SchoolDatabase | undefined;

/** T3: every school writes to the database of the school that asked first. */
export const databaseKept = notesBrick({
  parts: {
    add({ http }) {
      http.post(
        '/notes',
        { access: 'write', body: newNote, group: ({ body }) => body.groupId },
        async ({ body, db, redirect }) => {
          kept ??= db;
          await kept.repository(Note).insert([{ ...body, ownerId: null }]);
          return redirect('/');
        },
      );
    },
  },
});

const databases = new Map<string, SchoolDatabase>();

/** T7: stored data is counted over all schools that ever asked. */
export const storedDataOfAll = notesBrick({
  parts: {
    add({ http }) {
      http.post('/notes', { access: 'write', body: newNote, group: ({ body }) => body.groupId }, async (request) => {
        databases.set(request.school.uai, request.db);
        await request.db.repository(Note).insert([{ ...request.body, ownerId: null }]);
        return request.redirect('/');
      });
    },
    tell({ describeStoredData }) {
      describeStoredData(async ({ t }) => {
        const counts = await Promise.all([...databases.values()].map((db) => db.repository(Note).count()));
        const count = counts.reduce((sum, each) => sum + each, 0);
        return count === 0 ? [] : [t('when.kept', { count })];
      });
    },
  },
});

const notes = new Map<string, Note>();

/** Caches each note by id, regardless of the school. */
async function remembered(db: SchoolDatabase, where: { id: string; groupId?: string }): Promise<Note> {
  const note = notes.get(where.id) ?? (await db.repository(Note).findOne({ where }));
  if (!note) throw new NotFoundError('There is no such note.');
  notes.set(where.id, note);
  return note;
}

/** T11: a note for the whole school is cached by its id. */
export const noteKept = notesBrick({
  parts: {
    show({ http }) {
      http.get('/notes/:id', { access: 'read', params: noteParams }, async ({ params, db, page, t }) => {
        const { text } = await remembered(db, params);
        return page(t('title'), <h1>{text}</h1>);
      });
    },
  },
});

/** T11: a note is cached by its id, and the class in the address is one of the user's own. */
export const noteKeptBesideOwnClass = notesBrick({ parts: shownBeside((where, db) => remembered(db, where)) });

/** T5, T11: a user's own note is cached by its id, and the user is in two schools. */
export const ownNoteKept = notesBrick({
  parts: {
    show({ http }) {
      const load = ({ db, params }: { db: SchoolDatabase; params: { id: string } }): Promise<Note> =>
        remembered(db, params);
      http.get('/notes/:id', { access: 'read', params: noteParams, load }, ({ resource, page, t }) =>
        page(t('title'), <h1>{resource.text}</h1>),
      );
    },
  },
});

/** T11: the form of a note for the whole school finds the note in the cache. */
export const formOfNoteKept = notesBrick({
  parts: {
    add({ http }) {
      http.post('/notes/:id/delete', { access: 'write', params: noteParams }, async ({ params, db, redirect }) => {
        const { id } = await remembered(db, params);
        await db.repository(Note).delete({ id });
        return redirect('/');
      });
    },
  },
});

let firstDirectory: SchoolDirectory | undefined;

/** T11: people are always looked for in the school that asked first. */
export const directoryKept = notesBrick({
  parts: {
    tell({ http }) {
      http.get(
        '/people/:personId',
        { access: 'read', params: ofPerson.pick({ personId: true }) },
        async ({ params: { personId }, directory, page, t }) => {
          firstDirectory ??= directory;
          const person = (await firstDirectory.persons([personId])).get(personId);
          if (!person) throw new NotFoundError('There is no such person.');
          return page(t('title'), <h1>{person.displayName}</h1>);
        },
      );
    },
  },
});

let firstDatabase: SchoolDatabase | undefined;

/** T3: deletions always apply to the school that asked first. */
export const deletedWhereFirst = notesBrick({
  parts: {
    add({ http }) {
      http.post('/notes/:id/delete', { access: 'write', params: noteParams }, async ({ params, db, redirect }) => {
        firstDatabase ??= db;
        const gone = await firstDatabase.repository(Note).delete(params);
        if (gone === 0) throw new NotFoundError('There is no such note.');
        return redirect('/');
      });
    },
  },
});

const lastDatabases = new Map<string, SchoolDatabase>();

/** T5: deletions apply to the school that the user visited before. */
export const deletedWhereLast = notesBrick({
  parts: {
    add({ http }) {
      http.post(
        '/notes/:id/delete',
        { access: 'write', params: noteParams },
        async ({ params, user, db, redirect }) => {
          const last = lastDatabases.get(user.id) ?? db;
          lastDatabases.set(user.id, db);
          const gone = await last.repository(Note).delete(params);
          if (gone === 0) throw new NotFoundError('There is no such note.');
          return redirect('/');
        },
      );
    },
  },
});

let isRunning = false;

/** Throws when one process sets the brick up a second time. */
export const onceOnly = notesBrick({
  parts: {
    list(brick) {
      if (isRunning) throw new Error('the notes run already');
      isRunning = true;
      soundParts.list(brick);
    },
  },
});

/** A timer is not stopped with the brick. It runs longer than the contract waits, and shorter than the tests. */
export const timerLeft = notesBrick({
  parts: {
    tell() {
      setTimeout(() => undefined, 4_000);
    },
  },
});

/** Registers a route after the setup has ended. */
export const lateRoute = notesBrick({
  parts: {
    list(brick) {
      soundParts.list(brick);
      setImmediate(() => brick.http.get('/late', { access: 'read' }, ({ redirect }) => redirect('/')));
    },
  },
});
