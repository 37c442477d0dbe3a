// SPDX-License-Identifier: EUPL-1.2
import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';

const TABLES = ['period', 'class', 'bilan', 'phrase', 'element', 'trace', 'acknowledgement', 'handed', 'destination'];

/** Periods, bilans, their history, and what was handed over. Frozen: a change is another migration. */
export class CreateLivret1796083200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of [...writing(), bilans(), ...reading()]) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of TABLES) await runner.dropTable(`livret_bridge_${name}`);
  }
}

function writing(): Table[] {
  return [
    table(
      'period',
      [number('year'), text('rhythm', 2), number('period'), number('count'), ...days(), instant('publishAt', NULL)],
      [unique('period_number', ['year', 'period']), index('period_publish', ['publishAt'])],
    ),
    table(
      'class',
      [id('groupId'), number('year'), number('period'), text('offLines', 400)],
      [unique('class_period', ['groupId', 'period'])],
    ),
    table(
      'phrase',
      [id('ownerId'), text('text', 300), instant('addedAt')],
      [unique('phrase_owner', ['ownerId', 'text'])],
    ),
    table(
      'element',
      [number('year'), text('level', 20), text('domain', 7), text('label', 300)],
      [unique('element_label', ['year', 'level', 'domain', 'label'])],
    ),
  ];
}

/** Long texts come last: SQLite reads through them to reach a column behind them, and lists read none. */
function bilans(): Table {
  return table(
    'bilan',
    [
      ...[id('pupilId'), id('classId'), number('year'), text('kind', 8), number('period'), text('level', 20, NULL)],
      ...[text('catalogue', 20), text('positions', 100), text('strengths', 100), text('state', 9), number('revision')],
      ...[id('signedBy', NULL), text('signedAs', 200, NULL), instant('signedAt', NULL)],
      ...[instant('authenticatedAt', NULL), text('sha256', 64, NULL)],
      ...[id('visaBy', NULL), text('visaAs', 200, NULL), instant('visaAt', NULL), instant('publishedAt', NULL)],
      ...['texts', 'elements', 'general', 'word', 'parcours', 'writers'].map((name) => long(name)),
    ],
    [
      unique('bilan_pupil', ['pupilId', 'year', 'kind', 'period']),
      index('bilan_class', ['classId', 'year', 'period', 'state']),
      index('bilan_state', ['year', 'period', 'state']),
    ],
  );
}

function reading(): Table[] {
  return [
    table(
      'trace',
      [
        ...[id('bilanId'), id('pupilId'), id('personId', NULL), text('personName', 200, NULL), text('what', 10)],
        ...[text('day', 10), text('readOn', 10, NULL), instant('at'), long('word', NULL)],
      ],
      [
        index('trace_step', ['bilanId', 'what', 'personId', 'day']),
        index('trace_pupil', ['pupilId']),
        index('trace_person', ['personId']),
        unique('trace_reading', ['bilanId', 'personId', 'readOn']),
      ],
    ),
    table(
      'acknowledgement',
      [id('bilanId'), id('pupilId'), id('personId'), instant('at')],
      [
        unique('acknowledgement_person', ['bilanId', 'personId']),
        index('acknowledgement_pupil', ['pupilId']),
        index('acknowledgement_guardian', ['personId']),
      ],
    ),
    table(
      'handed',
      [
        ...[id('pupilId'), text('fromSchool', 8), text('fromName', 200), text('key', 40), number('revision')],
        ...[number('year'), number('period'), text('catalogue', 20), text('positions', 100)],
        ...[instant('receivedAt'), instant('until'), long('content')],
      ],
      [unique('handed_key', ['pupilId', 'fromSchool', 'key']), index('handed_until', ['until'])],
    ),
    table(
      'destination',
      [id('pupilId'), number('year'), text('college', 8)],
      [unique('destination_pupil', ['pupilId', 'year'])],
    ),
  ];
}

const NULL = { isNullable: true };

function table(name: string, columns: TableColumn[], indices: TableIndex[]): Table {
  const own = [new TableColumn({ name: 'id', type: 'varchar', length: '36', isPrimary: true }), text('school', 8)];
  return new Table({ name: `livret_bridge_${name}`, columns: [...own, ...columns], indices });
}

/** Each index begins with the school, as each query does. */
function index(name: string, columns: string[], options: { isUnique?: boolean } = {}): TableIndex {
  return new TableIndex({ name: `livret_bridge_${name}`, columnNames: ['school', ...columns], ...options });
}

function unique(name: string, columns: string[]): TableIndex {
  return index(name, columns, { isUnique: true });
}

function id(name: string, options: { isNullable?: boolean } = {}): TableColumn {
  return text(name, 36, options);
}

function text(name: string, length: number, options: { isNullable?: boolean } = {}): TableColumn {
  return new TableColumn({ name, type: 'varchar', length: String(length), ...options });
}

function long(name: string, options: { isNullable?: boolean } = {}): TableColumn {
  return new TableColumn({ name, type: 'text', ...options });
}

function number(name: string): TableColumn {
  return new TableColumn({ name, type: 'integer' });
}

function days(): TableColumn[] {
  return ['startsOn', 'endsOn', 'dueOn'].map((name) => text(name, 10));
}

function instant(name: string, options: { isNullable?: boolean } = {}): TableColumn {
  return new TableColumn({ name, type: 'datetime', precision: 3, ...options });
}
