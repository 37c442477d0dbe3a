// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import { dayOf, timeOf } from '../../../../api/day.js';
import type { Language, Translate } from '../../../../api/i18n.js';
import { DEFAULT_TIME_ZONE } from '../../../domain/directory/default-time-zone.js';
import type { HostContext } from '../../../context/host-context.js';
import { hourIn, isRecent } from '../../../infra/i18n/day-words.js';
import { formatFor } from '../../../infra/i18n/format.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { hostTexts } from '../../../http/send-page.js';
import { visitorOf } from '../../../http/visitor.js';

/** The formatter of every page of the console: texts, figures and instants in the reader's language and time zone. */
export interface PageFormatter {
  readonly language: Language;
  readonly t: Translate<HostKey>;
  /** The display name of a directory: the label of the source, or its name where there is none. */
  source(name: string): string;
  /** « 2 000 » */
  number(count: number): string;
  /** « 1er novembre 2027 »; without the year when it is the current one. */
  day(instant: Date): string;
  /** « aujourd’hui à 4 h », « 12 novembre 2026, 4 h »: a journal without the hour says too little. */
  when(instant: Date): string;
}

export function pageFormatter(
  context: Pick<HostContext, 'clock' | 'sources'>,
  request: Request,
  timeZone = DEFAULT_TIME_ZONE,
): PageFormatter {
  const { language } = visitorOf(request);
  const format = formatFor(language, timeZone, context.clock);
  const numbers = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB');
  return {
    language,
    t: hostTexts(request),
    source: (name) => context.sources.find((source) => source.name === name)?.label ?? name,
    number: (count) => numbers.format(count),
    day: (instant) => format.day(instant),
    when(instant) {
      if (isRecent(instant, timeZone, context.clock.now())) return format.moment(instant);
      const [day, year] = [format.day(instant), dayOf(instant, timeZone).slice(0, 4)];
      return `${day.endsWith(year) ? day : `${day} ${year}`}, ${hourIn(language, timeOf(instant, timeZone))}`;
    },
  };
}
