// SPDX-License-Identifier: EUPL-1.2
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import type { RetentionStats } from './guard/retention-stats.js';
import type { CrossSourceMatcher } from './matching/cross-source-matcher.js';
import { findFormerPersons } from './plan/find-former-persons.js';
import { hasOnlyAnotherId } from './plan/has-only-another-id.js';
import { IdsOfOthers } from './plan/ids-of-others.js';
import { planPeople } from './plan/plan-people.js';
import { recognisePersons, type Recognised } from './plan/recognise-persons.js';
import { readRenamedPersons, type RenamedKeys } from './plan/renamed-keys.js';
import type { SyncPlan } from './plan/sync-plan.js';
import type { UnreadPersons } from './plan/unread-persons.js';
import type { Snapshot } from './snapshot/snapshot.js';
import { schoolYears, type CurrentPlaces } from './state/current-places.js';
import { leaveNames } from './state/leave-names.js';
import { schoolsOf, type PersonState, type PersonStates } from './state/person-state.js';

export interface ComparisonContext {
  readonly unitOfWork: UnitOfWork;
  readonly before: CurrentPlaces;
  readonly snapshot: Snapshot;
  readonly renamed: RenamedKeys;
  readonly unread: UnreadPersons;
  readonly elsewhere: CrossSourceMatcher;
  readonly stats: RetentionStats;
}

/** Compares persons with their stored states, a batch at a time. */
export class PersonComparison {
  /** Keys that name another person than before, over all batches. */
  readonly replacedKeys = new Set<string>();
  readonly #idsOfOthers: IdsOfOthers;
  readonly #yearOf: (uai: string) => number;

  constructor(private readonly context: ComparisonContext) {
    this.#idsOfOthers = new IdsOfOthers(context.unitOfWork, context.before.source);
    this.#yearOf = schoolYears(context.before);
  }

  /**
   * Plans the changes to a batch of persons and counts them for the guard.
   * @param said the states read, by key; a key without one has left
   */
  async plan(
    keys: readonly string[],
    said: ReadonlyMap<string, PersonState>,
    digests: SyncPlan['digests'],
  ): Promise<SyncPlan> {
    const { unitOfWork, before, snapshot, renamed, unread, elsewhere } = this.context;
    const named = await readRenamedPersons(unitOfWork, before, keys, renamed);
    const { current, replaced } = recognisePersons(named, said, {
      idsOfOthers: await this.#idsOfOthers.find(named, said),
      strangers: await elsewhere.strangers(named),
    });
    const after = unread.keep({ current, replaced }, said);
    const recognised = { current: leaveNames(current, after), replaced };
    for (const key of replaced.keys()) this.replacedKeys.add(key);
    const likenesses = await elsewhere.find(recognised, after);
    this.#count(keys, recognised, after);
    const plan = planPeople({ before, after: snapshot }, recognised, after, likenesses);
    const from = keys.flatMap((to) => (renamed.has(to) ? [{ from: renamed.get(to) ?? '', to }] : []));
    const former = await findFormerPersons(unitOfWork, before, replaced, after);
    const persons = { ...plan.persons, renamed: from, homonyms: [...plan.persons.homonyms, ...former] };
    return { ...plan, persons, digests: unread.digests(digests, recognised.current, after, this.#yearOf) };
  }

  #count(keys: readonly string[], { current: { present, left }, replaced }: Recognised, after: PersonStates): void {
    const { stats } = this.context;
    for (const key of new Set([...keys, ...present.keys()])) stats.compare(present.get(key), after.get(key));
    for (const { formerKey } of [...replaced.values()].filter(hasOnlyAnotherId)) {
      stats.renew(schoolsOf((present.get(formerKey) ?? left.get(formerKey))?.attachments ?? []));
    }
  }
}
