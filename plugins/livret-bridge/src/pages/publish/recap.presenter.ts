// SPDX-License-Identifier: EUPL-1.2
import type { LivretRequest } from '../../brick-types.js';
import type { EndorsedGroup } from '../../domain/board/endorsed-groups.js';
import type { Readership } from '../../domain/board/readership.js';
import { TEN_MINUTES } from '../../domain/life/leaves-at.js';
import { capital } from '../../domain/periods/capital.js';
import { periodName } from '../../domain/periods/period-name.js';
import { previewOf, PUBLISH_PATH, publishOf } from '../../paths.js';
import type { PeriodRow } from '../../store/period.entity.js';
import { nowButton, publishCrumbs } from './publish.presenter.js';
import type { RecapModel } from './recap.view.js';

interface RecapFacts {
  readonly row: PeriodRow;
  readonly readership: Readership;
  readonly endorsed: readonly EndorsedGroup[];
}

export function presentRecap(
  { row, readership, endorsed }: RecapFacts,
  reader: Pick<LivretRequest, 't' | 'format' | 'url' | 'clock'>,
): RecapModel {
  const { t, format, url, clock } = reader;
  const { bilans, classes, departed, pupils, families, withoutGuardian, waiting } = readership;
  const now = clock.now();
  const planned = row.publishAt && row.publishAt > now ? format.dayAndTime(row.publishAt) : undefined;
  const groups = departed > 0 ? [...classes, { name: t('departed.title'), count: departed }] : classes;
  const first = endorsed[0]?.pupils[0];
  return {
    crumbs: publishCrumbs(row, t('recap.crumb'), reader),
    period: row.period,
    urls: { publish: url(PUBLISH_PATH), back: url(publishOf(row.period)) },
    facts: [
      {
        title: t('recap.bilans', { count: bilans.length }),
        detail: [
          `${capital(periodName(row, t))}.`,
          ...groups.map(({ name, count }) => t('recap.ofClass', { name, count })),
        ].join(' '),
      },
      ...(families > 0
        ? [{ title: t('publish.families', { count: families }), detail: t('recap.families', { count: families }) }]
        : []),
      ...(pupils > 0
        ? [{ title: t('publish.pupils', { count: pupils }), detail: t('recap.pupils', { count: pupils }) }]
        : []),
      ...(withoutGuardian > 0
        ? [{ title: t('recap.alone'), detail: t('recap.aloneDetail', { count: withoutGuardian }) }]
        : []),
      { title: t('recap.teachers'), detail: t('recap.teachersDetail') },
      ...(planned === undefined ? [] : [{ title: t('recap.date'), detail: t('recap.dateDetail', { when: planned }) }]),
    ],
    waits: t('recap.waits', { hour: format.hour(new Date(now.getTime() + TEN_MINUTES)) }),
    button: nowButton(families, t),
    keep: planned === undefined ? t('recap.back') : t('recap.keep', { when: planned }),
    eyes: first
      ? [
          { url: url(previewOf(first.bilanId, 'family')), label: t('recap.asFamily'), icon: 'people-fill' },
          { url: url(previewOf(first.bilanId, 'pupil')), label: t('recap.asPupil'), icon: 'backpack-fill' },
        ]
      : [],
    waiting: waiting.map(({ name, count }) => t('publish.waiting', { name, count })),
  };
}
