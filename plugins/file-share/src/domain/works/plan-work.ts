// SPDX-License-Identifier: EUPL-1.2
import type { WorkRow } from '../../store/work.entity.js';
import { planTimes } from './plan-times.js';
import type { WorkFields } from './work.input.js';
import type { PlanTools, WorkPlan, WorkProblems } from './work-plan.js';

/** The length of the column `title`, and of instructions that a pupil can read. */
const LONGEST_TITLE = 200;
const LONGEST_TEXT = 10_000;
const LEVEL = 'level:';

/** Reads the form of a work. With problems, the plan is not to be stored. */
export function planWork(
  fields: WorkFields,
  tools: PlanTools,
): { readonly plan: WorkPlan; readonly problems: WorkProblems } {
  const problems: WorkProblems = new Map();
  const texts = planTexts(fields, tools, problems);
  const pupils = planPupils(fields, tools, problems);
  const times = planTimes(fields, tools, problems);
  return { plan: { ...texts, ...pupils, ...times }, problems };
}

function planTexts(
  fields: Pick<WorkFields, 'title' | 'text'>,
  { t, isHandedOut }: PlanTools,
  problems: WorkProblems,
): Pick<WorkPlan, 'title' | 'text'> {
  const title = fields.title.trim();
  const text = fields.text.trim();
  if (isHandedOut && title === '') problems.set('title', t('works.problem.noTitle'));
  if (Array.from(title).length > LONGEST_TITLE) {
    problems.set('title', t('works.problem.longTitle', { count: LONGEST_TITLE }));
  }
  if (text.length > LONGEST_TEXT) problems.set('text', t('works.problem.longText', { count: LONGEST_TEXT }));
  return { title, text };
}

function planPupils(
  fields: Pick<WorkFields, 'for' | 'pupils' | 'shown'>,
  { members, t, isHandedOut }: PlanTools,
  problems: WorkProblems,
): Pick<WorkPlan, 'audience' | 'level' | 'pupilIds' | 'shownIds'> {
  const nobody = { level: null, pupilIds: [], shownIds: [] };
  if (fields.for === 'class') return { audience: 'class', ...nobody };
  if (fields.for.startsWith(LEVEL)) {
    const level = fields.for.slice(LEVEL.length);
    if (!members.some((pupil) => pupil.level === level)) problems.set('for', t('works.problem.noLevel'));
    const others = members.filter((pupil) => pupil.level !== level);
    return { audience: 'level', ...nobody, level, shownIds: others.map(({ id }) => id) };
  }
  if (fields.for !== 'picked') problems.set('for', t('works.problem.noLevel'));
  const here = new Set(members.map(({ id }) => id));
  const pupilIds = [...new Set(fields.pupils)];
  if (pupilIds.some((id) => !here.has(id))) problems.set('pupils', t('works.problem.pupilLeft'));
  else if (isHandedOut && pupilIds.length === 0) problems.set('pupils', t('works.problem.noPupil'));
  // A program shows no form: it has named all that it means among the pupils of now.
  const shownIds = fields.shown.length > 0 ? fields.shown : [...here];
  return { audience: 'picked', level: null, pupilIds, shownIds };
}

/** The value of the field `for`. */
export function audienceValue({ audience, level }: Pick<WorkRow, 'audience' | 'level'>): string {
  return audience === 'level' ? `${LEVEL}${level ?? ''}` : audience;
}
