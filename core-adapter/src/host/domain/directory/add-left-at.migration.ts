// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column } from '../../infra/database/columns.js';

const TABLE = 'core_former_membership';

/** Keeps when a person left a group that ended later (ADR 76). Frozen: a change is another migration. */
export class AddLeftAt1764028800240 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns(TABLE, [column.instant('leftAt', { optional: true })]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns(TABLE, ['leftAt']);
  }
}
