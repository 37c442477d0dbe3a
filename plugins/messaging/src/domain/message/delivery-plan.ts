// SPDX-License-Identifier: EUPL-1.2
import type { HeldFor, Judgement } from '../rules/judgement.js';

/** The fate of a message at one instant. */
export interface DeliveryPlan {
  /** People who receive it now. */
  readonly now: readonly string[];
  /** Instant in milliseconds → people who receive it then, the earliest first. */
  readonly later: ReadonlyMap<number, readonly string[]>;
  /** Class → people who receive it once a teacher of the class has accepted it. */
  readonly held: ReadonlyMap<string, readonly string[]>;
  /** Why teachers read first: a policy has one reason for all. Undefined when nothing is held. */
  readonly heldFor: HeldFor | undefined;
  readonly refused: ReadonlyMap<string, Refusal>;
  /** The next instant at which a part is due; undefined when no part is due later. */
  readonly next: Date | undefined;
}

export type Refusal = Extract<Judgement, { outcome: 'refused' }>;

/** Sorts judgements by what is to be done. What a breaker stopped is due when it ends. */
export function planDelivery(judgements: ReadonlyMap<string, Judgement>): DeliveryPlan {
  const now: string[] = [];
  const later = new Map<number, string[]>();
  const held = new Map<string, string[]>();
  const refused = new Map<string, Refusal>();
  let heldFor: HeldFor | undefined;
  for (const [personId, judgement] of judgements) {
    if (judgement.outcome === 'now') now.push(personId);
    else if (judgement.outcome === 'later') addTo(later, judgement.until.getTime(), personId);
    else if (judgement.outcome === 'held') {
      addTo(held, judgement.groupId, personId);
      heldFor = judgement.heldFor;
    } else refused.set(personId, judgement);
  }
  const instants = [...later.keys(), ...endsOfBreakers(refused.values())];
  return {
    now,
    later: new Map([...later].sort(([one], [other]) => one - other)),
    held,
    heldFor,
    refused,
    next: instants.length === 0 ? undefined : new Date(Math.min(...instants)),
  };
}

function addTo<K>(lists: Map<K, string[]>, key: K, personId: string): void {
  const list = lists.get(key);
  if (list) list.push(personId);
  else lists.set(key, [personId]);
}

function endsOfBreakers(refusals: Iterable<Refusal>): number[] {
  return [...refusals].flatMap((refusal) =>
    refusal.reason === 'stopped' && refusal.breaker.until ? [refusal.breaker.until.getTime()] : [],
  );
}
