// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../../../api/check.js';
import { dayOf } from '../../../api/day.js';
import type { Clock } from '../../../api/log.js';
import { findHeadsByIds } from '../../domain/administrators/administrator-page.js';
import { listLapsingGrants, type LapsingGrant } from '../../domain/administrators/lapsing-grants.js';
import { readHeadGrants } from '../../domain/administrators/read-head-grants.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { good, warn } from './findings.js';

/** The maximum number of people that are listed. */
const SHOWN = 20;

/**
 * Reports heads by grant that no directory names in their school. Heads that a directory named before lose the right. Heads that none ever
 * named, such as a head without a class, keep it.
 * @param endAfter `people.endGrantsAfter`
 */
export async function checkGrants(unitOfWork: UnitOfWork, clock: Clock, endAfter: number | null): Promise<Finding[]> {
  const lapsing = await listLapsingGrants(unitOfWork, clock.now(), endAfter);
  const more = lapsing.length - SHOWN;
  return [
    ...lapsing.slice(0, SHOWN).map(lapsingFinding),
    ...(more > 0 ? [warn(`The same is true of ${more} more heads.`, 'The page Administration lists them.')] : []),
    ...(await unmatchedFinding(unitOfWork)),
  ];
}

function lapsingFinding({ login, uai, unnamedSince, endsAt }: LapsingGrant): Finding {
  const end = endsAt
    ? `The right ends on ${dayOf(endsAt, 'UTC')}.`
    : 'The right stays: people.endGrantsAfter is never.';
  return warn(
    `${login} is head of ${uai} by grant, and no directory names them there since ${dayOf(unnamedSince, 'UTC')}. ${end}`,
    `"volee admin revoke ${login} --school ${uai}" ends the right now; "volee admin grant ${login} --school ${uai}" keeps it.`,
  );
}

async function unmatchedFinding(unitOfWork: UnitOfWork): Promise<Finding[]> {
  const grants = await unitOfWork.run((manager) => readHeadGrants(manager));
  const ids = grants.flatMap(({ id, standing }) => (standing === 'unmatched' ? [id] : []));
  const heads = await findHeadsByIds(unitOfWork, ids.slice(0, SHOWN));
  if (heads.length === 0) return [];
  const more = ids.length > heads.length ? `, and ${ids.length - heads.length} more` : '';
  const names = heads.map(({ login, uai }) => `${login} (${uai})`).join(', ');
  return [
    good(`No directory names these heads by grant in their school, as for a head without a class: ${names}${more}.`),
  ];
}
