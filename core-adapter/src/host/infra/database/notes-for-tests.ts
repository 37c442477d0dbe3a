// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn, Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import type { MoveGroup } from '../../../api/personal-data.js';
import type { TestDatabase } from '../../../testing/test-databases.js';
import { column, index, unique } from './columns.js';
import { migrate, type SchemaOwner } from './migrate.js';
import { openDatabase, type Database } from './open-database.js';

/** The only table of a small test brick. */
@Entity('notes_note')
@Index('notes_note_school', ['school'])
@Index('notes_note_number', ['school', 'number'], { unique: true })
export class NoteRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 100 })
  text!: string;

  @Column('varchar', { length: 36, nullable: true })
  groupId!: string | null;

  @Column('integer', { nullable: true })
  number?: number | null;
}

export class CreateNotes1764028800000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'notes_note',
        columns: [
          column.id(),
          column.text('school', 8),
          column.text('text', 100),
          column.uuid('groupId', { optional: true }),
          column.integer('number', { optional: true }),
        ],
        indices: [index('notes_note_school', ['school']), unique('notes_note_number', ['school', 'number'])],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('notes_note');
  }
}

/** The handler of bricks with notes. */
export const moveNotes: MoveGroup = async ({ db, from, to }) => {
  await db.repository(NoteRow).update({ groupId: from }, { groupId: to });
};

export const notesOwner: SchemaOwner = { id: 'notes', entities: [NoteRow], migrations: [CreateNotes1764028800000] };

export interface NotesDatabase extends Database {
  /** The texts in the table in the order of writing, read outside of any unit of work. */
  texts(): Promise<string[]>;
  /** Closes and removes the database. */
  drop(): Promise<void>;
}

/** A new database with the table of notes. */
export async function openNotes(
  kind: TestDatabase,
  owners: readonly SchemaOwner[] = [notesOwner],
): Promise<NotesDatabase> {
  const { url, drop } = await kind.fresh();
  await migrate(url, owners);
  const database = await openDatabase(
    url,
    owners.flatMap(({ entities }) => entities),
  );
  return {
    ...database,
    async texts() {
      const rows = await database.dataSource.manager.find(NoteRow, { order: { id: 'ASC' } });
      return rows.map(({ text }) => text);
    },
    async drop() {
      await database.close();
      await drop();
    },
  };
}
