// SPDX-License-Identifier: EUPL-1.2
import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, foreignKey, index, unique } from '../../infra/database/columns.js';

/** Parcels between schools, and questions about their pupils. Frozen: a change is another migration. */
export class CreateParcels1764028800120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(parcels());
    await runner.createTable(questions());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('core_parcel_question');
    await runner.dropTable('core_parcel');
  }
}

function parcels(): Table {
  return new Table({
    name: 'core_parcel',
    columns: [
      column.id(),
      column.text('brick', 60),
      column.text('fromUai', 8),
      column.text('fromName', 200),
      column.text('toUai', 8),
      column.text('toName', 200),
      column.uuid('pupilId'),
      column.text('pupilName', 200),
      column.text('level', 20, { optional: true }),
      column.uuid('recipientId', { optional: true }),
      column.text('key', 190),
      column.long('content', { optional: true }),
      column.text('sha256', 64),
      column.long('witnesses', { optional: true }),
      column.integer('revision'),
      column.integer('deliveredRevision'),
      column.text('state', 20),
      column.uuid('offeredBy'),
      column.instant('offeredAt'),
      column.uuid('changedBy'),
      column.instant('changedAt'),
      column.text('reason', 500, { optional: true }),
      column.instant('answerBy'),
      column.instant('until'),
    ],
    indices: [
      unique('core_parcel_key', ['brick', 'fromUai', 'toUai', 'pupilId', 'key']),
      index('core_parcel_to', ['toUai', 'brick', 'state']),
      index('core_parcel_pupil', ['pupilId']),
      index('core_parcel_recipient', ['recipientId']),
    ],
  });
}

function questions(): Table {
  return new Table({
    name: 'core_parcel_question',
    columns: [
      column.id(),
      column.text('toUai', 8),
      column.uuid('pupilId'),
      column.uuid('candidateId'),
      column.text('state', 10),
      column.instant('askedAt'),
      column.instant('decidedAt', { optional: true }),
      column.uuid('decidedBy', { optional: true }),
      column.long('reason', { optional: true }),
    ],
    indices: [
      unique('core_parcel_question_pair', ['toUai', 'pupilId', 'candidateId']),
      index('core_parcel_question_candidate', ['candidateId']),
    ],
    foreignKeys: [foreignKey('core_parcel_question_to_person', 'candidateId', { table: 'core_person', column: 'id' })],
  });
}
