// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { index } from '../../infra/database/columns.js';

const TABLE = 'core_former_membership';

/** Finds the last members of a group (ADR 76). Frozen: a change is another migration. */
export class IndexFormerMemberships1764028800210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex(TABLE, index('core_former_membership_group', ['groupId']));
  }

  async down(runner: QueryRunner): Promise<void> {
    // MariaDB drops its own index of a foreign key once there is another one, and wants one of the two.
    const isMariadb = runner.connection.options.type === 'mariadb';
    if (isMariadb) await runner.createIndex(TABLE, index('core_former_membership_to_group', ['groupId']));
    await runner.dropIndex(TABLE, 'core_former_membership_group');
  }
}
