// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A part of a work for a class or a level had its row because a page had shown it, which the row now says by itself (ADR 65). Frozen: a change
 * is another migration.
 */
export class MarkShown1796861160000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE file_share_work_pupil SET shown = 1
       WHERE workId IN (SELECT id FROM file_share_work WHERE audience <> 'picked')`,
    );
  }

  async down(): Promise<void> {
    // The column goes with the migration that added it.
  }
}
