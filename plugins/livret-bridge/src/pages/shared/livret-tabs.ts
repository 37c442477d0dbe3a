// SPDX-License-Identifier: EUPL-1.2
import type { Tab } from '@volee/core-adapter/ui';
import type { LivretRequest } from '../../brick-types.js';
import { taughtClasses } from '../../domain/home/taught-classes.js';
import { BOARD_PATH, HAND_OVER_PATH, HOME_PATH, PERIODS_PATH, PHRASES_PATH } from '../../paths.js';

/** A page of an école that stands among the tabs. */
export type LivretPlace = 'home' | 'board' | 'periods' | 'handOver' | 'phrases';

/** The pages of the brick for heads and teachers of an école, the first with what waits. Others have one page, and no tabs. */
export async function livretTabs(
  current: LivretPlace,
  { user, school, access, t, url }: Pick<LivretRequest, 'user' | 'school' | 'access' | 't' | 'url'>,
): Promise<readonly Tab[]> {
  if (school.kind !== 'primary') return [];
  const tab = (place: LivretPlace, path: string, label: string): Tab => ({
    ...{ label, url: url(path), current: place === current },
  });
  const isHead = user.profiles.includes('head');
  // The home of a head without a class is the board.
  const isOwn = current === 'home' || current === 'phrases' || !isHead;
  const isTeacher = user.profiles.includes('teacher') && (isOwn || (await taughtClasses({ access })).length > 0);
  return [
    ...(isTeacher ? [tab('home', HOME_PATH, t('tabs.home'))] : []),
    ...(isHead
      ? [
          tab('board', BOARD_PATH, t('tabs.board')),
          tab('periods', PERIODS_PATH, t('board.periods')),
          tab('handOver', HAND_OVER_PATH, t('board.handOver')),
        ]
      : []),
    ...(isTeacher ? [tab('phrases', PHRASES_PATH, t('teacher.yourPhrases'))] : []),
  ];
}
