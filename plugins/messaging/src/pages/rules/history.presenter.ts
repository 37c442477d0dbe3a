// SPDX-License-Identifier: EUPL-1.2
import { changesBetween } from '../../domain/policy/changes.js';
import { defaultDecisions } from '../../domain/policy/decisions.js';
import type { SchoolRules } from './read-rules.js';
import { nameOf } from './pause.presenter.js';
import { changeSentence, type RuleWords } from '../shared/rule-words.js';
import type { HistoryLine } from './rules.model.js';

const SHOWN = 20;

/** Changes with their time and the head: decisions and pauses together, the newest first. */
export function presentHistory(rules: SchoolRules, words: RuleWords): HistoryLine[] {
  const { t, format } = words;
  return [...decisionsOf(rules, words), ...pausesOf(rules, words)]
    .toSorted((one, other) => other.at.getTime() - one.at.getTime())
    .slice(0, SHOWN)
    .map(({ key, at, by, changes }) => ({
      key,
      when: t('rules.historyLine', { when: format.dayAndTime(at), who: nameOf(by, rules, words) }),
      changes,
    }));
}

interface Event {
  readonly key: string;
  readonly at: Date;
  readonly by: string | null;
  readonly changes: readonly string[];
}

function decisionsOf({ pastDecisions }: SchoolRules, words: RuleWords): Event[] {
  return pastDecisions.flatMap((after, index): Event[] => {
    const before = pastDecisions[index + 1] ?? (after.number === 1 ? defaultDecisions(words.school) : undefined);
    if (!before || !after.decidedAt) return [];
    const changes = changesBetween(before, after).map((change) => changeSentence(change, words));
    return [{ key: `rules ${after.number}`, at: after.decidedAt, by: after.decidedBy, changes }];
  });
}

function pausesOf({ pastPauses }: SchoolRules, { t }: RuleWords): Event[] {
  return pastPauses.flatMap(({ id, profile, reason, startedAt, startedBy, endedAt, endedBy }): Event[] => {
    const whom = t(`pause.whom.${profile}`);
    const start = {
      key: `start ${id}`,
      at: startedAt,
      by: startedBy,
      changes: [t('rules.historyPause', { whom, reason })],
    };
    if (!endedAt) return [start];
    return [start, { key: `end ${id}`, at: endedAt, by: endedBy, changes: [t('rules.historyPauseEnd', { whom })] }];
  });
}
