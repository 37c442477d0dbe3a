// SPDX-License-Identifier: EUPL-1.2
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { ActivationRow } from './activation.entity.js';
import { endOfRule } from './end-of-rule.js';

/** A replaced rule, and the decision that changes its successors. */
interface Settling {
  /** The id of the replaced rule; null for none. */
  readonly id: string | null;
  /** The rules of the brick in the school that are in force or to come after the decision. */
  readonly open: readonly ActivationRow[];
  readonly actor: string;
  readonly now: Date;
}

/** Sets the end of a replaced rule to the start of its first successor, or back to the end chosen for it when it has no successor. */
export async function settleRule(unitOfWork: UnitOfWork, { id, open, actor, now }: Settling): Promise<void> {
  const rule = open.find((one) => one.id === id);
  if (!rule) return;
  const successors = open.filter(({ replaces }) => replaces === id);
  const ended = successors.length > 0 ? { disabledBy: actor, endedAt: now } : { disabledBy: null, endedAt: null };
  const until = endOfRule(rule.chosenUntil, successors);
  await unitOfWork.run((manager) => manager.update(ActivationRow, { id: rule.id }, { until, ...ended }));
}

/**
 * Lets open rules replace those that came back under another id, as they replaced the former ones.
 * @param back by their former ids
 * @returns the rules that were changed
 */
export async function replaceInstead(
  unitOfWork: UnitOfWork,
  back: ReadonlyMap<string, ActivationRow>,
  open: readonly ActivationRow[],
): Promise<readonly ActivationRow[]> {
  const moved = open.filter(({ replaces }) => back.has(replaces ?? ''));
  for (const rule of moved) {
    rule.replaces = back.get(rule.replaces ?? '')?.id ?? null;
    const { id, replaces } = rule;
    await unitOfWork.run((manager) => manager.update(ActivationRow, { id }, { replaces }));
  }
  return moved;
}
