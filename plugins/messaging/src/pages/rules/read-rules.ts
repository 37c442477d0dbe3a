// SPDX-License-Identifier: EUPL-1.2
import type { Member, Profile } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { MessagingRequest } from '../../brick-types.js';
import { defaultDecisions, type DecisionsInForce } from '../../domain/policy/decisions.js';
import { pausesOnPage } from '../../domain/policy/running-pauses.js';
import { decisionsOf } from '../../domain/policy/stored-decisions.js';
import { openReports } from '../../domain/reports/read-reports.js';
import { effectivePolicy } from '../../domain/rules/guard-rails.js';
import { BreakerRow } from '../../store/breaker.entity.js';
import { MessageRow, UNDELIVERED } from '../../store/message.entity.js';
import { PolicyRow } from '../../store/policy.entity.js';

/** The maximum number of past decisions and pauses on the page, the newest first. */
const SHOWN = 20;

/** The decisions of the head that are in force. */
export interface SchoolRules {
  /** The decisions within the guard rails. */
  readonly inForce: DecisionsInForce;
  readonly pauses: readonly BreakerRow[];
  /** The newest decisions, and one more than the page lists, for the difference. */
  readonly pastDecisions: readonly DecisionsInForce[];
  readonly pastPauses: readonly BreakerRow[];
  /** The number of people of the school with each profile. */
  readonly counts: ReadonlyMap<Profile, number>;
  /** The number of messages that wait, by the profile of their authors. */
  readonly waiting: ReadonlyMap<Profile, number>;
  /** The number of open reports that the user decides about. */
  readonly openReports: number;
  readonly persons: ReadonlyMap<string, Member>;
}

export async function readRules(request: MessagingRequest): Promise<SchoolRules> {
  const { db, directory, school } = request;
  const pauses = await pausesOnPage(request);
  const rows = await db.repository(PolicyRow).find({ order: { number: 'DESC', id: 'DESC' }, take: SHOWN + 1 });
  const pastPauses = await db.repository(BreakerRow).find({ order: { startedAt: 'DESC', id: 'DESC' }, take: SHOWN });
  const waiting = await db
    .repository(MessageRow)
    .find({ select: ['asProfile'], where: { state: In([...UNDELIVERED]) } });
  const ids = [
    ...rows.map(({ decidedBy }) => decidedBy),
    ...[...pauses, ...pastPauses].flatMap(({ startedBy, endedBy }) => [startedBy, endedBy]),
  ];
  const pastDecisions = rows.map((row) => decisionsOf(row, school));
  const [newest = defaultDecisions(school)] = pastDecisions;
  const { rules, moderated } = effectivePolicy({ ...newest, school });
  return {
    inForce: { ...newest, rules, moderated },
    pauses,
    pastDecisions,
    pastPauses,
    counts: await directory.countPeople(),
    waiting: countEach(waiting.map(({ asProfile }) => asProfile)),
    openReports: (await openReports(request)).length,
    persons: await directory.persons([...new Set(ids.flatMap((id) => id ?? []))]),
  };
}

function countEach(profiles: readonly Profile[]): ReadonlyMap<Profile, number> {
  const counts = new Map<Profile, number>();
  for (const profile of profiles) counts.set(profile, (counts.get(profile) ?? 0) + 1);
  return counts;
}
