// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { index } from '../../infra/database/columns.js';

/** Finds the last members of a group (ADR 76). Frozen: a change is another migration. */
export class IndexFormerMemberships1764028800210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('core_former_membership', index('core_former_membership_group', ['groupId']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('core_former_membership', 'core_former_membership_group');
  }
}
