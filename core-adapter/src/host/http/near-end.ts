// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../../api/i18n.js';
import type { Clock } from '../../api/log.js';
import { formatFor } from '../infra/i18n/format.js';
import { dayOf } from '../../api/day.js';
import type { FormerBrick } from './ask-former.js';

/**
 * An end that is further ahead is shown only on the page that lists the things. From 1 August to 14 October of the year after, on which the
 * school year of the first day ends for bricks (ADR 113), are 440 days.
 */
const NEAR = 440 * 86_400_000;

interface Reading {
  readonly language: Language;
  readonly timeZone: string;
  readonly clock: Clock;
}

/**
 * The first day after which a part of these things goes, in words. Undefined where nothing goes soon. Days before today do not count:
 * what should have gone by then goes with the next night.
 */
export function nearEnd(bricks: readonly FormerBrick[], { language, timeZone, clock }: Reading): string | undefined {
  const now = clock.now();
  const today = dayOf(now, timeZone);
  const ends = bricks
    .flatMap(({ things }) => (things?.kept ?? []).flatMap(({ until }) => until?.getTime() ?? []))
    .filter((end) => dayOf(new Date(end), timeZone) >= today && end < now.getTime() + NEAR);
  return ends.length === 0 ? undefined : formatFor(language, timeZone, clock).day(new Date(Math.min(...ends)));
}
