// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { index } from '../../infra/database/columns.js';

const TABLE = 'core_attachment';
const BEFORE = [
  index('core_attachment_person', ['personId', 'uai']),
  index('core_attachment_school', ['uai', 'profile', 'until']),
];
const NOW = [
  index('core_attachment_of_person', ['personId', 'uai', 'profile', 'until', 'source', 'from']),
  index('core_attachment_in_school', ['uai', 'profile', 'personId', 'until', 'source', 'from']),
];

/** Counts people from an index alone, and ends the attachments of people who are disabled (ADR 127). Frozen: a change is another migration. */
export class IndexAttachments1764028800270 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await replace(runner, BEFORE, NOW);
    await runner.query(
      `UPDATE core_attachment SET until = (SELECT disabledAt FROM core_person WHERE id = personId)
       WHERE until IS NULL AND personId IN (SELECT id FROM core_person WHERE disabledAt IS NOT NULL)`,
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return replace(runner, NOW, BEFORE);
  }
}

/** MariaDB wants an index for each foreign key at any time: the new ones come first. */
async function replace(runner: QueryRunner, old: typeof BEFORE, others: typeof NOW): Promise<void> {
  for (const each of others) await runner.createIndex(TABLE, each);
  for (const each of old) await runner.dropIndex(TABLE, each);
}
