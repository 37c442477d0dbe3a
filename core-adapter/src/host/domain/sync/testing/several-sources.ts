// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../../api/directory/directory-source.js';
import type { TestDatabase } from '../../../../testing/test-databases.js';
import { TestClock } from '../../../../testing/test-clock.js';
import type { SchemaOwner } from '../../../infra/database/migrate.js';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Directory } from '../../directory/directory.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { PersonRow } from '../../directory/person.entity.js';
import { HomonymRow } from '../state/homonym.entity.js';
import { ClassJoinService, type ClassJoinServiceOptions } from '../../class-joins/class-join-service.js';
import { HomonymService, type HomonymServiceOptions } from '../../homonyms/homonym-service.js';
import type { SyncPlan } from '../plan/sync-plan.js';
import type { SyncRun } from '../runs/sync-runs.js';
import { SyncService } from '../sync-service.js';
import { openTestDatabase, type OpenDatabase } from './database-for-tests.js';
import { SIGNAL, sourceOf } from './records-for-tests.js';

/** A directory with several sources; `scribe` has the logins. */
export class SeveralSources {
  readonly clock = new TestClock();
  /** Ids of people with ended sessions. */
  readonly ended: string[] = [];
  readonly directory: Directory;
  readonly syncs: SyncService;
  readonly homonyms: HomonymService;
  readonly classJoins: ClassJoinService;
  /** The moves of bricks when two people become one. */
  brickMoves: HomonymServiceOptions['brickMoves'] = () => Promise.resolve([]);

  /** UAIs of the schools in which a decision or a join gave groups other members. */
  readonly regrouped: string[] = [];
  /** UAIs of the schools in which classes were to be compared after each sync. */
  readonly synced: string[][] = [];
  /** The moves of bricks when a class becomes another one. */
  groupMoves: ClassJoinServiceOptions['groupMoves'] = () => Promise.resolve([]);

  private constructor(readonly database: OpenDatabase) {
    const { unitOfWork } = database;
    const { clock } = this;
    const endSessions = (ids: readonly string[]): Promise<void> => Promise.resolve(void this.ended.push(...ids));
    const onRegrouped: ClassJoinServiceOptions['onRegrouped'] = (_, uais) =>
      Promise.resolve(void this.regrouped.push(...uais));
    const auditTrail = new AuditTrail(unitOfWork, clock);
    this.directory = new Directory(unitOfWork, clock);
    const onSynced = (uais: readonly string[]): Promise<void> =>
      Promise.resolve(void this.synced.push(uais.toSorted()));
    this.syncs = new SyncService({ unitOfWork, clock, onDisabled: endSessions, onSynced });
    this.homonyms = new HomonymService({
      ...{ unitOfWork, clock, auditTrail, loginSource: 'scribe', endSessions, onRegrouped },
      onSynced: async (uais) => void (await this.classJoins.settle(uais)),
      brickMoves: (...given) => this.brickMoves(...given),
    });
    this.classJoins = new ClassJoinService({
      ...{ unitOfWork, clock, auditTrail, log: { error: () => undefined } },
      groupMoves: (...given) => this.groupMoves(...given),
      onRegrouped,
    });
  }

  /** @param owners of tables besides the host */
  static async open(kind: TestDatabase, owners: readonly SchemaOwner[] = []): Promise<SeveralSources> {
    return new SeveralSources(await openTestDatabase(kind, owners));
  }

  /** Plans and applies a sync, even when the guard refuses it. */
  async sync(source: string, records: DirectoryRecord[]): Promise<SyncRun & { readonly plan: SyncPlan | null }> {
    const { id } = await this.plan(source, records);
    await this.syncs.apply(id, { approve: { by: 'cli', reason: 'tests have few people' } });
    return this.syncs.show(id);
  }

  plan(source: string, records: DirectoryRecord[]): Promise<SyncRun> {
    return this.syncs.plan(sourceOf(records, source), SIGNAL);
  }

  async idOf(source: string, key: string): Promise<string> {
    return (await this.database.dataSource.manager.findOneByOrFail(ExternalIdRow, { source, key })).personId;
  }

  async person(source: string, key: string): Promise<PersonRow> {
    const id = await this.idOf(source, key);
    return this.database.dataSource.manager.findOneByOrFail(PersonRow, { id });
  }

  /** All pairs, in the order in which they were asked about. */
  asked(): Promise<HomonymRow[]> {
    return this.database.dataSource.manager.find(HomonymRow, { order: { id: 'ASC' } });
  }

  async onlyAsked(): Promise<string> {
    const [only, ...more] = await this.asked();
    if (!only || more.length > 0) throw new Error(`${more.length + 1} pairs were asked about`);
    return only.id;
  }
}
