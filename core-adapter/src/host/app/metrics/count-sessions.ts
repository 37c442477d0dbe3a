// SPDX-License-Identifier: EUPL-1.2
import { MoreThan } from 'typeorm';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { SessionRow } from '../../domain/sessions/session.entity.js';

/** Sessions that are open: not at their end, and used within `idle` milliseconds. */
export function countSessions(unitOfWork: UnitOfWork, now: Date, idle: number): Promise<number> {
  const open = { endsAt: MoreThan(now), seenAt: MoreThan(new Date(now.getTime() - idle)) };
  return unitOfWork.run((manager) => manager.countBy(SessionRow, open));
}
