// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError } from '@volee/core-adapter';
import { In, LessThan, Like } from 'typeorm';
import { z } from 'zod';
import { Note } from './note.entity.js';
import { listQuery, newNote, noteParams, notesBrick, soundParts, type Parts } from './sound-notes.js';

/** T1: the list trusts the class in its address. */
export const listOfAnyClass = notesBrick({
  parts: {
    list({ http }) {
      http.get('/', { access: 'read', query: listQuery }, async ({ query: { group }, db, access, page, t }) => {
        const readable = (await access.groups('read')).map(({ id }) => id);
        const notes = await db.repository(Note).find({ where: { groupId: group ?? In(readable) } });
        return page(t('title'), <h1>{notes.map(({ text }) => text).join()}</h1>);
      });
    },
  },
});

/** T2: without a class in its address, the list is that of the whole school. */
export const listWithoutClass = notesBrick({
  parts: {
    list({ http }) {
      http.get('/', { access: 'read', query: listQuery }, async ({ query: { group }, db, access, page, t }) => {
        const readable = (await access.groups('read')).map(({ id }) => id);
        if (group !== undefined && !readable.includes(group)) throw new NotFoundError('The class is not there.');
        const notes = await db.repository(Note).find(group === undefined ? {} : { where: { groupId: group } });
        return page(t('title'), <h1>{notes.map(({ text }) => text).join()}</h1>);
      });
    },
  },
});

/** T2: without a class in its address, the list asks the database for the class `undefined`. */
const askingForUndefined: Partial<Parts> = {
  list({ http }) {
    http.get('/', { access: 'read', query: listQuery }, async ({ query: { group }, db, access, page, t }) => {
      const readable = (await access.groups('read')).map(({ id }) => id);
      if (group !== undefined && !readable.includes(group)) throw new NotFoundError('The class is not there.');
      const where = { groupId: group } as { groupId: string };
      const notes = await db.repository(Note).find({ where });
      return page(t('title'), <h1>{notes.map(({ text }) => text).join()}</h1>);
    });
  },
};
export const listOfUndefined = notesBrick({ parts: askingForUndefined });
export const listForHeads = notesBrick({
  manifest: { permissions: { read: { profiles: ['head'] }, write: { profiles: ['head'] } } },
  parts: askingForUndefined,
});

const severalGroups = z.object({ group: z.union([z.uuid(), z.array(z.uuid())]).optional() });

/** T6: of several classes in the address, the list checks only the first. */
export const listOfSeveralClasses = notesBrick({
  parts: {
    list({ http }) {
      http.get('/', { access: 'read', query: severalGroups }, async ({ query: { group }, db, access, page, t }) => {
        const readable = (await access.groups('read')).map(({ id }) => id);
        const wanted = group === undefined ? readable : [group].flat();
        const [first = ''] = wanted;
        const notes = readable.includes(first)
          ? await db.repository(Note).find({ where: { groupId: In(wanted) } })
          : [];
        return page(t('title'), <h1>{notes.map(({ text }) => text).join()}</h1>);
      });
    },
  },
});

/** T10: the search covers every class. */
export const searchEverywhere = notesBrick({
  parts: {
    list({ http }) {
      http.get('/', { access: 'read', query: z.object({ words: z.string() }) }, async ({ query, db, page, t }) => {
        const notes = await db.repository(Note).find({ where: { text: Like(`${query.words}%`) } });
        return page(t('title'), <h1>{notes.map(({ text }) => text).join()}</h1>);
      });
    },
  },
});

/** T3: reading checks the class, and writing does not. */
export const addToAnyClass = notesBrick({
  parts: {
    add({ http }) {
      http.post('/notes', { access: 'write', body: newNote }, async ({ body, db, redirect }) => {
        await db.repository(Note).insert([{ ...body, ownerId: null }]);
        return redirect('/');
      });
    },
  },
});

/** T1: a note is shown to any user who knows its id. */
export const showWithoutLoad = notesBrick({
  parts: {
    show({ http }) {
      http.get('/notes/:id', { access: 'read', params: noteParams }, async ({ params, db, page, t }) => {
        const note = await db.repository(Note).findOne({ where: params });
        if (!note) throw new NotFoundError('There is no such note.');
        return page(t('title'), <h1>{note.text}</h1>);
      });
    },
  },
});

/** The loaded object has no owner. */
export const loadOfNobody = notesBrick({
  parts: {
    show({ http }) {
      const found = { groupId: null, ownerId: null };
      http.get(
        '/notes/:id',
        { access: 'read', params: noteParams, load: () => Promise.resolve(found) },
        ({ page, t }) => page(t('title'), <h1>{t('title')}</h1>),
      );
    },
  },
});

/** T1: a second page, of past notes, does not check the class. */
export const overInAnyClass = notesBrick({
  parts: {
    list(brick) {
      soundParts.list(brick);
      brick.http.get('/over', { access: 'read' }, async ({ db, clock, page, t }) => {
        const notes = await db.repository(Note).find({ where: { dueOn: LessThan(clock.now()) } });
        return page(t('title'), <h1>{notes.map(({ text }) => text).join()}</h1>);
      });
    },
  },
});
