// SPDX-License-Identifier: EUPL-1.2
// The migration of this brick empties a table of the host, if it is there.
import { defineBrick } from '@volee/core-adapter';
import { Column, Entity, Index, PrimaryColumn, Table } from 'typeorm';
import { z } from 'zod';

export class Note {}
Entity('writes_elsewhere_note')(Note);
Index('writes_elsewhere_note_school', ['school'])(Note);
PrimaryColumn('varchar', { length: 36 })(Note.prototype, 'id');
Column('varchar', { length: 8 })(Note.prototype, 'school');

export class CreateNotes1764028800000 {
  async up(runner) {
    await runner.createTable(
      new Table({
        name: 'writes_elsewhere_note',
        columns: [
          { name: 'id', type: 'varchar', length: '36', isPrimary: true },
          { name: 'school', type: 'varchar', length: '8' },
        ],
        indices: [{ name: 'writes_elsewhere_note_school', columnNames: ['school'] }],
      }),
    );
  }

  async down(runner) {
    await runner.dropTable('writes_elsewhere_note');
  }
}

export class EmptyPersons1764028800001 {
  async up(runner) {
    if (await runner.hasTable('core_person')) await runner.query('DELETE FROM core_person');
  }

  async down() {}
}

const manifest = {
  id: 'writes-elsewhere',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  settings: z.strictObject({}),
  locales: {
    fr: { title: 'writes-elsewhere', summary: 'Pour essayer', none: 'Personne n’y est nommé' },
    en: { title: 'writes-elsewhere', summary: 'For trying', none: 'It names nobody' },
  },
  permissions: { read: { profiles: ['teacher'] } },
  entities: [Note],
  migrations: [CreateNotes1764028800000, EmptyPersons1764028800001],
  personalData: { none: 'none' },
};

export default defineBrick(manifest, () => undefined);
