// SPDX-License-Identifier: EUPL-1.2
import { TestClock } from '../../../testing/test-clock.js';
import type { TestDatabase } from '../../../testing/test-databases.js';
import { AuditLine } from '../audit/audit-line.entity.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { newId } from '../../infra/database/new-id.js';
import { GroupRow } from '../directory/group.entity.js';
import { SchoolRow } from '../directory/school.entity.js';
import { openHostTables, type HostTables } from '../../app/host-tables-for-tests.js';
import { WHOLE_SCHOOL, type ActivationChoice } from './activation-choice.js';
import { ActivationRow } from './activation.entity.js';
import { ActivationService } from './activation-service.js';

export const HERE = '0390001X';
export const THERE = '0390002Y';
export const HEAD = newId();
export const OTHER_HEAD = newId();
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Two groups of this year, one of last year, one that has ended, and one of the other school. */
export const [CM1, CM2, LAST_YEAR, LEFT, SIXTH] = [newId(), newId(), newId(), newId(), newId()];

export function choice(changes: Partial<ActivationChoice> = {}): ActivationChoice {
  return { ...WHOLE_SCHOOL, ...changes };
}

export function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'it was done',
    (error: unknown) => error,
  );
}

/** Two schools with groups, and the decisions taken there. */
export class ActivationsForTests {
  readonly clock = new TestClock();
  readonly service: ActivationService;

  private constructor(private readonly tables: HostTables) {
    const { unitOfWork } = tables;
    this.service = new ActivationService(unitOfWork, this.clock, new AuditTrail(unitOfWork, this.clock));
  }

  static async open(kind: TestDatabase): Promise<ActivationsForTests> {
    const tables = await openHostTables(kind);
    const { manager } = tables.dataSource;
    const school = { kind: 'primary', timeZone: 'Europe/Paris', source: 'ldap', createdAt: new Date() } as const;
    for (const uai of [HERE, THERE]) await manager.insert(SchoolRow, { ...school, uai, name: uai, foldedName: uai });
    await manager.insert(GroupRow, [
      groupRow(CM1),
      groupRow(CM2),
      groupRow(LAST_YEAR, { schoolYear: 2025 }),
      groupRow(LEFT, { endedAt: new Date('2026-10-01T00:00:00Z') }),
      groupRow(SIXTH, { uai: THERE }),
    ]);
    return new ActivationsForTests(tables);
  }

  /** Deletes all decisions and sets the clock to a morning in November. */
  async forget(): Promise<void> {
    for (const entity of [ActivationRow, AuditLine]) await this.tables.dataSource.manager.clear(entity);
    this.clock.set('2026-11-24T10:00:00.500Z');
  }

  drop(): Promise<void> {
    return this.tables.drop();
  }

  later(milliseconds: number): Date {
    return new Date(this.clock.now().getTime() + milliseconds);
  }

  enable(changes: Partial<ActivationChoice> = {}, seen?: string): Promise<ActivationRow> {
    return this.service.enable(HERE, 'agenda', HEAD, choice(changes), seen);
  }

  rules(): Promise<ActivationRow[]> {
    return this.service.rules(HERE, 'agenda');
  }

  async ids(): Promise<string[]> {
    return (await this.rules()).map(({ id }) => id);
  }

  row(id: string): Promise<ActivationRow> {
    return this.tables.dataSource.manager.findOneByOrFail(ActivationRow, { id });
  }

  async isOn(profile: 'pupil' | 'teacher', ...groups: string[]): Promise<boolean> {
    const ties = groups.map((groupId) => ({ groupId, profile }));
    return (await this.service.bricksFor(HERE, [profile], () => Promise.resolve(ties))).has('agenda');
  }

  /** The audit trail, in order. */
  async trail(): Promise<unknown[][]> {
    const lines = await this.tables.dataSource.manager.find(AuditLine, { order: { id: 'ASC' } });
    return lines.map(({ uai, action, subject, outcome }) => [uai, action, subject, outcome]);
  }
}

function groupRow(id: string, changes: Partial<GroupRow> = {}): Partial<GroupRow> {
  const group = { source: 'ldap', uai: HERE, schoolYear: 2026, kind: 'class', endedAt: null } as const;
  return { ...group, id, key: id, name: id, foldedName: id, ...changes };
}
