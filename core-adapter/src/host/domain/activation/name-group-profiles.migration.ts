// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The profiles that a rule for groups without profiles meant until now. */
const MEANT = JSON.stringify(['pupil', 'guardian', 'teacher']);
const NONE = JSON.stringify([]);

/**
 * Writes the profiles into every rule for groups that names none, also where it is over: such a rule reached pupils, guardians and teachers,
 * and would from now on reach all heads and staff of the school too (ADR 114). Rules that name heads or staff are left as they are.
 */
export class NameGroupProfiles1764028800424 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const groupIds = queryRunner.connection.driver.escape('groupIds');
    await queryRunner.query(
      `UPDATE core_activation SET profiles = '${MEANT}' WHERE profiles = '${NONE}' AND ${groupIds} <> '${NONE}'`,
    );
  }

  /** The former version reads both forms of a rule in the same way, so the profiles stay. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
