// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { BilanState } from '../../../store/bilan.entity.js';
import type { TraceRow } from '../../../store/trace.entity.js';
import { readableSince, type Correction } from '../../../domain/trace/correction.js';
import type { ReadBy } from '../../../domain/trace/readings.js';
import type { AdultModel, ConfirmModel } from './adult.view.js';
import type { PlaceModel } from './place.presenter.js';
import { presentBilan, type Words } from '../../shared/bilan/bilan.presenter.js';
import { presentHistory } from '../../shared/bilan/history.presenter.js';
import { takenBackUntil } from '../../../domain/read/acknowledge.js';
import { bilanName } from '../../../domain/read/name-words.js';
import type { ReadableBilan } from '../../../domain/read/readable-bilan.js';
import { presentReaders } from '../../shared/bilan/readers.presenter.js';

export interface AdultFacts {
  readonly bilan: ReadableBilan;
  readonly state: BilanState;
  readonly schoolYear: number;
  readonly homeUrl: string;
  /** Undefined for the family. */
  readonly place?: PlaceModel | undefined;
  readonly acknowledgeUrl: string;
  /** Undefined for everybody but the head. */
  readonly historyUrl: string | undefined;
  /** The id of the user when they are a guardian of the pupil. */
  readonly guardianId: string | undefined;
  /** Whether the user reads it as a teacher or the head, too. */
  readonly isStaff: boolean;
  readonly readings: readonly ReadBy[];
  readonly persons: ReadonlyMap<string, Member>;
  readonly adults: readonly Member[];
  readonly traces: readonly TraceRow[];
  readonly isOutdated: boolean;
  readonly now: Date;
  /** The next bilan that the user has yet to confirm, of any of their children. */
  readonly next: ConfirmModel['next'];
  readonly notice: string | undefined;
  readonly formerUrls: readonly string[];
  readonly kept: string | undefined;
  /** Whether the family reads the earlier publication, while the bilan is corrected: there is nothing to confirm. */
  readonly isInCorrection: boolean;
  /** For teachers and heads, while the bilan is not published again. */
  readonly correction?: Correction | undefined;
}

/** A bilan for guardians, teachers and heads. */
export function presentAdult(facts: AdultFacts, words: Words): AdultModel {
  const { bilan, homeUrl, schoolYear, guardianId: readerId, isStaff, traces, persons, readings, adults, place } = facts;
  const { t } = words;
  const { givenName, publishedAt } = bilan;
  const whole = presentBilan(bilan, words);
  return {
    crumbs: [
      { label: t('title'), url: homeUrl },
      ...(place ? [place.crumb] : []),
      { label: bilanName(bilan, schoolYear, t) },
    ],
    neighbours: place?.neighbours,
    title: t('read.title', { name: givenName }),
    lead: `${t('read.lead', { bilan: bilanName(bilan, schoolYear, t), school: bilan.schoolName })} ${stateLine(facts, words)}`,
    ...{ notice: facts.notice, formerUrls: facts.formerUrls, kept: facts.kept },
    bilan: { ...whole, unnamed: whole.unnamed && (isStaff ? t('read.unnamedStaff') : whole.unnamed) },
    confirm: presentConfirm(facts, words),
    readers:
      publishedAt === null ? undefined : presentReaders({ readings, persons, readerId, adults, givenName }, words),
    history: isStaff ? presentHistory(traces, persons, words) : [],
    historyUrl: facts.historyUrl,
  };
}

const STATES = {
  draft: 'read.draft',
  ready: 'read.ready',
  signed: 'read.waitsForVisa',
  visa: 'read.waitsForDay',
  published: 'read.published',
} as const;

/** The same for a bilan that was published before: its family reads the earlier text until this one is published. */
const STATES_OF_CORRECTION = {
  draft: 'read.correctionDraft',
  ready: 'read.correctionReady',
  signed: 'read.correctionForVisa',
  visa: 'read.correctionForDay',
} as const;

function stateLine(facts: AdultFacts, { t, format }: Words): string {
  const { bilan, state, isInCorrection, correction } = facts;
  const { publishedAt } = bilan;
  const since = readableSince(correction);
  if (state !== 'published' && since !== null) return t(STATES_OF_CORRECTION[state], { day: format.day(since) });
  return t(STATES[isInCorrection ? 'published' : state], { day: publishedAt === null ? '' : format.day(publishedAt) });
}

function presentConfirm(facts: AdultFacts, words: Words): ConfirmModel | undefined {
  const { bilan, guardianId, readings, acknowledgeUrl: url, isOutdated, isInCorrection, now } = facts;
  const { t, format } = words;
  if (guardianId === undefined || bilan.publishedAt === null || isInCorrection) return undefined;
  const confirmedAt = readings.find(({ personId }) => personId === guardianId)?.confirmedAt;
  return {
    ...{ url, isOutdated, published: bilan.publishedAt.toISOString() },
    button: t('confirm.button', { name: bilan.givenName }),
    next: confirmedAt && facts.next,
    done: confirmedAt && t('confirm.done', { day: format.day(confirmedAt) }),
    undo: confirmedAt && presentUndo(confirmedAt, now, words),
  };
}

function presentUndo(confirmedAt: Date, now: Date, { t, format }: Words): ConfirmModel['undo'] {
  const until = takenBackUntil(confirmedAt);
  if (until <= now) return undefined;
  return { back: confirmedAt.toISOString(), until: t('confirm.undoUntil', { hour: format.hour(until) }) };
}
