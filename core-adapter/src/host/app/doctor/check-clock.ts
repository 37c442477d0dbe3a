// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../../../api/check.js';
import type { Clock } from '../../../api/log.js';
import { CLOCK_REMEDY, heldSentence } from '../../domain/clock/clock-guard.js';
import { judgeClock } from '../../domain/clock/judge-clock.js';
import { readKnownTimes } from '../../domain/clock/known-times.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { warn } from './findings.js';

/** Whether deletions by age wait because the clock is far ahead of the database, or would when Volée starts. */
export async function checkClock(unitOfWork: UnitOfWork, clock: Clock): Promise<Finding[]> {
  const now = clock.now();
  const { heldUntil } = judgeClock(await unitOfWork.run((manager) => readKnownTimes(manager, now)), now).times;
  return heldUntil ? [warn(heldSentence(heldUntil, now), CLOCK_REMEDY)] : [];
}
