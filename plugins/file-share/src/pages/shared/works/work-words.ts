// SPDX-License-Identifier: EUPL-1.2
import { dayOf, daysBetween } from '@volee/core-adapter';
import { dueWords } from '../../../domain/parts/part-words.js';
import { capital, dayWords, whenWords } from '../../../domain/time/when-words.js';
import type { FileShareRequest } from '../../../brick-types.js';
import type { ListedWork } from '../../../domain/works/listed-columns.js';
import type { WallModel } from './wall.view.js';
import type { WorkPhase, WorkProgress } from '../../../domain/works/work-progress.js';
import type { StateTag } from './works.model.js';

type WordsRequest = Pick<FileShareRequest, 't' | 'format' | 'clock' | 'school'>;

/** A work that is due in at most this many days is pressing. */
const SOON_DAYS = 2;

type TaggedProgress = Pick<WorkProgress, 'handedIn' | 'asked' | 'toCorrect'>;

/** The state of a work in a few words. */
export function workTag(work: ListedWork, phase: WorkPhase, progress: TaggedProgress, request: WordsRequest): StateTag {
  const { t } = request;
  switch (phase) {
    case 'draft':
      return { kind: 'plain', icon: 'pencil-fill', text: t('works.tag.draft') };
    case 'coming':
      return {
        kind: 'plain',
        icon: 'calendar-week-fill',
        text: t('works.tag.coming', { day: dayWords(work.visibleFrom, request) }),
      };
    case 'open':
      return openTag(work, progress, request);
    case 'late':
      return work.lateUntil === null
        ? openTag(work, progress, request)
        : {
            kind: 'warn',
            icon: 'hourglass-split',
            text: t('works.tag.late', { day: dayWords(work.lateUntil, request) }),
          };
    case 'over':
      return overTag(progress, request);
  }
}

function openTag({ dueAt, collects }: ListedWork, progress: TaggedProgress, request: WordsRequest): StateTag {
  const { t, clock, school } = request;
  if (!collects) return { kind: 'plain', icon: 'book-fill', text: t('works.tag.toDo') };
  if (isAllIn(progress)) return { kind: 'good', icon: 'check-lg', text: t('works.tag.allIn') };
  if (dueAt === null) return { kind: 'plain', icon: 'clock-fill', text: t('works.tag.noDue') };
  const days = daysBetween(clock.today(), dayOf(dueAt, school.timeZone));
  return { kind: days <= SOON_DAYS ? 'warn' : 'plain', icon: 'clock-fill', text: capital(whenWords(dueAt, request)) };
}

function overTag(progress: TaggedProgress, { t }: Pick<WordsRequest, 't'>): StateTag {
  const { toCorrect } = progress;
  if (toCorrect > 0) {
    return { kind: 'warn', icon: 'envelope-fill', text: t('works.tag.toCorrect', { count: toCorrect }) };
  }
  if (isAllIn(progress)) return { kind: 'good', icon: 'check-lg', text: t('works.tag.allIn') };
  return { kind: 'plain', icon: 'lock-fill', text: t('works.tag.over') };
}

function isAllIn({ handedIn, asked }: TaggedProgress): boolean {
  return asked.length > 0 && handedIn === asked.length;
}

/** « 10 rendus sur 24, 6 à corriger » */
export function progressWords(
  work: ListedWork,
  phase: WorkPhase,
  progress: WorkProgress,
  request: WordsRequest,
): string {
  const { t } = request;
  if (phase === 'draft') return t('works.line.draft');
  if (phase === 'coming') return comingWords(work, request);
  const { handedIn, late, asked, toCorrect, corrected, untouched } = progress;
  const opened = asked.length - untouched;
  if (!work.collects && opened === 0) return t('works.wall.noneOpened');
  if (!work.collects) return t('works.line.opened', { count: opened, all: asked.length });
  const words = [
    handedIn === 0 ? t('works.wall.none') : t('works.line.handedIn', { count: handedIn, all: asked.length }),
    ...(late > 0 ? [t('works.line.late', { count: late })] : []),
    ...(toCorrect > 0 ? [t('works.line.toCorrect', { count: toCorrect })] : []),
    ...(toCorrect === 0 && corrected > 0 ? [t('works.line.corrected', { count: corrected })] : []),
  ];
  return words.join(', ');
}

/** « Pas encore visible, pour jeudi 10 à 18 h » */
function comingWords({ collects, dueAt }: ListedWork, request: WordsRequest): string {
  const { t } = request;
  if (!collects || dueAt === null) return t('works.line.coming');
  return t('works.line.comingDue', { when: dueWords(dueAt, request) });
}

/** The wall of a work that pupils see; none for a draft, and none without pupils. */
export function wallOf(
  { collects }: Pick<ListedWork, 'collects'>,
  phase: WorkPhase,
  progress: WorkProgress,
  { t }: Pick<WordsRequest, 't'>,
): WallModel | undefined {
  const { handedIn, started, untouched, asked } = progress;
  if (phase === 'draft' || phase === 'coming' || asked.length === 0) return undefined;
  const words = [
    ...(collects && handedIn > 0 ? [t('works.wall.handedIn', { count: handedIn })] : []),
    ...(started > 0 ? [t('works.wall.started', { count: started })] : []),
    ...(untouched > 0 ? [t('works.wall.untouched', { count: untouched })] : []),
  ];
  return { handedIn, started, untouched, label: t('works.wall.label', { words: words.join(', '), all: asked.length }) };
}
