// SPDX-License-Identifier: EUPL-1.2
import type { DirectorySource } from '../../../../api/directory/directory-source.js';
import type { Figure } from '../../../../ui/index.js';
import { faultText } from '../../../domain/bricks/brick-fault.js';
import { isFeature, type LoadedBrick } from '../../../domain/bricks/loaded-brick.js';
import type { SourceRuns } from '../../../domain/sync/runs/run-list.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';
import type { WaitingThing } from './platform-overview.view.js';
import { brickText } from '../../../http/send-page.js';
import type { PageFormatter } from '../shared/page-formatter.js';
import { reasonText } from '../../../domain/sync/guard/reason-text.js';
import type { PlatformFigures } from '../shared/platform-figures.js';
import { unreadText } from '../syncs/unread-words.js';

export function waitingBricks(bricks: readonly LoadedBrick[], { t, language }: PageFormatter): WaitingThing[] {
  return bricks.flatMap((brick): WaitingThing[] => {
    if (brick.state !== 'failed') return [];
    const title = t('platform.failedBrick', { brick: brickText(brick, 'title', language, false) });
    return [
      {
        kind: 'bad',
        icon: 'exclamation-triangle-fill',
        title,
        cause: { text: faultText(brick), language: 'en' },
        link: { label: t('platform.seeBricks'), url: PLATFORM_URLS.bricks },
      },
    ];
  });
}

/** Sources with a last run that failed or could not read every school. Sources that the settings no longer name are left out. */
export function waitingSyncs(
  runs: readonly SourceRuns[],
  sources: readonly DirectorySource[],
  schools: ReadonlyMap<string, string>,
  formatter: PageFormatter,
): WaitingThing[] {
  return runs
    .filter(({ name }) => sources.some((source) => source.name === name))
    .flatMap((source) => waitingSync(source, schools, formatter) ?? []);
}

function waitingSync(
  { name, last }: SourceRuns,
  schools: ReadonlyMap<string, string>,
  formatter: PageFormatter,
): WaitingThing | undefined {
  const { t } = formatter;
  if (!last) return neverSynced(name, formatter);
  const { id, state, failure, verdict } = last;
  const link = { label: t('platform.seeRun', { id }), url: `${PLATFORM_URLS.syncs}/${id}` };
  const [reason] = verdict?.reasons ?? [];
  switch (state) {
    case 'failed':
    case 'broken off':
      return {
        kind: 'bad',
        icon: 'exclamation-triangle-fill',
        title: t('platform.syncFailed', { source: formatter.source(name), id }),
        cause: { text: failure ?? '', language: 'en' },
        link,
      };
    case 'refused':
      return {
        kind: 'bad',
        icon: 'shield-fill-exclamation',
        title: t('platform.syncRefused', { source: formatter.source(name), id }),
        cause: { text: reason ? reasonText(reason, schools, formatter) : t('platform.nothingChanged') },
        link,
      };
    case 'planned':
    case 'writing':
      return {
        kind: 'warn',
        icon: 'hourglass-split',
        title: t(state === 'writing' ? 'platform.syncWriting' : 'platform.syncPlanned', {
          source: formatter.source(name),
          id,
        }),
        link,
      };
    case 'applied':
    case 'unchanged': {
      const text = unreadText(last, schools, formatter);
      if (text === undefined) return undefined;
      return {
        kind: 'warn',
        icon: 'exclamation-triangle-fill',
        title: t('platform.syncPartial', { source: name, id }),
        cause: { text },
        link,
      };
    }
  }
}

function neverSynced(name: string, { t, source }: PageFormatter): WaitingThing {
  return {
    kind: 'warn',
    icon: 'hourglass-split',
    title: t('platform.syncNever', { source: source(name) }),
    cause: { text: t('platform.syncNeverText') },
    command: `volee sync run --source ${name}`,
  };
}

/** Pairs of people who may be one and that still need a decision. */
export function waitingHomonyms(count: number, { t, number }: PageFormatter): WaitingThing[] {
  if (count === 0) return [];
  return [
    {
      kind: 'warn',
      icon: 'people-fill',
      title: t('platform.homonymsWaiting', { count, number: number(count) }),
      cause: { text: t('platform.homonymsWaitingText') },
      link: { label: t('platform.seeHomonyms'), url: PLATFORM_URLS.homonyms },
    },
  ];
}

/** Classes of two sources that may be one. */
export function waitingClasses(count: number, { t, number }: PageFormatter): WaitingThing[] {
  if (count === 0) return [];
  return [
    {
      kind: 'warn',
      icon: 'people-fill',
      title: t('platform.classesWaiting', { count, number: number(count) }),
      cause: { text: t('platform.classesWaitingText') },
      link: { label: t('platform.seeHomonyms'), url: PLATFORM_URLS.homonyms },
    },
  ];
}

export function presentFigures(
  { schools, persons }: PlatformFigures,
  bricks: readonly LoadedBrick[],
  schoolsByBrick: ReadonlyMap<string, number>,
  { t, number }: PageFormatter,
): Figure[] {
  const on = bricks.filter(isFeature).reduce((sum, { id }) => sum + (schoolsByBrick.get(id) ?? 0), 0);
  return [
    { value: number(schools), label: t('platform.figure.schools', { count: schools }) },
    { value: number(persons), label: t('platform.figure.persons', { count: persons }) },
    { value: number(bricks.length), label: t('platform.figure.installed', { count: bricks.length }) },
    { value: number(on), label: t('platform.figure.on', { count: on }) },
  ];
}
