// SPDX-License-Identifier: EUPL-1.2
// A promise that the migration of this brick does not await rejects.
import { defineBrick } from '@volee/core-adapter';
import { Column, Entity, Index, PrimaryColumn, Table } from 'typeorm';
import { z } from 'zod';

export class Note {}
Entity('rejects_in_migration_note')(Note);
Index('rejects_in_migration_note_school', ['school'])(Note);
PrimaryColumn('varchar', { length: 36 })(Note.prototype, 'id');
Column('varchar', { length: 8 })(Note.prototype, 'school');

export class CreateNotes1764028800000 {
  async up(runner) {
    void Promise.reject(new Error('forgotten in a migration'));
    await runner.createTable(
      new Table({
        name: 'rejects_in_migration_note',
        columns: [
          { name: 'id', type: 'varchar', length: '36', isPrimary: true },
          { name: 'school', type: 'varchar', length: '8' },
        ],
        indices: [{ name: 'rejects_in_migration_note_school', columnNames: ['school'] }],
      }),
    );
  }

  async down(runner) {
    await runner.dropTable('rejects_in_migration_note');
  }
}

const manifest = {
  id: 'rejects-in-migration',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  settings: z.strictObject({}),
  locales: {
    fr: { title: 'rejects-in-migration', summary: 'Pour essayer', none: 'Personne n’y est nommé' },
    en: { title: 'rejects-in-migration', summary: 'For trying', none: 'It names nobody' },
  },
  permissions: { read: { profiles: ['teacher'] } },
  entities: [Note],
  migrations: [CreateNotes1764028800000],
  personalData: { none: 'none' },
};

export default defineBrick(manifest, () => undefined);
