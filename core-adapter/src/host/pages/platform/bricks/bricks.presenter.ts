// SPDX-License-Identifier: EUPL-1.2
import { faultText } from '../../../domain/bricks/brick-fault.js';
import { isFeature, type LoadedBrick } from '../../../domain/bricks/loaded-brick.js';
import type { Troubles } from '../../../infra/util/brick-error-log.js';
import type { PlatformBrick } from './platform-bricks.view.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';
import type { PageFormatter } from '../shared/page-formatter.js';
import { withQuery } from '../../../http/read-query.js';
import { nameBrick } from '../schools/schools.presenter.js';

export interface BrickFacts {
  /** The number of schools in which it is on. */
  readonly schools: number;
  readonly troubles: Troubles | undefined;
  readonly jobsGivenUp: number | undefined;
}

export function presentBrick(
  brick: LoadedBrick,
  { schools, troubles, jobsGivenUp }: BrickFacts,
  formatter: PageFormatter,
): PlatformBrick {
  const { t, number, when } = formatter;
  const { manifest } = brick;
  const feature = isFeature(brick);
  const onIn =
    schools === 0 ? t('platform.onNowhere') : t('platform.onIn', { count: schools, number: number(schools) });
  const detail = [
    ...(manifest ? [t('platform.version', { version: manifest.version })] : []),
    t(`platform.brickKind.${manifest?.kind ?? 'unknown'}`),
    ...(feature ? [onIn] : []),
  ];
  return {
    ...nameBrick(brick, formatter),
    detail: detail.join(', '),
    cause: brick.state === 'failed' ? faultText(brick) : undefined,
    trouble: troubles && { count: troubles.count, when: when(troubles.last.at), sentence: troubles.last.sentence },
    jobsGivenUp: jobsGivenUp === 0 ? undefined : jobsGivenUp,
    schoolsUrl: feature && schools > 0 ? withQuery(PLATFORM_URLS.schools, { brick: brick.id }) : undefined,
  };
}
