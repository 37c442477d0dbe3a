// SPDX-License-Identifier: EUPL-1.2
import type { Brick, Manifest } from '@volee/core-adapter';
import { z } from 'zod';
import { CreateNotes1764028800001 } from './create-notes.migration.js';
import { Note } from './note.entity.js';

export const fr = {
  title: 'Notes',
  summary: 'Ce que la classe retient',
  'list.count': { one: '{count} note', other: '{count} notes' },
  'list.text': 'Texte de la note',
  'list.add': 'Ajouter',
  'when.kept': { one: '{count} note gardée', other: '{count} notes gardées' },
  'data.kept': 'Les notes, et de qui elles sont',
  'data.purpose': 'Retenir ce que dit la classe',
  'data.retention': 'Jusqu’à ce que la personne parte',
};
export const en = {
  title: 'Notes',
  summary: 'What the class keeps in mind',
  'list.count': { one: '{count} note', other: '{count} notes' },
  'list.text': 'Text of the note',
  'list.add': 'Add',
  'when.kept': { one: '{count} note kept', other: '{count} notes kept' },
  'data.kept': 'The notes, and whose they are',
  'data.purpose': 'Keeping what the class says in mind',
  'data.retention': 'Until the person leaves',
};

export const dataTexts = { kept: 'data.kept', purpose: 'data.purpose', retention: 'data.retention' };

export const manifest = {
  id: 'notes',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  icon: 'journal-text',
  colour: 'plum',
  locales: { fr, en },
  settings: z.strictObject({ most: z.int().default(50).describe('How many notes a page shows.') }),
  permissions: {
    read: { profiles: ['pupil', 'guardian', 'teacher', 'head'] },
    write: { profiles: ['teacher'] },
  },
  entities: [Note],
  migrations: [CreateNotes1764028800001],
  personalData: { ...dataTexts, tables: [{ entity: Note, columns: { groupId: 'group', ownerId: 'handlers' } }] },
} satisfies Manifest;

export type NotesBrick = Brick<typeof manifest>;
