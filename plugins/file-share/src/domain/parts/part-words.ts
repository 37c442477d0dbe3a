// SPDX-License-Identifier: EUPL-1.2
import { dayOf, daysBetween } from '@volee/core-adapter';
import type { TagProps } from '@volee/core-adapter/ui';
import { capital, fullWhenWords, whenWords, type TimeReader } from '../time/when-words.js';
import type { FileShareTexts } from '../../brick-types.js';
import type { WorkPupilRow } from '../../store/work-pupil.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { isUntil } from '../time/is-until.js';
import { lastDayOfYear } from '../time/kept-years.js';
import { lastOf, type PartStatus, type ShownState } from '../works/part-status.js';

/** A weekday with its number is clear as long as it is near. */
const NEAR_DAYS = 13;

export interface TagModel extends Pick<TagProps, 'icon'> {
  readonly kind: NonNullable<TagProps['kind']>;
  readonly label: string;
}

/** An instant to come, after « pour » or « jusqu’à »: « demain à 8 h 30 », « jeudi 26 à 16 h », « vendredi 4 décembre à 16 h ». */
export function dueWords(instant: Date, reader: TimeReader): string {
  const { clock, school } = reader;
  const days = daysBetween(clock.today(), dayOf(instant, school.timeZone));
  if (days === 0 || days === 1) return reader.format.when(instant);
  return days > 0 && days <= NEAR_DAYS ? whenWords(instant, reader) : fullWhenWords(instant, reader);
}

/** « Bien arrivé à 14 h 02 », and « Bien arrivé : mardi à 14 h 02 » on later days */
export function receivedWords(instant: Date, reader: TimeReader): string {
  const { t } = reader;
  return isToday(instant, reader)
    ? t('part.received', { hour: reader.format.hour(instant) })
    : t('part.receivedOn', { when: reader.format.moment(instant) });
}

export function isToday(instant: Date, { clock, school }: TimeReader): boolean {
  return clock.today() === dayOf(instant, school.timeZone);
}

const TAGS: Readonly<Record<ShownState, Pick<TagModel, 'kind' | 'icon'>>> = {
  given: { kind: 'plain', icon: 'circle' },
  started: { kind: 'plain', icon: 'pencil-fill' },
  handedIn: { kind: 'good', icon: 'check-lg' },
  handedInLate: { kind: 'good', icon: 'clock-history' },
  corrected: { kind: 'good', icon: 'star-fill' },
  again: { kind: 'warn', icon: 'arrow-repeat' },
};

/** The state of a pupil's work, in about two words. */
export function stateTag(
  { status, work }: { readonly status: PartStatus; readonly work: Pick<WorkRow, 'collects'> },
  t: FileShareTexts,
): TagModel {
  const { state, isMissed, isDoneOnce } = status;
  if (isMissed) return { kind: 'warn', icon: 'hourglass-bottom', label: t('part.state.missed') };
  if (isDoneOnce) return { kind: 'good', icon: 'check-lg', label: t('part.state.doneOnce') };
  if (!work.collects && state === 'given') return { kind: 'plain', icon: 'book-fill', label: t('part.state.toRead') };
  return { ...TAGS[state], label: t(`part.state.${state}`) };
}

interface PartToSay {
  readonly status: PartStatus;
  readonly work: WorkRow;
  readonly row: WorkPupilRow | undefined;
}

/** The sentence below the title of a work: by when it is to be handed in, or what became of it. */
export function partLead(part: PartToSay, reader: TimeReader): string {
  return capital(partWords(part, reader));
}

/** The same for a place within a sentence, such as after the name of a child: « à rendre pour demain à 8 h 30. » */
export function partWords(part: PartToSay, reader: TimeReader): string {
  const { status, work, row } = part;
  const { t } = reader;
  const { state } = status;
  if (state === 'corrected' && row?.givenBackAt) {
    return t('part.lead.corrected', { when: reader.format.moment(row.givenBackAt) });
  }
  if ((state === 'handedIn' || state === 'handedInLate') && row?.handedInAt) {
    return t(`part.lead.${state}`, { when: reader.format.moment(row.handedInAt) });
  }
  if (status.isDoneOnce && row?.handedInAt) {
    return t('part.lead.doneOnce', { when: reader.format.moment(row.handedInAt) });
  }
  if (!work.collects) return t('part.lead.toRead');
  if (status.isMissed && work.closedAt !== null && isUntil(work.closedAt, lastOf(work))) {
    return t('part.lead.closedOn', { when: reader.format.moment(work.closedAt) });
  }
  if (state === 'again' && !status.isMissed) return t('part.lead.again', { when: againWhen(work, reader) });
  if (work.dueAt === null && status.isMissed) return t('part.lead.closed');
  if (work.dueAt === null) return t(isLastMonth(work, reader) ? 'part.lead.july' : 'part.lead.noDate');
  const when = dueWords(work.dueAt, reader);
  if (status.isMissed) return t('part.lead.missed', { when });
  if (status.isLateNow) {
    return work.lateUntil === null
      ? t('part.lead.missed', { when })
      : t('part.lead.late', { when, until: dueWords(work.lateUntil, reader) });
  }
  return t('part.lead.due', { when });
}

/** Work to do again has no date any more: it can be handed in until the teacher ends it, or the school year is over. */
export function againWhen(work: Pick<WorkRow, 'year'>, reader: Pick<TimeReader, 't' | 'clock'>): string {
  return reader.t(isLastMonth(work, reader) ? 'again.july' : 'again.noDate');
}

function isLastMonth({ year }: Pick<WorkRow, 'year'>, { clock }: Pick<TimeReader, 'clock'>): boolean {
  return clock.today().startsWith(lastDayOfYear(year).slice(0, 7));
}
