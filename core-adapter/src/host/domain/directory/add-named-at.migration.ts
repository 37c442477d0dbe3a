// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../../infra/database/columns.js';

const TABLE = 'core_group';

/** Keeps when a source first named a group (ADR 132). Frozen: a change is another migration. */
export class AddNamedAt1764028800310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns(TABLE, [column.instant('namedAt', { optional: true })]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns(TABLE, ['namedAt']);
  }
}
