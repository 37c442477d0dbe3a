// SPDX-License-Identifier: EUPL-1.2
import type { MessagingRequest } from '../../../brick-types.js';
import type { Adults } from '../../../domain/child/adults-of.js';
import { TELL_PATH } from '../../../paths.js';
import type { ChildHelp } from './home.model.js';

/**
 * The help with a way to an adult. A pause never closes it: while a pupil cannot write, the page names the adults to go to, and the help
 * line for children.
 */
export function childHelp(
  { teachers, heads }: Adults,
  isPaused: boolean,
  { t, format, url }: Pick<MessagingRequest, 't' | 'format' | 'url'>,
): ChildHelp {
  const names = [...teachers.slice(0, 3), ...heads.slice(0, 1)].map(({ displayName }) => displayName);
  const adults = names.length > 0 ? format.list([...new Set(names)]) : t('child.anAdultOfSchool');
  if (!isPaused) return { title: t('child.help'), lines: [t('child.helpText')], url: url(TELL_PATH) };
  return { title: t('child.help'), lines: [t('child.helpPaused', { adults }), t('child.helpNumber')], url: undefined };
}
