// SPDX-License-Identifier: EUPL-1.2
import type { Group } from '@volee/core-adapter';
import { isComplete } from '../../domain/bilan/what-is-missing.js';
import type { LivretRequest } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { isLeaving, leavesAt } from '../../domain/life/leaves-at.js';
import { missingOf } from '../../domain/life/missing-of.js';
import { tickValue } from '../../domain/life/ticked.js';
import {
  bilanPath,
  DEPARTED,
  HOME_PATH,
  SEND_BACK_PATH,
  tracePath,
  unlockPath,
  VISA_BACK_PATH,
  VISA_PATH,
  boardOf,
} from '../../paths.js';
import type { BilanRow } from '../../store/bilan.entity.js';
import type { FamilyReadings } from '../../domain/board/family-readings.js';
import type { OffLines } from '../../domain/periods/class-rows.js';
import { afterVisa } from '../shared/after-visa.js';
import { presentReadings } from '../shared/readings.presenter.js';
import { missingWords } from '../shared/missing-words.js';
import type { ClassLine, ClassModel } from './class.view.js';
import { STEP_OF } from '../../domain/board/state-step.js';

export interface ClassInput {
  /** The class, or `DEPARTED` with its words: those bilans are neither unlocked nor sent back, since nobody could write them. */
  readonly group: Pick<Group, 'id' | 'name'>;
  /** The bilans in their order on the page. */
  readonly bilans: readonly NamedBilan[];
  readonly period: number;
  readonly periodName: string;
  readonly off: OffLines;
  readonly catalogues: Catalogues;
  /** The ids of the bilans that were unlocked. */
  readonly unlocked: ReadonlySet<string>;
  /** The readings of the families; of none where they read nothing here. */
  readonly readings: FamilyReadings;
  /** Whether the livret is off for the class: its teachers could not correct what comes back. */
  readonly isOff: boolean;
  /** The instant at which the period is published; null while the head has chosen none. */
  readonly publishAt: Date | null;
}

interface NamedBilan {
  readonly row: BilanRow;
  readonly name: string;
}

type ClassReader = Pick<LivretRequest, 't' | 'format' | 'url' | 'clock'>;

export function presentClass(input: ClassInput, reader: ClassReader): ClassModel {
  const { group, bilans, period, periodName, isOff, publishAt } = input;
  const { t, url } = reader;
  const signed = bilans.filter(({ row }) => row.state === 'signed').length;
  const isDeparted = group.id === DEPARTED;
  const lead = [
    t(signed === 0 ? 'class.leadNone' : 'class.lead', { count: signed }),
    ...(isDeparted ? [t('departed.lead')] : []),
    ...(isOff ? [t('class.offLead')] : []),
  ];
  return {
    crumbs: [
      { label: t('title'), url: url(HOME_PATH) },
      { label: t('board.title'), url: url(boardOf(period)) },
      { label: group.name },
    ],
    title: t('class.title', { group: group.name, period: periodName }),
    lead: lead.join(' '),
    readings: presentReadings(
      bilans.flatMap(({ row: { id }, name }) => {
        const reading = input.readings.get(id);
        return reading ? [{ name, url: url(bilanPath(id)), readings: [reading] }] : [];
      }),
      t,
    ),
    // The families of a class without the tool read nothing, also after a publication.
    after: isOff ? t('board.after') : afterVisa(publishAt, reader),
    ...(isDeparted && { why: t('departed.untick') }),
    ...(isOff && { why: t('class.off') }),
    ...{ period, from: group.id, signed, endorsed: bilans.filter(({ row }) => row.state === 'visa').length },
    urls: {
      visa: url(VISA_PATH),
      visaBack: url(VISA_BACK_PATH),
      sendBack: isDeparted || isOff ? undefined : url(SEND_BACK_PATH),
    },
    lines: bilans.map((one) => classLine(one, input, reader)),
  };
}

function classLine({ row, name }: NamedBilan, input: ClassInput, { t, url, ...reader }: ClassReader): ClassLine {
  const { state } = row;
  const isDeparted = input.group.id === DEPARTED;
  return {
    name,
    url: url(bilanPath(row.id)),
    ...{ at: STEP_OF[state], words: t(`state.${state}`), detail: detailOf(row, input, { t, ...reader }) },
    tick: state === 'signed' || state === 'visa' ? tickValue(row) : undefined,
    isSigned: state === 'signed',
    general: row.general === '' ? '' : t('sign.quote', { text: row.general }),
    unlockUrl: state === 'published' && !isDeparted ? url(unlockPath(row.id)) : undefined,
    historyUrl: input.unlocked.has(row.id) ? url(tracePath(row.id)) : undefined,
  };
}

const READING_WORDS = { unread: 'reading.isUnread', read: 'reading.isRead', confirmed: 'reading.isConfirmed' } as const;

function detailOf(
  row: BilanRow,
  { catalogues, off, publishAt, readings }: ClassInput,
  { t, format, clock }: Omit<ClassReader, 'url'>,
): string {
  const { state, signedAs, signedAt, visaAs, visaAt, publishedAt } = row;
  if (state === 'signed' && signedAt) return t('class.by', { name: signedAs ?? '', when: format.moment(signedAt) });
  const at = publishAt && leavesAt(row, publishAt);
  if (state === 'visa' && isLeaving(at, clock.now())) return t('board.leaves', { hour: format.hour(at) });
  if (state === 'visa' && visaAt) return t('class.by', { name: visaAs ?? '', when: format.moment(visaAt) });
  if (state === 'published' && publishedAt) {
    const [when, reading] = [format.moment(publishedAt), readings.get(row.id)];
    return reading ? t(READING_WORDS[reading], { when }) : when;
  }
  const missing = missingOf(row, catalogues, off);
  return isComplete(missing) ? t('board.allComplete') : missingWords(missing, t);
}
