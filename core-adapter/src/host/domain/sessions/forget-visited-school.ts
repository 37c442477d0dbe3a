// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import { LastSchoolRow } from './last-school.entity.js';
import { SessionRow } from './session.entity.js';

/** Sessions and people forget a school that is closed: neither `/` nor the next login leads there, and no note offers to undo a change there. */
export async function forgetVisitedSchool(manager: EntityManager, uai: string): Promise<void> {
  await manager.delete(LastSchoolRow, { uai });
  const pages = `/s/${uai}/`;
  const there = { place: `%"uai":"${uai}"%`, undo: `%"url":"${pages}%` };
  const sessions = await manager
    .createQueryBuilder(SessionRow, 'session')
    .where('session.data LIKE :place OR session.data LIKE :undo', there)
    .getMany();
  for (const { idHash, data } of sessions) {
    const kept = { ...data };
    if (kept['uai'] === uai) delete kept['uai'];
    if (JSON.stringify(kept['noticeAction'] ?? null).includes(`"url":"${pages}`)) {
      delete kept['notice'];
      delete kept['noticeAction'];
    }
    await manager.update(SessionRow, { idHash }, { data: kept as object });
  }
}
