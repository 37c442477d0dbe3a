// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type Profile } from '@volee/core-adapter';
import { REACHES, type Reach } from '../rules/policy.js';
import { KEPT_FOR, type Decisions, type KeptFor, type StoredHours } from './decisions.js';

/** The differences between two decisions. */
export type Change =
  | {
      readonly what: 'reach';
      readonly from: Profile;
      readonly to: Profile;
      readonly before: Reach;
      readonly after: Reach;
      readonly isWider: boolean;
    }
  | { readonly what: 'moderated'; readonly after: boolean; readonly isWider: boolean }
  | {
      readonly what: 'hours';
      readonly audience: 'pupils' | 'families';
      readonly after: StoredHours;
      readonly isWider: false;
    }
  /** A shorter time counts as wider: messages that are deleted do not come back. */
  | { readonly what: 'kept'; readonly after: KeptFor; readonly isWider: boolean };

/** The differences, in the order of the page. A wider one asks for a second look before it is in force. */
export function changesBetween(before: Decisions, after: Decisions): Change[] {
  return [...changesOfReach(before, after), ...otherChanges(before, after)];
}

function changesOfReach(before: Decisions, after: Decisions): Change[] {
  return PROFILES.flatMap((from) =>
    PROFILES.flatMap((to): Change[] => {
      const [was, is] = [before.rules[from][to], after.rules[from][to]];
      const isWider = REACHES.indexOf(is) > REACHES.indexOf(was);
      return was === is ? [] : [{ what: 'reach', from, to, before: was, after: is, isWider }];
    }),
  );
}

function otherChanges(before: Decisions, after: Decisions): Change[] {
  const { moderated, quietHours, keptFor } = after;
  const changes: Change[] = [];
  if (before.moderated !== moderated) changes.push({ what: 'moderated', after: moderated, isWider: !moderated });
  for (const audience of ['pupils', 'families'] as const) {
    const hours = quietHours[audience];
    if (JSON.stringify(before.quietHours[audience]) !== JSON.stringify(hours))
      changes.push({ what: 'hours', audience, after: hours, isWider: false });
  }
  if (before.keptFor !== keptFor) {
    const isShorter = KEPT_FOR.indexOf(keptFor) > KEPT_FOR.indexOf(before.keptFor);
    changes.push({ what: 'kept', after: keptFor, isWider: isShorter });
  }
  return changes;
}
