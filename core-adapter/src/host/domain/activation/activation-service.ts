// SPDX-License-Identifier: EUPL-1.2
import type { AuditSubject } from '../../../api/audit.js';
import { ConflictError, NotFoundError } from '../../../api/errors.js';
import type { Clock } from '../../../api/log.js';
import type { Profile } from '../../../api/people.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import { newId } from '../../infra/database/new-id.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { findCurrentGroups } from '../directory/group-list.js';
import { lockSchool } from '../directory/lock-school.js';
import { covers, isAsChosen, keepingFormer, ruleOf, WHOLE_SCHOOL, type ActivationChoice } from './activation-choice.js';
import { ActivationRow } from './activation.entity.js';
import { howReached, type Activation, type Reach, type Reached } from './activation-rule.js';
import { subjectOf, subjectOfAll } from './audit-subject.js';
import { problemsOf, refuse } from './choice-problems.js';
import { findBricksOn, findLastDecision, findRules, findRulesIn, groupedBy, type SchoolRules } from './find-rules.js';
import { lastDecision } from './last-decision.js';
import { lastRules, type LastRule } from './last-rules.js';
import { rulesVersion } from './rules-version.js';
import { replaceInstead, settleRule } from './settle-rule.js';

/** A decision about a brick in a school, while it is being taken. */
interface Decision {
  readonly uai: string;
  readonly brick: string;
  readonly actor: string;
  /** `rulesVersion` of the rules that the actor saw. */
  readonly seen: string | undefined;
}

/**
 * Which bricks are on in each school, for which profiles and groups, and when: rows joined by OR. Nothing is cached, so a change counts
 * from the next request on. A change with `seen` is refused when another user has changed the rules since.
 */
export class ActivationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly auditTrail: AuditTrail,
  ) {}

  /** The rules of these schools in force or to come, by one statement. */
  rulesIn(uais: readonly string[]): Promise<SchoolRules> {
    return findRulesIn(this.unitOfWork, uais, this.clock.now());
  }

  /**
   * The bricks that reach a person in a school now. `ties` is called only when an activation names groups.
   * @param rules of this school and of others, where the request reads them once for all schools
   */
  async bricksFor(
    uai: string,
    profiles: readonly Profile[],
    ties: () => Promise<Reach['ties']>,
    rules: Promise<SchoolRules> = this.rulesIn([uai]),
  ): Promise<ReadonlyMap<string, Reached>> {
    const { inForce, at } = await rules;
    const rows = inForce.filter((rule) => rule.uai === uai);
    const reach: Reach = { profiles, ties: rows.some((row) => row.groupIds.length > 0) ? await ties() : [] };
    const found = [...groupedBy('brick', rows)].flatMap(([brick, own]) => {
      const reached = howReached(own, reach, at);
      return reached ? [[brick, reached] as const] : [];
    });
    return new Map(found);
  }

  /** The bricks that are on in each of these schools now, for at least one person. */
  bricksOn(uais: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    return findBricksOn(this.unitOfWork, uais, this.clock.now());
  }

  /** The rules of a brick in a school that are in force or to come, the earliest first. */
  rules(uai: string, brick: string): Promise<ActivationRow[]> {
    return findRules(this.unitOfWork, { uai, brick }, this.clock.now());
  }

  /** The rules of a brick in force or to come, by UAI; schools without rules are absent. */
  async rulesBySchool(brick: string): Promise<ReadonlyMap<string, readonly ActivationRow[]>> {
    return groupedBy('uai', await findRules(this.unitOfWork, { brick }, this.clock.now()));
  }

  /** The rules of a school in force or to come, by brick; bricks without rules are absent. */
  async rulesByBrick(uai: string): Promise<ReadonlyMap<string, readonly ActivationRow[]>> {
    return groupedBy('brick', await findRules(this.unitOfWork, { uai }, this.clock.now()));
  }

  /**
   * Adds a rule: for the whole school, unless the choice says otherwise.
   * @throws InputError when the choice is invalid
   * @throws ConflictError when a rule covers it already
   */
  enable(
    uai: string,
    brick: string,
    actor: string,
    choice: ActivationChoice = WHOLE_SCHOOL,
    seen?: string,
  ): Promise<ActivationRow> {
    const decision = { uai, brick, actor, seen };
    return this.#decide(decision, 'enable', subjectOf(choice), async (rules, now) => {
      const rule = await this.#ruleOf(uai, choice, now);
      if (rules.some((other) => covers(other, rule))) throw await this.#conflict(decision, 'is on already');
      const added = await this.#add(decision, { ...rule, replaces: null }, now);
      return { subject: subjectOf(choice), result: added };
    });
  }

  /**
   * Replaces a rule. A rule in force ends when the new rule begins; a rule still to come is called off, and the rule that it was to replace
   * stays until the new rule begins. The groups of the rule that have ended and those of former years stay in it (ADR 77).
   * @throws InputError when the choice is invalid
   * @throws NotFoundError when the brick has no such rule in the school
   * @throws ConflictError when the rule is over, or already equals the choice
   */
  change(
    uai: string,
    brick: string,
    ruleId: string,
    actor: string,
    choice: ActivationChoice,
    seen?: string,
  ): Promise<ActivationRow> {
    const decision = { uai, brick, actor, seen };
    return this.#decide(decision, 'change', subjectOf(choice), async (rules, now) => {
      const old = await this.#openRule(decision, rules, ruleId);
      const current = await this.#groupIds(uai, now);
      const kept = keepingFormer(choice, old, current);
      refuse(problemsOf(kept, [...current, ...old.groupIds], now));
      const rule = ruleOf(kept, now);
      if (isAsChosen(old, kept, now)) throw await this.#conflict(decision, 'is set that way already');
      const isToCome = old.from.getTime() > now.getTime();
      if (isToCome) await this.#end(old, actor, now);
      const replaces = isToCome ? old.replaces : old.id;
      const added = await this.#add(decision, { ...rule, replaces }, now);
      await this.#settle(decision, replaces, [...rules.filter((one) => one !== old || !isToCome), added], now);
      return { subject: subjectOf(kept), result: added };
    });
  }

  /**
   * Ends one rule now. A rule that has not begun is called off, and the rule that it was to replace stays.
   * @throws NotFoundError when the brick has no such rule in the school, ConflictError when it is over
   */
  async endRule(uai: string, brick: string, ruleId: string, actor: string, seen?: string): Promise<void> {
    const decision = { uai, brick, actor, seen };
    const row = await this.unitOfWork.run((manager) => manager.findOneBy(ActivationRow, { id: ruleId, uai, brick }));
    await this.#decide(decision, 'stop', row ? subjectOf(row) : {}, async (rules, now) => {
      const rule = await this.#openRule(decision, rules, ruleId);
      await this.#end(rule, actor, now);
      const left = rules.filter((one) => one !== rule);
      await this.#settle(decision, rule.replaces, left, now);
      return { subject: subjectOf(rule), result: undefined };
    });
  }

  /**
   * Switches a brick off for the whole school: ends the rules in force and calls off the rules to come.
   * @throws ConflictError when the brick has neither
   */
  async disable(uai: string, brick: string, actor: string, seen?: string): Promise<void> {
    const decision = { uai, brick, actor, seen };
    await this.#decide(decision, 'disable', {}, async (rules, now) => {
      if (rules.length === 0) throw await this.#conflict(decision, 'is off already');
      for (const rule of rules) await this.#end(rule, actor, now);
      return { subject: {}, result: undefined };
    });
  }

  /**
   * Switches a brick on again with the rules that ended together when it was last switched off.
   * @throws ConflictError when the brick is on, or when there are no such rules
   */
  async restore(uai: string, brick: string, actor: string, seen?: string): Promise<readonly ActivationRow[]> {
    const decision = { uai, brick, actor, seen };
    const asked = subjectOfAll(await this.#lastRules(decision, this.clock.now()));
    return this.#decide(decision, 'enable', asked, async (rules, now) => {
      if (rules.length > 0) throw await this.#conflict(decision, 'is on already');
      const last = await this.#lastRules(decision, now);
      if (last.length === 0) throw await this.#conflict(decision, 'has no rules to bring back');
      const added = new Map<string, ActivationRow>();
      for (const rule of last) {
        const replaces = added.get(rule.replaces ?? '')?.id ?? null;
        added.set(rule.id, await this.#add(decision, { ...rule, replaces }, now));
      }
      const all = [...added.values()];
      for (const { replaces } of all) await this.#settle(decision, replaces, all, now);
      return { subject: subjectOfAll(last), result: all };
    });
  }

  /**
   * Takes back the last decision about a brick: rules that the decision began end, and rules that it ended come back as they were.
   * @throws ConflictError when there is none
   */
  async undo(uai: string, brick: string, actor: string, seen?: string): Promise<void> {
    const decision = { uai, brick, actor, seen };
    const asked = lastDecision(await this.history(uai, brick), this.clock.now());
    await this.#decide(decision, 'change', subjectOfAll(asked?.ended ?? []), async (rules, now) => {
      const last = lastDecision(await this.history(uai, brick), now);
      if (!last) throw await this.#conflict(decision, 'has no decision to take back');
      for (const rule of last.begun) await this.#end(rule, actor, now);
      const stay = rules.filter(({ id }) => !last.begun.some((rule) => rule.id === id));
      const back = new Map<string, ActivationRow>();
      for (const rule of last.ended) back.set(rule.id, await this.#add(decision, rule, now));
      const moved = await replaceInstead(this.unitOfWork, back, [...stay, ...back.values()]);
      const replaced = [...last.begun, ...back.values(), ...moved].map(({ replaces }) => replaces);
      for (const id of new Set(replaced)) await this.#settle(decision, id, [...stay, ...back.values()], now);
      return { subject: subjectOfAll(last.ended), result: undefined };
    });
  }

  /** Every rule that a brick ever had in a school, the latest decision first; an old rule may have ended just now. */
  history(uai: string, brick: string): Promise<ActivationRow[]> {
    return this.unitOfWork.run((manager) =>
      manager.find(ActivationRow, { where: { uai, brick }, order: { decidedAt: 'DESC', id: 'DESC' } }),
    );
  }

  /** Serializes the decisions in a school: each is checked against the rules as they are then, and audited. */
  #decide<R>(
    decision: Decision,
    verb: 'enable' | 'change' | 'stop' | 'disable',
    asked: AuditSubject,
    work: (rules: readonly ActivationRow[], now: Date) => Promise<{ subject: AuditSubject; result: R }>,
  ): Promise<R> {
    const { uai, brick, actor, seen } = decision;
    const audited = { actor, uai, action: `core.brick.${verb}`, subject: { brick, ...asked } };
    return this.auditTrail.record(audited, async () => {
      await lockSchool(this.unitOfWork, uai);
      const now = this.clock.now();
      const rules = await findRules(this.unitOfWork, { uai, brick }, now);
      if (seen !== undefined && seen !== rulesVersion(rules)) {
        throw await this.#conflict(decision, 'has been changed by somebody else');
      }
      const { subject, result } = await work(rules, now);
      return { subject: { brick, ...subject }, result };
    });
  }

  async #lastRules({ uai, brick }: Decision, now: Date): Promise<readonly LastRule[]> {
    const groupIds = await this.#groupIds(uai, now);
    return lastRules(await this.history(uai, brick), groupIds, now);
  }

  async #ruleOf(uai: string, choice: ActivationChoice, now: Date): Promise<Activation> {
    const groupIds = choice.groupIds.length === 0 ? [] : await this.#groupIds(uai, now);
    refuse(problemsOf(choice, groupIds, now));
    return ruleOf(choice, now);
  }

  /** The groups of this school year that have not ended. */
  async #groupIds(uai: string, now: Date): Promise<string[]> {
    return (await findCurrentGroups(this.unitOfWork, { uai, now })).map(({ id }) => id);
  }

  async #openRule(decision: Decision, rules: readonly ActivationRow[], id: string): Promise<ActivationRow> {
    const { uai, brick } = decision;
    const open = rules.find((rule) => rule.id === id);
    if (open) return open;
    if (await this.unitOfWork.run((manager) => manager.existsBy(ActivationRow, { id, uai, brick }))) {
      throw await this.#conflict(decision, 'has lost that rule already');
    }
    throw new NotFoundError(`${brick} has no rule ${id} in ${uai}.`, { details: { brick, uai } });
  }

  async #add(
    { uai, brick, actor }: Decision,
    rule: Activation & Pick<ActivationRow, 'replaces'>,
    now: Date,
  ): Promise<ActivationRow> {
    const { from, until, replaces } = rule;
    const row: ActivationRow = {
      ...{ id: newId(), uai, brick, profiles: [...rule.profiles], groupIds: [...rule.groupIds] },
      ...{ from, until, chosenUntil: until, replaces },
      ...{ enabledBy: actor, decidedAt: now, disabledBy: null, endedAt: null },
    };
    await this.unitOfWork.run((manager) => manager.insert(ActivationRow, row));
    return row;
  }

  /** Ends a rule without deleting it: now, or at its start if it has not begun. */
  async #end({ id, from }: ActivationRow, actor: string, now: Date): Promise<void> {
    const until = from.getTime() > now.getTime() ? from : now;
    await this.unitOfWork.run((manager) =>
      manager.update(ActivationRow, { id }, { until, disabledBy: actor, endedAt: now }),
    );
  }

  #settle({ actor }: Decision, id: string | null, open: readonly ActivationRow[], now: Date): Promise<void> {
    return settleRule(this.unitOfWork, { id, open, actor, now });
  }

  async #conflict({ uai, brick }: Decision, what: string): Promise<ConflictError> {
    const last = await findLastDecision(this.unitOfWork, { uai, brick });
    return new ConflictError(`${brick} ${what} in ${uai}.`, { details: { brick, uai, ...last } });
  }
}
