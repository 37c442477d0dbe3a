// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../api/people.js';
import { inForce, reachedAs, type Reach } from '../../domain/activation/activation-rule.js';
import type { ActivationRow } from '../../domain/activation/activation.entity.js';
import type { LoadedBrick } from '../../domain/bricks/loaded-brick.js';

/**
 * Whether a person has a brick in a school, and why: `on`, by these rules; `off`, without any; `later`, by rules that have not begun;
 * `others`, since these rules reach other people; `noPermission`, since none of its permissions is for the person's profiles;
 * `failed`, since the brick does not run; `missing`, since the settings do not name it any more.
 */
export interface BrickStanding {
  readonly id: string;
  readonly state: 'on' | 'off' | 'later' | 'others' | 'noPermission' | 'failed' | 'missing';
  readonly rules: readonly ActivationRow[];
  /** Why a brick failed, and what to do about it. */
  readonly cause?: string;
  readonly remedy?: string | undefined;
}

/** @param brick undefined: the settings do not name it @param rules those of the school in force or to come */
export function brickStanding(
  id: string,
  brick: LoadedBrick | undefined,
  rules: readonly ActivationRow[],
  reach: Reach,
  now: Date,
): BrickStanding {
  if (rules.length === 0) return { id, state: 'off', rules };
  if (!brick) return { id, state: 'missing', rules };
  const reaching = rules.filter((rule) => reachedAs([rule], reach, now).length > 0);
  if (reaching.length === 0) {
    const later = rules.filter((rule) => !inForce(rule, now) && reachedAs([rule], reach, rule.from).length > 0);
    return later.length > 0 ? { id, state: 'later', rules: later } : { id, state: 'others', rules };
  }
  if (brick.state === 'failed') {
    const { cause, remedy } = brick;
    return { id, state: 'failed', rules: reaching, cause, remedy };
  }
  return { id, state: holdsPermission(brick, reachedAs(rules, reach, now)) ? 'on' : 'noPermission', rules: reaching };
}

function holdsPermission({ manifest }: LoadedBrick, profiles: readonly Profile[]): boolean {
  const permissions = Object.values(manifest?.permissions ?? {});
  return permissions.some((permission) => permission.profiles.some((profile) => profiles.includes(profile)));
}
