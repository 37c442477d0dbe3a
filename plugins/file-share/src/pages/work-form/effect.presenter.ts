// SPDX-License-Identifier: EUPL-1.2
import { capital, dayWords, fullWhenWords } from '../../domain/time/when-words.js';
import type { FileShareRequest } from '../../brick-types.js';
import type { WorkPlan } from '../../domain/works/work-plan.js';
import type { EffectPoint, WorkEffect } from './work-form.model.js';

type EffectRequest = Pick<FileShareRequest, 't' | 'format' | 'clock' | 'school' | 'directory'>;

/** The effect of handing out a work: for how many pupils and families, from which day, and until when it can be changed. */
export async function presentEffect(
  plan: WorkPlan,
  pupilIds: readonly string[],
  request: EffectRequest,
): Promise<WorkEffect> {
  const { t, format, clock, directory } = request;
  const isLater = plan.visibleFrom > clock.now();
  const families = (await directory.guardiansOf(pupilIds)).size;
  return {
    title: isLater ? capital(request.format.weekdayAndDay(plan.visibleFrom)) : t('works.effect.now'),
    figures: [
      { value: pupilIds.length, label: t('works.effect.pupils', { count: pupilIds.length }) },
      { value: families, label: t('works.effect.families', { count: families }) },
      { value: format.bytes(0), label: t('works.effect.place') },
    ],
    points: presentPoints(plan, request),
    button: buttonWords(plan, pupilIds.length, request),
  };
}

function presentPoints(plan: WorkPlan, request: EffectRequest): EffectPoint[] {
  const { t } = request;
  const due = plan.dueAt && capital(fullWhenWords(plan.dueAt, request));
  const late = plan.lateUntil && request.format.weekdayAndDay(plan.lateUntil);
  return [
    { icon: 'lock-fill', text: t('works.effect.own') },
    ...(due ? [{ icon: 'clock-fill', text: t('works.effect.due', { due }) }] : []),
    ...(late ? [{ icon: 'hourglass-split', text: t('works.effect.late', { day: late }) }] : []),
    { icon: 'arrow-counterclockwise', text: t('works.effect.change') },
  ];
}

/** « Distribuer aux 11 CM1 lundi 30 » */
function buttonWords(plan: WorkPlan, count: number, request: EffectRequest): string {
  const { t, clock } = request;
  const { audience, level } = plan;
  const words =
    audience === 'level'
      ? t('works.handOut.level', { count, level: level ?? '' })
      : t('works.handOut.pupils', { count });
  return plan.visibleFrom > clock.now()
    ? t('works.handOut.later', { words, day: dayWords(plan.visibleFrom, request) })
    : words;
}
