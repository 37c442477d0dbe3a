// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type Profile } from '@volee/core-adapter';
import type { MessagingTexts } from '../../brick-types.js';
import type { Decisions } from '../../domain/policy/decisions.js';
import type { RuleLine } from '../../domain/policy/rule-lines.js';
import { reachWords } from '../shared/rule-words.js';
import type { RuleCell, RuleRow } from './rules.model.js';

const ADULTS = ['teacher', 'head', 'staff'] as const;

/** The table, with one line for all adults of the school while they may write to the same persons. */
export function presentTable(
  decisions: Decisions,
  { t, lineUrl }: { readonly t: MessagingTexts; readonly lineUrl: (line: RuleLine) => string },
): RuleRow[] {
  const row = (id: string, from: Profile, label: string, line: RuleLine | undefined): RuleRow => ({
    id,
    label,
    cells: PROFILES.map((to) => presentCell(from, to, decisions, t)),
    changeUrl: line && lineUrl(line),
  });
  const [first, ...others] = ADULTS.map((from) => JSON.stringify(decisions.rules[from]));
  const areAlike = others.every((one) => one === first);
  return [
    row('pupil', 'pupil', t('rules.from.pupil'), 'pupil'),
    row('guardian', 'guardian', t('rules.from.guardian'), 'guardian'),
    ...(areAlike
      ? [row('adults', 'teacher', t('rules.from.adults'), 'adults')]
      : ADULTS.map((from) => row(from, from, t(`rules.from.${from}`), from === 'head' ? undefined : 'adults'))),
  ];
}

function presentCell(from: Profile, to: Profile, { rules, moderated }: Decisions, t: MessagingTexts): RuleCell {
  const reach = rules[from][to];
  const isHeld = from === 'pupil' && to === 'pupil' && reach === 'class' && moderated;
  const text = isHeld ? t('reach.classHeld') : reachWords({ from, to, reach }, t);
  const look = isHeld ? 'held' : reach === 'no' || reach === 'reply' ? reach : 'yes';
  return { to: t(`rules.to.${to}`), text, look };
}
