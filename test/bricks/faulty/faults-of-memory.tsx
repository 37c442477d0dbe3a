// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { Note } from './note.entity.js';
import { newNote, notesBrick, soundParts } from './sound-notes.js';

const shown = new Map<string, string>();

/** T11: what a page shows is kept under the profile of its reader, without his school and his classes. */
export const cacheWithoutSchool = notesBrick({
  parts: {
    list({ http }) {
      http.get('/', { access: 'read' }, async ({ db, asker, access, page, t }) => {
        const key = asker.profiles.join();
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

/** T3: every school writes to the database of the one that asked first. */
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

/** T7: what waits is counted in every school that ever asked. */
export const whenOffOfAll = notesBrick({
  parts: {
    add({ http }) {
      http.post('/notes', { access: 'write', body: newNote, group: ({ body }) => body.groupId }, async (request) => {
        databases.set(request.school.uai, request.db);
        await request.db.repository(Note).insert([{ ...request.body, ownerId: null }]);
        return request.redirect('/');
      });
    },
    tell({ whenOff }) {
      whenOff(async ({ t }) => {
        const counts = await Promise.all([...databases.values()].map((db) => db.repository(Note).count()));
        const count = counts.reduce((sum, each) => sum + each, 0);
        return count === 0 ? [] : [t('when.kept', { count })];
      });
    },
  },
});

let isRunning = false;

/** It thinks that a process runs it once. */
export const onceOnly = notesBrick({
  parts: {
    list(brick) {
      if (isRunning) throw new Error('the notes run already');
      isRunning = true;
      soundParts.list(brick);
    },
  },
});

/** What it waits for is not ended with it. Short, so that it ends by itself before the tests do. */
export const timerLeft = notesBrick({
  parts: {
    tell() {
      setTimeout(() => undefined, 2_000);
    },
  },
});

/** It registers a route when nobody waits for it any more. */
export const lateRoute = notesBrick({
  parts: {
    list(brick) {
      soundParts.list(brick);
      setImmediate(() => brick.http.get('/late', { access: 'read' }, ({ redirect }) => redirect('/')));
    },
  },
});
