// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { ConflictError } from '../../api/errors.js';
import type { Clock } from '../../api/log.js';
import type { Profile } from '../../api/people.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import { newId } from '../database/new-id.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { SchoolRow } from '../directory/school.entity.js';
import { ActivationRow } from './activation.entity.js';
import { reaches, type Reach } from './activation-rule.js';

/** Which bricks are on in which school. Nothing is kept in memory: a change counts from the next request on. */
export class ActivationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly auditTrail: AuditTrail,
  ) {}

  /** The bricks that reach a person in a school now. `groupIds` is asked for only when an activation names groups. */
  async bricksFor(
    uai: string,
    profiles: readonly Profile[],
    groupIds: () => Promise<readonly string[]>,
  ): Promise<ReadonlySet<string>> {
    const rows = await this.#inForce({ uai });
    const reach: Reach = { profiles, groupIds: rows.some((row) => row.groupIds.length > 0) ? await groupIds() : [] };
    const now = this.clock.now();
    const bricks = new Set(rows.map(({ brick }) => brick));
    return new Set(
      [...bricks].filter((brick) =>
        reaches(
          rows.filter((row) => row.brick === brick),
          reach,
          now,
        ),
      ),
    );
  }

  /** The bricks that are on in each of these schools now, for anybody. */
  async bricksOn(uais: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = uais.length === 0 ? [] : await this.#inForce({ uai: In([...uais]) });
    return new Map(
      uais.map((uai) => [uai, [...new Set(rows.filter((row) => row.uai === uai).map(({ brick }) => brick))].sort()]),
    );
  }

  /** Switches a brick on for the whole school. @throws ConflictError when it is on already */
  async enable(uai: string, brick: string, actor: string): Promise<void> {
    await this.auditTrail.record({ actor, uai, action: 'core.brick.enable', subject: { brick } }, async () => {
      await this.#oneAtATime(uai);
      if ((await this.#inForce({ uai, brick })).length > 0)
        throw new ConflictError(`${brick} is on already in ${uai}.`, { brick, uai });
      const row = { id: newId(), uai, brick, profiles: [], groupIds: [], from: this.clock.now(), until: null };
      await this.unitOfWork.run((manager) =>
        manager.insert(ActivationRow, { ...row, enabledBy: actor, disabledBy: null }),
      );
    });
  }

  /** Switches a brick off for everybody in the school. @throws ConflictError when it is off already */
  async disable(uai: string, brick: string, actor: string): Promise<void> {
    await this.auditTrail.record({ actor, uai, action: 'core.brick.disable', subject: { brick } }, async () => {
      await this.#oneAtATime(uai);
      const rows = await this.#inForce({ uai, brick });
      if (rows.length === 0) throw new ConflictError(`${brick} is off already in ${uai}.`, { brick, uai });
      const ids = rows.map(({ id }) => id);
      const off = { until: this.clock.now(), disabledBy: actor };
      await this.unitOfWork.run((manager) => manager.update(ActivationRow, { id: In(ids) }, off));
    });
  }

  /** Every activation of a brick in a school, the latest first. */
  history(uai: string, brick: string): Promise<ActivationRow[]> {
    return this.unitOfWork.run((manager) =>
      manager.find(ActivationRow, { where: { uai, brick }, order: { from: 'DESC' }, take: 50 }),
    );
  }

  /** Holds the school's row to the end of the transaction: two heads at once would each find the brick off (MariaDB). */
  async #oneAtATime(uai: string): Promise<void> {
    await this.unitOfWork.run((manager) => manager.update(SchoolRow, { uai }, { uai }));
  }

  #inForce(where: object): Promise<ActivationRow[]> {
    const now = this.clock.now();
    const from = LessThanOrEqual(now);
    return this.unitOfWork.run((manager) =>
      manager.find(ActivationRow, {
        where: [
          { ...where, from, until: IsNull() },
          { ...where, from, until: MoreThan(now) },
        ],
      }),
    );
  }
}
