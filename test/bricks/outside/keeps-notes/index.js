// SPDX-License-Identifier: EUPL-1.2
// A brick with notes of classes. Where its settings name a file, it stops half-way through the notes of the second class that it moves, and writes that file.
import { writeFileSync } from 'node:fs';
import { defineBrick } from '@volee/core-adapter';
import { Column, Entity, Index, PrimaryColumn, Table } from 'typeorm';
import { z } from 'zod';

export class Note {}
Entity('keeps_notes_note')(Note);
Index('keeps_notes_note_school', ['school'])(Note);
PrimaryColumn('varchar', { length: 36 })(Note.prototype, 'id');
Column('varchar', { length: 8 })(Note.prototype, 'school');
Column('varchar', { length: 36 })(Note.prototype, 'groupId');

export class CreateNotes1764028800000 {
  async up(runner) {
    await runner.createTable(
      new Table({
        name: 'keeps_notes_note',
        columns: [
          { name: 'id', type: 'varchar', length: '36', isPrimary: true },
          { name: 'school', type: 'varchar', length: '8' },
          { name: 'groupId', type: 'varchar', length: '36' },
        ],
        indices: [{ name: 'keeps_notes_note_school', columnNames: ['school'] }],
      }),
    );
  }

  async down(runner) {
    await runner.dropTable('keeps_notes_note');
  }
}

const manifest = {
  id: 'keeps-notes',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  settings: z.strictObject({ stopsAt: z.string().optional() }),
  locales: {
    fr: { title: 'keeps-notes', summary: 'Pour essayer', none: 'Personne n’y est nommé' },
    en: { title: 'keeps-notes', summary: 'For trying', none: 'It names nobody' },
  },
  permissions: { read: { profiles: ['teacher'] } },
  entities: [Note],
  migrations: [CreateNotes1764028800000],
  personalData: { none: 'none' },
};

export default defineBrick(manifest, ({ moveGroup, settings: { stopsAt } }) => {
  let moved = 0;
  moveGroup(async ({ db, from, to }) => {
    const notes = await db.repository(Note).find({ where: { groupId: from } });
    for (const [index, { id }] of notes.entries()) {
      if (stopsAt && moved > 0 && index > 0) {
        writeFileSync(stopsAt, from);
        await new Promise(() => undefined);
      }
      await db.repository(Note).update({ id }, { groupId: to });
    }
    moved += 1;
  });
});
