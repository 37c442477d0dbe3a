// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { isBeginningOfYear } from '../../directory/school-year.js';
import { capacitiesIn, capacitiesOf, capacityKey, type Capacity } from '../guard/capacity.js';
import { SPAN_TIME, SPANS, type Baseline, type Span } from '../guard/spans.js';
import type { RenamedKeys } from '../plan/renamed-keys.js';
import { SyncRunRow } from '../runs/sync-run.entity.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import { schoolYears, timeZoneIn, type CurrentPlaces } from '../state/current-places.js';
import { readApprovals } from './read-approvals.js';
import { keyOfLoss, readHeld, readLosses, type Loss } from './read-losses.js';
import { readNewcomers } from './read-newcomers.js';
import { findReassignedKeys } from './reassigned-keys.js';

interface BaselineOptions {
  readonly places: Pick<CurrentPlaces, 'source' | 'at' | 'timeZones'>;
  readonly renamed: RenamedKeys;
}

/**
 * Reads the schools of a source as they were a day and a week ago, whatever ended the attachments since. A directory that empties slowly
 * loses a few people at each sync. Losses before an approval about their school do not count, nor those that a wrong clock dated in the
 * future.
 */
export async function readBaseline(
  unitOfWork: UnitOfWork,
  { places, renamed }: BaselineOptions,
  snapshot: Pick<Snapshot, 'numberOf' | 'placesOf' | 'fields' | 'groups'>,
): Promise<Baseline> {
  const { source, at } = places;
  // A leaver has no key when another person was renamed to it.
  const keyNow = (key: string): string => renamed.newKeys.get(key) ?? (renamed.storedKeys.has(key) ? '' : key);
  const begin = new Date(at.getTime() - SPAN_TIME.week);
  const approvals = await unitOfWork.run((manager) => readApprovals(manager, source, { from: begin, until: at }));
  const since = (span: Span, uai: string | undefined): number =>
    Math.max(at.getTime() - SPAN_TIME[span], approvals.lastOf(uai));
  const first = await unitOfWork.run((manager) => firstApplied(manager, source));
  const isKnown = (span: Span, uai: string | undefined): boolean =>
    first !== undefined && first.getTime() <= since(span, uai);

  const yearOf = schoolYears(places);
  const ended = (await readLosses(unitOfWork, { source, from: begin, until: at, yearOf }))
    .filter(({ uai, until }) => until.getTime() > since('week', uai))
    .map((loss) => ({ ...loss, key: keyNow(loss.key) }));
  const people = ended.map(({ personId }) => personId);
  const held = await readHeld(unitOfWork, people, yearOf);
  const isHeld = ({ personId, capacity }: Loss): boolean => held.has(keyOfLoss(personId, capacity));
  // Changes of class at the beginning of a school year do not count.
  const classesLeft = ended.filter(
    (loss) => isOfClass(loss) && !isBeginningOfYear(loss.until, timeZoneIn(places, loss.uai)),
  );
  const asked = [...ended.filter((loss) => !isHeld(loss)), ...classesLeft].map(({ key }) => key);
  const placesNow = new PlacesNow(snapshot, await findReassignedKeys(unitOfWork, { source, renamed }, snapshot, asked));
  const lost = countLosses(ended, since, (loss) => isHeld(loss) || placesNow.givesBack(loss));
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
    spansInOtherClass: findClassLeavers(classesLeft, { since, isIn: (key, group) => placesNow.isIn(key, group) }),
    lost: (span, capacity) => lost[span].get(capacityKey(capacity)) ?? 0,
  };
}

/** Looks up what the snapshot gives people now. */
class PlacesNow {
  constructor(
    private readonly snapshot: Pick<Snapshot, 'numberOf' | 'placesOf' | 'groups'>,
    /** Keys that name another person now. */
    private readonly reassigned: ReadonlySet<string>,
  ) {}

  isIn(key: string, group: string): boolean {
    return this.#of(key)?.memberships.has(group) === true;
  }

  /** Whether the snapshot gives the capacity back to the same person. Leavers count among the people, not in the groups. */
  givesBack({ key, capacity }: Loss): boolean {
    const places = this.#of(key);
    if (!places) return capacity.kind === 'group' || capacity.kind === 'group-of-kind';
    return capacitiesOf(places, (group) => this.snapshot.groups.get(group)?.kind).has(capacityKey(capacity));
  }

  #of(key: string): ReturnType<Snapshot['placesOf']> | undefined {
    const number = this.reassigned.has(key) ? undefined : this.snapshot.numberOf(key);
    return number === undefined ? undefined : this.snapshot.placesOf(number);
  }
}

function isOfClass({ capacity }: Loss): boolean {
  if (capacity.kind !== 'group-of-kind') return false;
  return capacity.group === 'class' && capacity.profile === 'pupil' && capacity.role === 'member';
}

async function firstApplied(manager: EntityManager, source: string): Promise<Date | undefined> {
  const run = await manager.findOne(SyncRunRow, { where: { source, state: 'applied' }, order: { id: 'ASC' } });
  return run?.endedAt ?? undefined;
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
        const one = keyOfLoss(loss.personId, capacity);
        if (seen.has(one) || isHeld({ ...loss, capacity })) continue;
        seen.add(one);
        const key = capacityKey(capacity);
        counts[span].set(key, (counts[span].get(key) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** The capacities that a loss ends: the end of an attachment also ends everything else that it gave. */
function capacitiesLost({ capacity }: Loss): Capacity[] {
  return capacity.kind === 'profile' ? capacitiesIn(capacity.uai, capacity.profile) : [capacity];
}

interface LeaversOptions {
  /** The beginning of a span in a school, in milliseconds. */
  readonly since: (span: Span, uai: string) => number;
  /** Whether a person is in a group now. @param group a `groupKey` */
  readonly isIn: (key: string, group: string) => boolean;
}

/**
 * Finds pupils who had another class when a span began: the class that they left first in the span is not theirs now. Pupils who are
 * back have left their later class, too, and have the one of the beginning.
 * @param losses memberships in classes that ended
 * @returns the spans of a person, by key, in a school
 */
function findClassLeavers(
  losses: readonly Loss[],
  { since, isIn }: LeaversOptions,
): (key: string, uai: string) => readonly Span[] {
  const byPerson = new Map<string, Loss[]>();
  for (const loss of losses) {
    const of = `${loss.uai} ${loss.key}`;
    byPerson.set(of, [...(byPerson.get(of) ?? []), loss]);
  }
  return (key, uai) => {
    const left = byPerson.size === 0 ? undefined : byPerson.get(`${uai} ${key}`);
    if (!left) return [];
    return SPANS.filter((span) => {
      const inSpan = left.filter(({ until }) => until.getTime() > since(span, uai));
      const first = Math.min(...inSpan.map(({ until }) => until.getTime()));
      const atBeginning = inSpan.filter(({ until }) => until.getTime() === first);
      return atBeginning.length > 0 && !atBeginning.some(({ group = '' }) => isIn(key, group));
    });
  };
}
