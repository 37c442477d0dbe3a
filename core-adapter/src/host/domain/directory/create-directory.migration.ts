// SPDX-License-Identifier: EUPL-1.2
import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { column, foreignKey, index, unique } from '../../infra/database/columns.js';

const school = { table: 'core_school', column: 'uai' };
const person = { table: 'core_person', column: 'id' };
const group = { table: 'core_group', column: 'id' };

/** Creates the tables of schools, people and their relations. Frozen: a change is another migration. */
export class CreateDirectory1764028800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables()) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables().reverse()) await runner.dropTable(table);
  }
}

/** Every table comes after the tables that its foreign keys reference. */
function tables(): Table[] {
  return [
    schoolTable(),
    personTable(),
    externalIdTable(),
    attachmentTable(),
    groupTable(),
    membershipTable(),
    kinshipTable(),
  ];
}

function schoolTable(): Table {
  return new Table({
    name: 'core_school',
    columns: [
      column.key('uai', 8),
      column.text('name', 200),
      column.text('kind', 20),
      column.text('timeZone', 60),
      column.text('foldedName', 200),
      column.text('source', 60),
      column.instant('createdAt'),
    ],
    indices: [index('core_school_name', ['foldedName'])],
  });
}

function personTable(): Table {
  return new Table({
    name: 'core_person',
    columns: [
      column.id(),
      column.text('givenName', 100),
      column.text('familyName', 100),
      column.text('displayName', 200),
      column.text('foldedName', 200),
      column.instant('disabledAt', { optional: true }),
      column.instant('createdAt'),
    ],
    indices: [index('core_person_name', ['foldedName'])],
  });
}

function externalIdTable(): Table {
  return new Table({
    name: 'core_external_id',
    columns: [
      column.id(),
      column.text('source', 60),
      column.text('key', 190),
      column.text('login', 190, { optional: true }),
      column.uuid('personId'),
      column.instant('leftAt', { optional: true }),
    ],
    indices: [
      unique('core_external_id_key', ['source', 'key']),
      unique('core_external_id_login', ['source', 'login']),
      index('core_external_id_person', ['personId']),
    ],
    foreignKeys: [foreignKey('core_external_id_to_person', 'personId', person)],
  });
}

function attachmentTable(): Table {
  return new Table({
    name: 'core_attachment',
    columns: [
      column.id(),
      column.uuid('personId'),
      column.text('uai', 8),
      column.text('profile', 20),
      column.text('source', 60),
      column.instant('from'),
      column.instant('until', { optional: true }),
    ],
    indices: [
      index('core_attachment_person', ['personId', 'uai']),
      index('core_attachment_school', ['uai', 'profile', 'until']),
      index('core_attachment_source', ['source', 'until']),
    ],
    foreignKeys: [
      foreignKey('core_attachment_to_person', 'personId', person),
      foreignKey('core_attachment_to_school', 'uai', school),
    ],
  });
}

function groupTable(): Table {
  return new Table({
    name: 'core_group',
    columns: [
      column.id(),
      column.text('source', 60),
      column.text('uai', 8),
      column.integer('schoolYear'),
      column.text('key', 190),
      column.text('kind', 20),
      column.text('name', 200),
      column.text('foldedName', 200),
      column.instant('endedAt', { optional: true }),
    ],
    indices: [
      unique('core_group_key', ['source', 'uai', 'schoolYear', 'key']),
      index('core_group_school', ['uai', 'schoolYear']),
    ],
    foreignKeys: [foreignKey('core_group_to_school', 'uai', school)],
  });
}

function membershipTable(): Table {
  return new Table({
    name: 'core_membership',
    columns: [column.id('groupId'), column.id('personId'), column.text('role', 10)],
    indices: [index('core_membership_person', ['personId'])],
    foreignKeys: [
      foreignKey('core_membership_to_group', 'groupId', group),
      foreignKey('core_membership_to_person', 'personId', person),
    ],
  });
}

function kinshipTable(): Table {
  return new Table({
    name: 'core_kinship',
    columns: [column.key('source', 60), column.id('guardianId'), column.id('childId')],
    indices: [index('core_kinship_guardian', ['guardianId']), index('core_kinship_child', ['childId'])],
    foreignKeys: [
      foreignKey('core_kinship_to_guardian', 'guardianId', person),
      foreignKey('core_kinship_to_child', 'childId', person),
    ],
  });
}
