// SPDX-License-Identifier: EUPL-1.2
import { attachmentKey, readGroupKey, type PersonState } from '../state/person-state.js';
import type { KindOf } from './capacity.js';
import type { GroupKinds } from './group-kinds.js';
import type { RetentionCount } from './retention-count.js';
import type { Baseline, Span } from './spans.js';

interface Counts {
  before: number;
  kept: number;
  /** Pupils who keep their class in this sync and had another one at the beginning of the span. */
  readonly changed: Record<Span, number>;
}

/** Counts, by school, pupils who have a class before and after, and those among them that keep one. */
export class ClassChanges {
  readonly #counts = new Map<string, Counts>();

  constructor(
    private readonly baseline: Baseline,
    private readonly kinds: GroupKinds,
  ) {}

  compare(was: PersonState, is: PersonState): void {
    const isSame = is === was && !this.kinds.haveChanged;
    const [before, after] = [classesOf(was, this.kinds.before), isSame ? undefined : classesOf(is, this.kinds.after)];
    for (const [uai, classes] of before) {
      const now = isSame ? classes : (after?.get(uai) ?? []);
      // Pupils who left, and pupils without a class, count among the losses.
      if (now.length === 0) continue;
      const counts = this.#counts.get(uai) ?? { before: 0, kept: 0, changed: { day: 0, week: 0 } };
      this.#counts.set(uai, counts);
      counts.before += 1;
      if (!classes.some((one) => now.includes(one))) continue;
      counts.kept += 1;
      for (const span of this.baseline.spansInOtherClass(was.key, uai)) counts.changed[span] += 1;
    }
  }

  /** Pupils of a school with a class, and those that keep it; with a span, those that have it since the beginning of the span. */
  of(uai: string, span?: Span): RetentionCount {
    const { before, kept, changed } = this.#counts.get(uai) ?? { before: 0, kept: 0, changed: { day: 0, week: 0 } };
    // When nobody changes in this sync there is nothing to judge.
    return { before, kept: span === undefined || kept === before ? kept : kept - changed[span] };
  }
}

/** The classes (`groupKey`) that a person is in as a pupil, by UAI. */
function classesOf({ attachments, memberships }: PersonState, kindOf: KindOf): Map<string, string[]> {
  const classes = new Map<string, string[]>();
  for (const [group, role] of memberships) {
    if (role !== 'member' || kindOf(group) !== 'class') continue;
    const { uai } = readGroupKey(group);
    if (attachments.has(attachmentKey(uai, 'pupil'))) classes.set(uai, [...(classes.get(uai) ?? []), group]);
  }
  return classes;
}
