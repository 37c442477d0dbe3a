// SPDX-License-Identifier: EUPL-1.2
import { And, In, IsNull, LessThanOrEqual, MoreThan, type EntityManager } from 'typeorm';
import type { MembershipRole } from '../../../../api/directory-source.js';
import type { Profile } from '../../../../api/people.js';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { AttachmentRow } from '../../directory/attachment.entity.js';
import { batches } from '../../directory/batches.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { FormerMembershipRow } from '../../directory/former-membership.entity.js';
import { GroupRow } from '../../directory/group.entity.js';
import { MembershipRow } from '../../directory/membership.entity.js';

import type { RenamedKeys } from '../plan/renamed-keys.js';
import { SyncRunRow } from '../runs/sync-run.entity.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import { SPAN_TIME, SPANS, type Baseline, type Span } from '../guard/spans.js';
import { readApprovals } from './read-approvals.js';
import { findReassignedKeys } from './reassigned-keys.js';
import { capacitiesIn, capacitiesOf, capacityKey, type Capacity } from '../guard/capacity.js';

interface BaselineOptions {
  readonly source: string;
  readonly at: Date;
  readonly renamed: RenamedKeys;
}

/** A capacity of a person that ended, with the time of its end. */
interface Loss {
  readonly personId: string;
  readonly key: string;
  readonly uai: string;
  readonly capacity: Capacity;
  readonly until: Date;
}

/**
 * Reads the schools of a source as they were a day and a week ago, whatever ended the attachments since. A directory that empties slowly
 * loses a few persons at each sync. Losses before an approval about their school do not count, nor those that a wrong clock dated in the
 * future.
 */
export async function readBaseline(
  unitOfWork: UnitOfWork,
  reading: BaselineOptions,
  snapshot: Pick<Snapshot, 'numberOf' | 'placesOf' | 'fields'>,
): Promise<Baseline> {
  const { source, at, renamed } = reading;
  // A leaver has no key when another person was renamed to it.
  const keyNow = (key: string): string => renamed.newKeys.get(key) ?? (renamed.storedKeys.has(key) ? '' : key);
  const begin = new Date(at.getTime() - SPAN_TIME.week);
  const approvals = await unitOfWork.run((manager) => readApprovals(manager, source, { from: begin, until: at }));
  const since = (span: Span, uai: string | undefined): number =>
    Math.max(at.getTime() - SPAN_TIME[span], approvals.lastOf(uai));
  const first = await unitOfWork.run((manager) => firstApplied(manager, source));
  const isKnown = (span: Span, uai: string | undefined): boolean =>
    first !== undefined && first.getTime() <= since(span, uai);

  const during = { source, from: begin, until: at };
  const ended = [
    ...(await unitOfWork.run((manager) => endedAttachments(manager, during))),
    ...(await unitOfWork.run((manager) => endedMemberships(manager, during))),
  ]
    .filter(({ uai, until }) => until.getTime() > since('week', uai))
    .map((loss) => ({ ...loss, key: keyNow(loss.key) }));
  const held = ended.length === 0 ? new Set<string>() : await heldNow(unitOfWork, ended);
  const keys = ended.filter((loss) => !isHeld(loss)).map(({ key }) => key);
  const reassigned = await findReassignedKeys(unitOfWork, reading, snapshot, keys);
  const lost = countLosses(ended, since, (loss) => isHeld(loss) || isNamed(loss));
  const latestBegin = Math.max(at.getTime() - SPAN_TIME.day, approvals.last);
  const isAnythingKnown = first !== undefined && first.getTime() <= latestBegin;
  const newcomers = isAnythingKnown
    ? await unitOfWork.run((manager) => readNewcomers(manager, { source, since: begin, keyNow }))
    : new Map<string, Date>();
  return {
    isKnown,
    spansWithout: (key, uai) => {
      const from = newcomers.size === 0 ? undefined : newcomers.get(`${uai} ${key}`)?.getTime();
      return from === undefined ? [] : SPANS.filter((span) => from > since(span, uai));
    },
    lost: (span, capacity) => lost[span].get(capacityKey(capacity)) ?? 0,
  };

  function isHeld({ personId, capacity }: Loss): boolean {
    return held.has(keyOf(personId, capacity));
  }

  /** Whether the snapshot gives the capacity back to the same person. Leavers count among the persons, not in the groups. */
  function isNamed({ key, capacity }: Loss): boolean {
    const number = reassigned.has(key) ? undefined : snapshot.numberOf(key);
    if (number === undefined) return capacity.kind === 'group';
    return capacitiesOf(snapshot.placesOf(number)).has(capacityKey(capacity));
  }
}

function countLosses(
  losses: readonly Loss[],
  since: (span: Span, uai: string) => number,
  isHeld: (loss: Loss) => boolean,
): Record<Span, Map<string, number>> {
  const counts = { day: new Map<string, number>(), week: new Map<string, number>() };
  for (const span of SPANS) {
    const seen = new Set<string>();
    for (const loss of losses.filter(({ uai, until }) => until.getTime() > since(span, uai))) {
      for (const capacity of capacitiesLost(loss)) {
        const one = keyOf(loss.personId, capacity);
        if (seen.has(one) || isHeld({ ...loss, capacity })) continue;
        seen.add(one);
        const key = capacityKey(capacity);
        counts[span].set(key, (counts[span].get(key) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** The end of an attachment ends what else it gave. */
function capacitiesLost({ capacity }: Loss): Capacity[] {
  return capacity.kind === 'profile' ? capacitiesIn(capacity.uai, capacity.profile) : [capacity];
}

/** A capacity of one person, to compare. */
function keyOf(personId: string, capacity: Capacity): string {
  return `${personId} ${capacityKey(capacity)}`;
}

interface During {
  readonly source: string;
  readonly from: Date;
  readonly until: Date;
}

async function firstApplied(manager: EntityManager, source: string): Promise<Date | undefined> {
  const run = await manager.findOne(SyncRunRow, { where: { source, state: 'applied' }, order: { id: 'ASC' } });
  return run?.endedAt ?? undefined;
}

async function endedAttachments(manager: EntityManager, { source, from, until: end }: During): Promise<Loss[]> {
  const rows = await manager
    .createQueryBuilder(AttachmentRow, 'attachment')
    .innerJoin(ExternalIdRow, 'external', 'external.personId = attachment.personId AND external.source = :source', {
      source,
    })
    .select('attachment.personId', 'personId')
    .addSelect('external.key', 'key')
    .addSelect('attachment.uai', 'uai')
    .addSelect('attachment.profile', 'profile')
    .addSelect('attachment.until', 'until')
    .where({ source, until: And(MoreThan(from), LessThanOrEqual(end)) })
    .getRawMany<{ personId: string; key: string; uai: string; profile: Profile; until: unknown }>();
  return rows.map(({ profile, until, ...row }) => {
    return { ...row, capacity: { kind: 'profile', uai: row.uai, profile }, until: instantOf(until) };
  });
}

/** Memberships of this school year's groups that ended; those of past years end with their year. */
async function endedMemberships(manager: EntityManager, { source, from, until: end }: During): Promise<Loss[]> {
  const rows = await manager
    .createQueryBuilder(FormerMembershipRow, 'former')
    .innerJoin(GroupRow, 'grp', 'grp.id = former.groupId AND grp.source = :source', { source })
    .innerJoin(ExternalIdRow, 'external', 'external.personId = former.personId AND external.source = :source')
    .select('former.personId', 'personId')
    .addSelect('external.key', 'key')
    .addSelect('grp.uai', 'uai')
    .addSelect('former.role', 'role')
    .addSelect('former.until', 'until')
    .where({ until: And(MoreThan(from), LessThanOrEqual(end)) })
    .andWhere('external.leftAt IS NULL')
    .getRawMany<{ personId: string; key: string; uai: string; role: MembershipRole; until: unknown }>();
  return rows.map(({ role, until, ...row }) => {
    return { ...row, capacity: { kind: 'group', uai: row.uai, role }, until: instantOf(until) };
  });
}

/** Current capacities of these persons: regained ones are not losses. */
async function heldNow(unitOfWork: UnitOfWork, losses: readonly Loss[]): Promise<Set<string>> {
  const held = new Set<string>();
  const add = (personId: string, capacity: Capacity): void => void held.add(keyOf(personId, capacity));
  for (const ids of batches([...new Set(losses.map(({ personId }) => personId))])) {
    const attachments = await unitOfWork.run((manager) =>
      manager.findBy(AttachmentRow, { personId: In([...ids]), until: IsNull() }),
    );
    for (const { personId, uai, profile } of attachments) {
      for (const capacity of capacitiesIn(uai, profile)) add(personId, capacity);
    }
    const memberships = await unitOfWork.run((manager) =>
      manager
        .createQueryBuilder(MembershipRow, 'membership')
        .innerJoin(GroupRow, 'grp', 'grp.id = membership.groupId AND grp.endedAt IS NULL')
        .select('membership.personId', 'personId')
        .addSelect('membership.role', 'role')
        .addSelect('grp.uai', 'uai')
        .where({ personId: In([...ids]) })
        .getRawMany<{ personId: string; role: MembershipRole; uai: string }>(),
    );
    for (const { personId, uai, role } of memberships) add(personId, { kind: 'group', uai, role });
  }
  return held;
}

/** Start times of persons that are new in a school since then, by UAI and current key. */
async function readNewcomers(
  manager: EntityManager,
  {
    source,
    since,
    keyNow,
  }: { readonly source: string; readonly since: Date; readonly keyNow: (key: string) => string },
): Promise<Map<string, Date>> {
  const rows = await manager
    .createQueryBuilder(AttachmentRow, 'attachment')
    .innerJoin(ExternalIdRow, 'external', 'external.personId = attachment.personId AND external.source = :source', {
      source,
    })
    .select('external.key', 'key')
    .addSelect('attachment.uai', 'uai')
    .addSelect('MIN(attachment.from)', 'from')
    .where({ source, until: IsNull(), from: MoreThan(since) })
    .andWhere((query) => {
      const earlier = query
        .subQuery()
        .select('1')
        .from(AttachmentRow, 'earlier')
        .where('earlier.personId = attachment.personId AND earlier.uai = attachment.uai')
        .andWhere('earlier.source = :source AND earlier.until IS NULL AND earlier.from <= :since', { since });
      return `NOT EXISTS ${earlier.getQuery()}`;
    })
    .groupBy('external.key')
    .addGroupBy('attachment.uai')
    .getRawMany<{ key: string; uai: string; from: unknown }>();
  return new Map(rows.map(({ key, uai, from }) => [`${uai} ${keyNow(key)}`, instantOf(from)]));
}

/** SQLite returns text in UTC without a zone, MariaDB a Date. */
function instantOf(value: unknown): Date {
  return value instanceof Date ? value : new Date(`${String(value).replace(' ', 'T')}Z`);
}
