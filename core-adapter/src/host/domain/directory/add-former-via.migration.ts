// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../../infra/database/columns.js';

const TABLE = 'core_former_membership';

/** Keeps which former members a class had from a joined class (ADR 132). Frozen: a change is another migration. */
export class AddFormerVia1764028800290 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns(TABLE, [column.uuid('via', { optional: true })]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns(TABLE, ['via']);
  }
}
