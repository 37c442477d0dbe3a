// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import { LastSchoolRow } from './last-school.entity.js';
import { SessionRow } from './session.entity.js';

/** Sessions and people forget a school that is closed: neither `/` nor the next login leads there. */
export async function forgetVisitedSchool(manager: EntityManager, uai: string): Promise<void> {
  await manager.delete(LastSchoolRow, { uai });
  const there = { place: `%"uai":"${uai}"%` };
  const sessions = await manager
    .createQueryBuilder(SessionRow, 'session')
    .where('session.data LIKE :place', there)
    .getMany();
  for (const { idHash, data } of sessions) {
    const kept = { ...data };
    delete kept['uai'];
    await manager.update(SessionRow, { idHash }, { data: kept as object });
  }
}
