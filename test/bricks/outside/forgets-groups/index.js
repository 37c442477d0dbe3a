// SPDX-License-Identifier: EUPL-1.2
// The notes of this brick name a class, and it has no handler moveGroup.
import { defineBrick } from '@volee/core-adapter';
import { Column, Entity, Index, PrimaryColumn, Table } from 'typeorm';
import { z } from 'zod';

export class Note {}
Entity('forgets_groups_note')(Note);
Index('forgets_groups_note_school', ['school'])(Note);
PrimaryColumn('varchar', { length: 36 })(Note.prototype, 'id');
Column('varchar', { length: 8 })(Note.prototype, 'school');
Column('varchar', { length: 36 })(Note.prototype, 'groupId');

export class CreateNotes1764028800000 {
  async up(runner) {
    await runner.createTable(
      new Table({
        name: 'forgets_groups_note',
        columns: [
          { name: 'id', type: 'varchar', length: '36', isPrimary: true },
          { name: 'school', type: 'varchar', length: '8' },
          { name: 'groupId', type: 'varchar', length: '36' },
        ],
        indices: [{ name: 'forgets_groups_note_school', columnNames: ['school'] }],
      }),
    );
  }

  async down(runner) {
    await runner.dropTable('forgets_groups_note');
  }
}

const manifest = {
  id: 'forgets-groups',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  settings: z.strictObject({}),
  locales: {
    fr: { title: 'forgets-groups', summary: 'Pour essayer', none: 'Personne n’y est nommé' },
    en: { title: 'forgets-groups', summary: 'For trying', none: 'It names nobody' },
  },
  permissions: { read: { profiles: ['teacher'] } },
  entities: [Note],
  migrations: [CreateNotes1764028800000],
  personalData: { none: 'none' },
};

export default defineBrick(manifest, () => undefined);
