// SPDX-License-Identifier: EUPL-1.2
import { isComplete } from '../../domain/bilan/what-is-missing.js';
import type { LivretRequest } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import type { ClassBilans, PupilBilan } from '../../domain/life/class-bilans.js';
import { missingOf } from '../../domain/life/missing-of.js';
import { tickValue } from '../../domain/life/ticked.js';
import { bilanPath, HOME_PATH, SEND_BACK_PATH, tracePath, unlockPath, VISA_PATH, boardOf } from '../../paths.js';
import type { OffLines } from '../../domain/periods/class-rows.js';
import { missingWords } from '../shared/missing-words.js';
import type { ClassLine, ClassModel } from './class.view.js';
import { STEP_OF } from '../../domain/board/state-step.js';

export interface ClassInput extends ClassBilans {
  readonly period: number;
  readonly periodName: string;
  readonly off: OffLines;
  readonly catalogues: Catalogues;
  /** The ids of the bilans that were unlocked. */
  readonly unlocked: ReadonlySet<string>;
}

type ClassReader = Pick<LivretRequest, 't' | 'format' | 'url'>;

export function presentClass(input: ClassInput, reader: ClassReader): ClassModel {
  const { group, bilans, period, periodName } = input;
  const { t, url } = reader;
  const signed = bilans.filter(({ row }) => row.state === 'signed').length;
  return {
    crumbs: [
      { label: t('title'), url: url(HOME_PATH) },
      { label: t('board.title'), url: url(boardOf(period)) },
      { label: group.name },
    ],
    title: t('class.title', { group: group.name, period: periodName }),
    lead: t(signed === 0 ? 'class.leadNone' : 'class.lead', { count: signed }),
    ...{ period, from: group.id, signed },
    urls: { visa: url(VISA_PATH), sendBack: url(SEND_BACK_PATH) },
    lines: bilans.map((one) => classLine(one, input, reader)),
  };
}

function classLine(one: PupilBilan, input: ClassInput, { t, url, ...reader }: ClassReader): ClassLine {
  const { row, pupil } = one;
  const { state } = row;
  return {
    name: pupil.displayName,
    url: url(bilanPath(row.id)),
    ...{ at: STEP_OF[state], words: t(`state.${state}`), detail: detailOf(one, input, { t, ...reader }) },
    tick: state === 'signed' || state === 'visa' ? tickValue(row) : undefined,
    isSigned: state === 'signed',
    general: row.general === '' ? '' : t('sign.quote', { text: row.general }),
    unlockUrl: state === 'published' ? url(unlockPath(row.id)) : undefined,
    historyUrl: input.unlocked.has(row.id) ? url(tracePath(row.id)) : undefined,
  };
}

function detailOf(
  { row }: PupilBilan,
  { catalogues, off }: ClassInput,
  { t, format }: Pick<ClassReader, 't' | 'format'>,
): string {
  const { state, signedAs, signedAt, visaAs, visaAt, publishedAt } = row;
  if (state === 'signed' && signedAt) return t('class.by', { name: signedAs ?? '', when: format.moment(signedAt) });
  if (state === 'visa' && visaAt) return t('class.by', { name: visaAs ?? '', when: format.moment(visaAt) });
  if (state === 'published' && publishedAt) return format.moment(publishedAt);
  const missing = missingOf(row, catalogues, off);
  return isComplete(missing) ? t('board.allComplete') : missingWords(missing, t);
}
