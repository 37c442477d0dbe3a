// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  defineBrick,
  type BrickDefinition,
  type MoveGroup,
  type PersonalDataHandlers,
  type SchoolDatabase,
  type SchoolData,
} from '@volee/core-adapter';
import { IsNull, Not } from 'typeorm';
import { dataTexts, manifest } from './manifest.js';
import { Note } from './note.entity.js';
import {
  examples,
  moveNotes,
  newNote,
  noteHandlers,
  notesBrick,
  ownNote,
  writtenNote,
  type Examples,
} from './sound-notes.js';

/** A brick without declared tables, so that the host makes nothing beside these handlers. */
function handling(replaced: Partial<PersonalDataHandlers>): BrickDefinition {
  return notesBrick({
    manifest: { personalData: dataTexts },
    parts: { forget: ({ personalData }) => personalData({ ...noteHandlers, ...replaced }) },
  });
}

export const handlersMissing = notesBrick({ parts: { forget: () => undefined } });
export const handlersUnexpected = notesBrick({ manifest: { personalData: { none: 'summary' } } });
export const saysNone = notesBrick({
  manifest: { personalData: { none: 'summary' } },
  parts: { forget: () => undefined },
});
const { personalData: _, ...undeclared } = manifest;
export const saysNothing = defineBrick(undeclared, () => undefined);
export const columnUndeclared = notesBrick({
  manifest: { personalData: { ...dataTexts, tables: [{ entity: Note, columns: { groupId: 'group' } }] } },
  parts: { forget: () => undefined },
});
export const columnNotThere = notesBrick({
  manifest: { personalData: { ...dataTexts, tables: [{ entity: Note, columns: { author: 'delete' } }] } },
});
export const soundAlone = notesBrick();
export const nobodyNamed = notesBrick();
export const examplesOfNobody: Examples = {
  ...examples,
  'GET /': async (about) => {
    await writtenNote(about);
    return {};
  },
};

export const exportsNothing = handling({ exportPerson: () => Promise.resolve({ records: {} }) });
/** Omits a column that was added later. */
export const exportsNoDay = handling({
  async exportPerson({ db, personId }) {
    const notes = await db.repository(Note).find({ where: { ownerId: personId } });
    return { records: { notes: notes.map(({ text }) => ({ text })) } };
  },
});
export const exportsOthers = handling({
  async exportPerson({ db }) {
    return { records: { notes: await db.repository(Note).find({ where: { ownerId: Not(IsNull()) } }) } };
  },
});
export const exportsNoJson = handling({
  exportPerson: () => Promise.resolve({ records: { notes: [{ bytes: 5n }] } }),
});

let first: SchoolDatabase | undefined;
/** Answers for all schools that it was ever asked about. */
export const exportsElsewhere = handling({
  async exportPerson({ db, personId }) {
    first ??= db;
    const [here, there] = await Promise.all(
      [db, first].map((one) => one.repository(Note).find({ where: { ownerId: personId } })),
    );
    return { records: { here: here ?? [], there: there ?? [] } };
  },
});

export const erasesNothing = handling({ erasePerson: () => Promise.resolve() });
export const erasesOthers = handling({
  async erasePerson({ db }) {
    await db.repository(Note).delete({ ownerId: Not(IsNull()) });
  },
});
export const erasesTheNameAlone = handling({
  async erasePerson({ db, personId }) {
    await db.repository(Note).update({ ownerId: personId }, { ownerId: null });
  },
});
export const erasesOnce = handling({
  async erasePerson({ db, personId }) {
    const gone = await db.repository(Note).delete({ ownerId: personId });
    if (gone === 0) throw new Error('the person has no notes');
  },
});
let firstErased: SchoolData | undefined;
export const erasesElsewhere = handling({
  async erasePerson({ personId, ...held }) {
    firstErased ??= held;
    await held.db.repository(Note).delete({ ownerId: personId });
    if (firstErased.uai !== held.uai) await firstErased.db.repository(Note).delete({ ownerId: IsNull() });
  },
});

export const movesNothing = handling({ movePerson: () => Promise.resolve() });
export const movesByDeleting = handling({
  async movePerson({ db, from }) {
    await db.repository(Note).delete({ ownerId: from });
  },
});
export const movesTheNameAlone = handling({
  async movePerson({ db, from }) {
    await db.repository(Note).update({ ownerId: from }, { ownerId: null });
  },
});
export const movesAtEachCall = handling({
  async movePerson({ db, from, to }) {
    await db.repository(Note).update({ ownerId: from }, { ownerId: to });
    await db.repository(Note).update({ ownerId: to }, { text: randomUUID() });
  },
});
export const movesOthers = handling({
  async movePerson({ db, to }) {
    await db.repository(Note).update({ ownerId: Not(IsNull()) }, { ownerId: to });
  },
});
/** Fails where the other person has notes of their own. */
export const movesOntoNobody = handling({
  async movePerson({ db, from, to }) {
    if ((await db.repository(Note).count({ where: { ownerId: to } })) > 0) throw new Error('there is a note already');
    await db.repository(Note).update({ ownerId: from }, { ownerId: to });
  },
});
const kept = new Map<string, SchoolDatabase>();
/** Reaches the rows of every school in which a note was added. */
export const movesElsewhere = notesBrick({
  parts: {
    add({ http }) {
      http.post('/notes', { access: 'write', body: newNote, group: ({ body }) => body.groupId }, async (request) => {
        kept.set(request.school.uai, request.db);
        await request.db.repository(Note).insert([{ ...request.body, ownerId: null }]);
        return request.redirect('/');
      });
    },
    forget: ({ personalData }) =>
      personalData({
        ...noteHandlers,
        async movePerson({ db, from, to }) {
          await db.repository(Note).update({ ownerId: from }, { ownerId: to });
          for (const one of kept.values()) await one.repository(Note).delete({ ownerId: IsNull() });
        },
      }),
  },
});

/** Notes with this handler, and without a declaration for the column of the class. */
function following(moveGroup: MoveGroup | undefined): BrickDefinition {
  return notesBrick({
    manifest: {
      personalData: { ...dataTexts, tables: [{ entity: Note, columns: { groupId: 'nobody', ownerId: 'handlers' } }] },
    },
    parts: { follow: (brick) => void (moveGroup && brick.moveGroup(moveGroup)) },
  });
}

export const followsNoClass = following(undefined);
export const followsByNothing = following(() => Promise.resolve());
export const followsByDeleting = following(
  async ({ db, from }) => void (await db.repository(Note).delete({ groupId: from })),
);
export const followsTheNameAlone = following(
  async ({ db, from }) => void (await db.repository(Note).update({ groupId: from }, { groupId: null })),
);
export const followsAtEachCall = following(async (move) => {
  await moveNotes(move);
  await move.db.repository(Note).update({ groupId: move.to }, { text: randomUUID() });
});
export const followsOthers = following(async (move) => {
  await moveNotes(move);
  await move.db.repository(Note).update({ groupId: IsNull() }, { groupId: move.to });
});
/** Fails where the other class has notes of its own. */
export const followsIntoNoClass = following(async (move) => {
  if ((await move.db.repository(Note).count({ where: { groupId: move.to } })) > 0)
    throw new Error('there is a note already');
  await moveNotes(move);
});
/** Notes that hold the id of their class in their text, and no column for it. */
export const namesClassInText = notesBrick({
  manifest: {
    personalData: { ...dataTexts, tables: [{ entity: Note, columns: { groupId: 'group', ownerId: 'handlers' } }] },
  },
  parts: { follow: () => undefined },
});
export const examplesWithClassInText: Examples = {
  ...examples,
  'GET /': async ({ db, groupId, marker }) => {
    await db.repository(Note).insert([{ groupId, ownerId: null, text: `${marker} for ${groupId}` }]);
    return {};
  },
};
/** Notes that name their class twice in JSON, of which the handler moves one. */
export const followsInPartOfJson = following(async (move) => {
  await moveNotes(move);
  const notes = move.db.repository(Note);
  for (const { id, text } of await notes.find({ where: { groupId: move.to } })) {
    if (text.startsWith('{')) await notes.update({ id }, { text: text.replace(move.from, move.to) });
  }
});
export const examplesWithClassInJson: Examples = {
  ...examples,
  'GET /': async ({ db, groupId }) => {
    await db
      .repository(Note)
      .insert([{ groupId, ownerId: null, text: JSON.stringify({ of: groupId, on: [groupId] }) }]);
    return {};
  },
};

export const closesNothing = handling({ closeSchool: () => Promise.resolve() });
export const closesOnce = handling({
  async closeSchool({ db }) {
    if ((await db.repository(Note).delete({})) === 0) throw new Error('there are no notes');
  },
});
let firstClosed: SchoolDatabase | undefined;
export const closesElsewhere = handling({
  async erasePerson({ db, personId, uai }) {
    if (uai.endsWith('2Y')) firstClosed = db;
    await db.repository(Note).delete({ ownerId: personId });
  },
  async closeSchool({ db }) {
    await db.repository(Note).delete({});
    await firstClosed?.repository(Note).delete({});
  },
});

/** Notes with the storage key of a file as text. */
const inFiles: PersonalDataHandlers = {
  async exportPerson({ db, personId }) {
    const notes = await db.repository(Note).find({ where: { ownerId: personId } });
    return { records: { notes }, files: notes.map(({ id, text: key }) => ({ name: id, key })) };
  },
  async erasePerson({ db, storage, personId }) {
    const notes = await db.repository(Note).find({ where: { ownerId: personId } });
    for (const { text: key } of notes) await storage.remove(key);
    await db.repository(Note).delete({ ownerId: personId });
  },
  movePerson: noteHandlers.movePerson,
  async closeSchool({ db, storage }) {
    for (const { text: key } of await db.repository(Note).find()) await storage.remove(key);
    await db.repository(Note).delete({});
  },
};

export const examplesInFiles: Examples = {
  ...examples,
  'GET /': async (about) => {
    const { storage, marker } = about;
    for (const write of [writtenNote, ownNote]) {
      const { key } = await storage.store(Readable.from([marker]), { maxBytes: 100 });
      await write({ ...about, marker: key });
    }
    return {};
  },
};

function handlingFiles(replaced: Partial<PersonalDataHandlers>): BrickDefinition {
  const manifest = { personalData: dataTexts, storedKeys: [{ entity: Note, column: 'text' }] };
  return notesBrick({ manifest, parts: { forget: ({ personalData }) => personalData({ ...inFiles, ...replaced }) } });
}

export const soundInFiles = handlingFiles({});
export const exportsNoContent = handlingFiles({ exportPerson: noteHandlers.exportPerson });
export const erasesNoContent = handlingFiles({ erasePerson: noteHandlers.erasePerson });
/** Leaves nothing when it completes; leaves data when it is interrupted. */
export const erasesRowsFirst = handlingFiles({
  async erasePerson({ db, storage, personId }) {
    const notes = await db.repository(Note).find({ where: { ownerId: personId } });
    await db.repository(Note).delete({ ownerId: personId });
    for (const { text: key } of notes) await storage.remove(key);
  },
});
export const erasesEveryContent = handlingFiles({
  async erasePerson({ db, storage, personId }) {
    for (const { text: key } of await db.repository(Note).find()) await storage.remove(key);
    await db.repository(Note).delete({ ownerId: personId });
  },
});
export const closesRowsFirst = handlingFiles({
  async closeSchool({ db, storage }) {
    const notes = await db.repository(Note).find();
    await db.repository(Note).delete({});
    for (const { text: key } of notes) await storage.remove(key).catch(() => undefined);
  },
});
