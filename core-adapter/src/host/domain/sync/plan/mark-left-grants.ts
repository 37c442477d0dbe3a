// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, type EntityManager } from 'typeorm';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { OF_DIRECTORY, OFFICES } from '../../administrators/read-head-grants.js';
import { AttachmentRow, GRANT_SOURCE } from '../../directory/attachment.entity.js';
import { batches } from '../../directory/batches.js';
import type { CurrentPersons } from '../state/current-persons.js';
import { attachmentKey, type PersonStates } from '../state/person-state.js';
import type { AttachmentPlan, SyncPlan } from './sync-plan.js';

interface PlannedStates {
  readonly stored: CurrentPersons['stored'];
  readonly after: PersonStates;
}

/**
 * Marks the last office of a person in a school where they are head by grant, when the person stays and no other source names them there:
 * the right will end. People who leave lose their grants at once.
 */
export async function markLeftGrants(
  unitOfWork: UnitOfWork,
  plan: SyncPlan,
  { stored, after }: PlannedStates,
): Promise<SyncPlan> {
  const leavers = new Set(
    [...plan.persons.disabled, ...plan.persons.replaced.map(({ formerKey: key }) => ({ key }))].map(({ key }) => key),
  );
  const isLast = (uai: string, { person, profile }: AttachmentPlan): boolean => {
    const places = after.get(person)?.attachments;
    const isOffice = OFFICES.includes(profile) && !leavers.has(person);
    return isOffice && !OFFICES.some((office) => places?.has(attachmentKey(uai, office)));
  };
  const lost = plan.schools.flatMap(({ uai, attachments }) =>
    attachments.ended.flatMap((ended) => {
      const personId = isLast(uai, ended) ? stored.get(ended.person)?.personId : undefined;
      return personId === undefined ? [] : [{ uai, personId, ended }];
    }),
  );
  if (lost.length === 0) return plan;
  const personIds = [...new Set(lost.map(({ personId }) => personId))];
  const left = await unitOfWork.run((manager) => readLeftGrants(manager, plan.source, personIds));
  const marked = new Set(lost.flatMap(({ uai, personId, ended }) => (left.has(`${personId} ${uai}`) ? [ended] : [])));
  if (marked.size === 0) return plan;
  const mark = (one: AttachmentPlan): AttachmentPlan => (marked.has(one) ? { ...one, leavesGrant: true } : one);
  const schools = plan.schools.map((school) => {
    return { ...school, attachments: { ...school.attachments, ended: school.attachments.ended.map(mark) } };
  });
  return { ...plan, schools };
}

/** Grants of heads that no other source supports: person and school. */
async function readLeftGrants(manager: EntityManager, source: string, ids: readonly string[]): Promise<Set<string>> {
  const left = new Set<string>();
  for (const batch of batches(ids)) {
    const inForce = { personId: In([...batch]), until: IsNull() };
    const grants = await manager.findBy(AttachmentRow, { ...inForce, source: GRANT_SOURCE, profile: 'head' });
    for (const { personId, uai } of grants) left.add(`${personId} ${uai}`);
    if (grants.length === 0) continue;
    const offices = await manager.findBy(AttachmentRow, { ...inForce, ...OF_DIRECTORY });
    for (const office of offices) if (office.source !== source) left.delete(`${office.personId} ${office.uai}`);
  }
  return left;
}
