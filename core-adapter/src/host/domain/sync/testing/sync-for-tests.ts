// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../../api/directory/directory-source.js';
import type { TestDatabase } from '../../../../testing/test-databases.js';
import { AttachmentRow } from '../../directory/attachment.entity.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { PersonRow } from '../../directory/person.entity.js';
import { applyPlan } from '../apply/apply-plan.js';
import { openTestDatabase, type OpenDatabase } from './database-for-tests.js';
import { mergePlans } from '../plan/merge-plans.js';
import { planParts } from '../plan/plan-parts.js';
import { preparePlan } from '../plan/prepare-plan.js';
import { collectSnapshot } from '../snapshot/snapshot.js';
import { SOURCE, stream } from './records-for-tests.js';
import type { SyncPlan } from '../plan/sync-plan.js';
import { SyncRuns } from '../runs/sync-runs.js';
import { TestClock } from '../../../../testing/test-clock.js';

/** Plans and applies on an empty database, without the guard and without stored runs. */
export class SyncForTests {
  readonly clock = new TestClock();
  /** The last applied run. */
  run = 0;

  private constructor(readonly database: OpenDatabase) {}

  static async open(kind: TestDatabase): Promise<SyncForTests> {
    const syncs = new SyncForTests(await openTestDatabase(kind));
    const run = { source: SOURCE, state: 'planned' as const, startedAt: syncs.clock.now(), endedAt: null };
    await new SyncRuns(syncs.database.unitOfWork).add(run);
    return syncs;
  }

  async planned(records: DirectoryRecord[], source = SOURCE): Promise<SyncPlan> {
    const { unitOfWork } = this.database;
    const parts: SyncPlan[] = [];
    const context = { unitOfWork, source, at: this.clock.now() };
    const prepared = await preparePlan(context, await collectSnapshot(stream(records)));
    for await (const { plan } of planParts(prepared)) parts.push(plan);
    return { ...mergePlans(parts), source };
  }

  async apply(plan: SyncPlan, onDisabled?: (ids: readonly string[]) => Promise<void>): Promise<void> {
    const run = { id: this.run + 1, source: plan.source, baseRun: this.run };
    await applyPlan(this.database.unitOfWork, () => stream([plan]), {
      run,
      now: this.clock.now(),
      ...(onDisabled && { onDisabled }),
    });
    this.run += 1;
  }

  async sync(records: DirectoryRecord[]): Promise<void> {
    await this.apply(await this.planned(records));
  }

  async personOf(key: string): Promise<PersonRow & { login: string | null; left: Date | null }> {
    const { manager } = this.database.dataSource;
    const external = await manager.findOneByOrFail(ExternalIdRow, { source: SOURCE, key });
    const row = await manager.findOneByOrFail(PersonRow, { id: external.personId });
    return { ...row, login: external.login, left: external.leftAt };
  }

  /** School, profile, and whether the attachment is current. */
  async attachmentsOf(key: string): Promise<[string, string, boolean][]> {
    const { id } = await this.personOf(key);
    const rows = await this.database.dataSource.manager.findBy(AttachmentRow, { personId: id });
    return rows.map(({ uai, profile, until }): [string, string, boolean] => [uai, profile, until === null]).sort();
  }
}
