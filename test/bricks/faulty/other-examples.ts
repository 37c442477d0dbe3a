// SPDX-License-Identifier: EUPL-1.2
import type { ContractOptions } from '@volee/core-adapter/testing';
import { Note } from './note.entity.js';
import { examples, noteForTheSchool, ownNote, ownNoteInClass, writtenNote } from './sound-notes.js';

type Examples = NonNullable<ContractOptions['examples']>;

/** A list that is searched by words. */
export const searching: Examples = {
  ...examples,
  'GET /': async (about) => {
    await writtenNote(about);
    return { query: { words: about.marker.slice(0, 8) } };
  },
};

export const over: Examples = {
  ...examples,
  'GET /over': async ({ db, groupId, marker }) => {
    const dueOn = new Date('2026-01-01T00:00:00Z');
    await db.repository(Note).insert([{ groupId, ownerId: null, text: marker, dueOn }]);
    return {};
  },
};

/** Notes that are the person’s own. */
export const ownNotes: Examples = {
  ...examples,
  'GET /notes/:id': async (about) => ({ params: { id: await ownNote(about) } }),
};

/** Notes of a person in a class. */
export const ownNotesInClasses: Examples = {
  ...examples,
  'GET /notes/:id': async (about) => ({ params: { id: await ownNoteInClass(about) } }),
};

export const withoutPost: Examples = Object.fromEntries(
  Object.entries(examples).filter(([name]) => name !== 'POST /notes'),
);

/** Requests that name a class or a person, and a note besides. */
export const besideOwnClass: Examples = {
  ...examples,
  'GET /groups/:groupId/notes/:id': async (about) => ({
    params: { groupId: about.groupId, id: await writtenNote(about) },
  }),
  'POST /edit': async (about) => ({
    form: { groupId: about.groupId, id: await writtenNote(about), text: about.marker },
  }),
  'GET /groups/:groupId/pupils': ({ groupId }) => ({ params: { groupId } }),
  'GET /people/:personId': ({ personId }) => ({ params: { personId } }),
  'POST /groups/:groupId/people/:personId': async (about) => {
    await ownNote(about);
    return { params: { groupId: about.groupId, personId: about.personId }, form: { text: about.marker } };
  },
};

/** A form with two ticked notes of the class. */
export const picking: Examples = {
  ...withoutPost,
  'POST /edit': async (about) => ({
    form: { groupId: about.groupId, ids: [await writtenNote(about), await writtenNote(about)], text: about.marker },
  }),
};

/** Notes that are nobody’s and of no class: everybody of the school may have them. */
export const forTheSchool: Examples = {
  ...examples,
  'GET /notes/:id': async (about) => ({ params: { id: await noteForTheSchool(about) } }),
  'POST /notes/:id/delete': async (about) => ({ params: { id: await noteForTheSchool(about) } }),
  'POST /edit': async (about) => ({ form: { id: await noteForTheSchool(about), text: about.marker } }),
};
