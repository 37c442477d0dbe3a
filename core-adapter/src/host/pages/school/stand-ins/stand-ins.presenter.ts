// SPDX-License-Identifier: EUPL-1.2
import type { Format, Translate } from '../../../../api/i18n.js';
import { InputError } from '../../../../api/errors.js';
import { STAND_IN_FAULTS, type StandInField } from '../../../domain/stand-ins/stand-in-problems.js';
import type { ListedStandIn } from '../../../domain/stand-ins/stand-in-list.js';
import type { HostKey } from '../../../infra/locales/index.js';
import type { StandInLine } from './stand-ins.view.js';

/** The texts and dates of one reader. */
interface Reader {
  readonly t: Translate<HostKey>;
  readonly format: Format;
  readonly now: Date;
}

/** The address of the form of the word for a replacement teacher. */
export function wordUrl(uai: string, id: string): string {
  return `/s/${uai}/replacements/${id}/word`;
}

/** A line of the list at `url`. A reader who heads the school `headOf` leaves words there; administrators do not read them. */
export function presentStandIn(
  standIn: ListedStandIn,
  { url, headOf, ...reader }: Reader & { readonly url: string; readonly headOf: string | undefined },
): StandInLine {
  const { id, className, personId, person, isFromElsewhere, hasWord } = standIn;
  const { t } = reader;
  const names = { class: className, name: person.displayName };
  return {
    id,
    person: { id: personId, displayName: person.displayName },
    title: t('standIns.line', names),
    days: daysInWords(standIn, reader),
    from: isFromElsewhere ? t('standIns.elsewhere') : undefined,
    endUrl: `${url}/${id}/end`,
    endLabel: t('standIns.endOf', names),
    word: headOf === undefined ? undefined : wordLink(wordUrl(headOf, id), hasWord, names, t),
  };
}

function wordLink(
  url: string,
  hasWord: boolean,
  names: { readonly class: string; readonly name: string },
  t: Translate<HostKey>,
): StandInLine['word'] {
  const text = t(hasWord ? 'standIns.readWord' : 'standIns.leaveWord');
  return { url, text, label: t('standIns.wordOf', { action: text, ...names }) };
}

/** « Jusqu’au 14 décembre compris », or « Du 3 au 14 décembre compris » when it has not begun. */
export function daysInWords(
  { from, until }: Pick<ListedStandIn, 'from' | 'until'>,
  { t, format, now }: Reader,
): string {
  const lastDay = format.day(new Date(until.getTime() - 1));
  return from <= now
    ? t('standIns.daysNow', { until: lastDay })
    : t('standIns.daysToCome', { from: format.day(from), until: lastDay });
}

/** The text of the fault of each field; undefined for another error. */
export function errorsOf(error: unknown, t: Translate<HostKey>): Partial<Record<StandInField, string>> | undefined {
  if (!(error instanceof InputError)) return undefined;
  const texts = Object.entries(error.fields).flatMap(([field, fault]) => {
    const known = STAND_IN_FAULTS.find((one) => one === fault);
    return known ? [[field, t(`standIns.wrong.${known}`)] as const] : [];
  });
  return texts.length === 0 ? undefined : Object.fromEntries(texts);
}
