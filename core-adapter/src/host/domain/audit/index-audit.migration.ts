// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface, QueryRunner, TableIndex } from 'typeorm';
import { index } from '../../infra/database/columns.js';

/** Indices for the filters of the journal, each in the order of time. Frozen: a change is another migration. */
export class IndexAudit1764028800011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndices('core_audit', indices());
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of indices()) await runner.dropIndex('core_audit', name ?? '');
  }
}

function indices(): TableIndex[] {
  return [
    index('core_audit_at', ['at', 'id']),
    index('core_audit_school_action_at', ['uai', 'action', 'at', 'id']),
    index('core_audit_actor_at', ['actor', 'at', 'id']),
    index('core_audit_action_at', ['action', 'at', 'id']),
    index('core_audit_outcome_at', ['outcome', 'at', 'id']),
  ];
}
