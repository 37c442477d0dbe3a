// SPDX-License-Identifier: EUPL-1.2
import {
  defineBrick,
  type BrickDefinition,
  type Manifest,
  type MessageKeyOf,
  type MoveGroup,
  type PersonalDataHandlers,
  type Translate,
} from '@volee/core-adapter';
import type { ContractOptions, ExampleAbout } from '@volee/core-adapter/testing';
import { In } from 'typeorm';
import { z } from 'zod';
import { Button, PageHead, TextField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import { manifest, type NotesBrick } from './manifest.js';
import { Note } from './note.entity.js';

export const noteParams = z.object({ id: z.uuid() });
export const listQuery = z.object({ group: z.uuid().optional() });
export const newNote = z.object({ groupId: z.uuid(), text: z.string().min(1).max(100) });

export const noteHandlers: PersonalDataHandlers = {
  async exportPerson({ db, personId }) {
    return { records: { notes: await db.repository(Note).find({ where: { ownerId: personId } }) } };
  },
  async erasePerson({ db, personId }) {
    await db.repository(Note).delete({ ownerId: personId });
  },
  async movePerson({ db, from, to }) {
    await db.repository(Note).update({ ownerId: from }, { ownerId: to });
  },
  async closeSchool({ db }) {
    await db.repository(Note).delete({});
  },
};

export const moveNotes: MoveGroup = async ({ db, from, to }) => {
  await db.repository(Note).update({ groupId: from }, { groupId: to });
};

/** The parts of the brick: each faulty brick replaces one of them. */
export const soundParts = {
  list({ http, settings }: NotesBrick): void {
    http.get('/', { access: 'read', query: listQuery }, async ({ query, db, access, page, t, url }) => {
      const readable = (await access.groups('read')).map(({ id }) => id);
      const groupId = In(readable.filter((id) => query.group === undefined || id === query.group));
      const found = await db.repository(Note).find({ where: { groupId }, order: { id: 'ASC' }, take: settings.most });
      // A note of a class may have an owner, and is then for them and the teachers.
      const notes = await access.filter('read', found);
      const [writable] = await access.groups('write');
      return page(t('title'), <NotesView notes={notes} groupId={writable?.id} action={url('/notes')} t={t} />);
    });
  },
  add({ http }: NotesBrick): void {
    http.post(
      '/notes',
      { access: 'write', body: newNote, group: ({ body }) => body.groupId },
      async ({ body, db, redirect }) => {
        await db.repository(Note).insert([{ ...body, ownerId: null }]);
        return redirect('/');
      },
    );
  },
  show({ http }: NotesBrick): void {
    http.get('/notes/:id', { access: 'read', load: Note }, ({ resource, page, t }) =>
      page(t('title'), <p>{resource.text}</p>),
    );
  },
  tell({ describeStoredData }: NotesBrick): void {
    describeStoredData(async ({ db, t }) => {
      const count = await db.repository(Note).count();
      return count === 0 ? [] : [t('when.kept', { count })];
    });
  },
  forget({ personalData }: NotesBrick): void {
    personalData(noteHandlers);
  },
  follow({ moveGroup }: NotesBrick): void {
    moveGroup(moveNotes);
  },
};

export type Parts = typeof soundParts;

export function notesBrick(
  replaced: { readonly manifest?: Partial<Manifest>; readonly parts?: Partial<Parts> } = {},
): BrickDefinition {
  const made = { ...manifest, ...replaced.manifest } as typeof manifest;
  return defineBrick(made, (brick) => {
    for (const register of Object.values({ ...soundParts, ...replaced.parts })) register(brick);
  });
}

export async function writtenNote({ db, groupId, marker }: ExampleAbout): Promise<string> {
  const [note] = await db.repository(Note).insert([{ groupId, ownerId: null, text: marker }]);
  return note?.id ?? '';
}

export async function ownNote({ db, personId, marker }: ExampleAbout): Promise<string> {
  const [note] = await db.repository(Note).insert([{ groupId: null, ownerId: personId, text: marker }]);
  return note?.id ?? '';
}

/** Writes a note of a person in a class, for them and the teachers of the class. */
export async function ownNoteInClass({ db, groupId, personId, marker }: ExampleAbout): Promise<string> {
  const [note] = await db.repository(Note).insert([{ groupId, ownerId: personId, text: marker }]);
  return note?.id ?? '';
}

/** Writes a note that everybody of the school may read. */
export async function noteForTheSchool({ db, marker }: ExampleAbout): Promise<string> {
  const [note] = await db.repository(Note).insert([{ groupId: null, ownerId: null, text: marker }]);
  return note?.id ?? '';
}

export type Examples = NonNullable<ContractOptions['examples']>;

export const examples: Examples = {
  'GET /': async (about) => {
    await writtenNote(about);
    await ownNote(about);
    return { query: { group: about.groupId } };
  },
  'POST /notes': ({ groupId, marker }) => ({ form: { groupId, text: marker } }),
  'GET /notes/:id': async (about) => ({ params: { id: await writtenNote(about) } }),
};

interface NotesProps {
  readonly notes: readonly Note[];
  /** The class that may be written to. */
  readonly groupId: string | undefined;
  readonly action: string;
  readonly t: Translate<MessageKeyOf<typeof manifest>>;
}

function NotesView({ notes, groupId, action, t }: NotesProps): VNode {
  return (
    <>
      <PageHead title={t('title')} lead={t('list.count', { count: notes.length })} />
      <ul>
        {notes.map(({ text }) => (
          <li>{text}</li>
        ))}
      </ul>
      {groupId !== undefined && (
        <form method="post" action={action}>
          <input type="hidden" name="groupId" value={groupId} />
          <TextField name="text" label={t('list.text')} />
          <Button>{t('list.add')}</Button>
        </form>
      )}
    </>
  );
}
