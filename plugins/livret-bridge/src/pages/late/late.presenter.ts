// SPDX-License-Identifier: EUPL-1.2
import type { Crumb } from '@volee/core-adapter/ui';
import type { LivretRequest } from '../../brick-types.js';
import { tickValue } from '../../domain/life/ticked.js';
import { BOARD_PATH, HOME_PATH, LATE_PATH } from '../../paths.js';
import { capital } from '../../domain/periods/capital.js';
import { periodName, type NamedPeriod } from '../../domain/periods/period-name.js';
import { yearName } from '../../domain/read/name-words.js';
import type { BilanRow } from '../../store/bilan.entity.js';
import type { ClosingYear } from '../../domain/periods/closing-year.js';

/** The bilans of last year that the head may still publish. */
export interface LateModel {
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly lead: string;
  /** By period and name; empty outside of August, and when all are published. */
  readonly lines: readonly LateLine[];
  /** The bilans that were ticked in vain. */
  readonly problem: string | undefined;
  readonly url: string;
  readonly boardUrl: string;
}

export interface LateLine {
  readonly value: string;
  readonly name: string;
  readonly detail: string;
}

export interface LateFacts {
  readonly closing: ClosingYear | undefined;
  readonly rows: readonly BilanRow[];
  readonly total: number;
  readonly rhythm: NamedPeriod['rhythm'];
  readonly names: ReadonlyMap<string, string>;
  readonly problem?: string | undefined;
}

export function presentLate(
  { closing, rows, total, rhythm, names, problem }: LateFacts,
  { t, url, format }: Pick<LivretRequest, 't' | 'url' | 'format'>,
): LateModel {
  const isOpen = closing?.isOver === true;
  const all = isOpen ? t('late.lead', { count: total, year: yearName(closing.year) }) : t('late.closed');
  const lead = total > rows.length ? `${all} ${t('late.first', { count: rows.length })}` : all;
  return {
    crumbs: [
      { label: t('title'), url: url(HOME_PATH) },
      { label: t('board.title'), url: url(BOARD_PATH) },
      { label: t('late.title') },
    ],
    title: t('late.title'),
    lead: isOpen && rows.length === 0 ? t('late.none', { year: yearName(closing.year) }) : lead,
    problem,
    lines: rows
      .map((row) => {
        const { signedAs, signedAt, period, state } = row;
        const step = state === 'visa' ? 'late.endorsed' : 'late.signed';
        const signed = { name: signedAs ?? '', day: signedAt === null ? '' : format.day(signedAt) };
        return {
          value: tickValue(row),
          name: names.get(row.pupilId) ?? t('late.gone'),
          detail: `${capital(periodName({ period, rhythm }, t))}. ${t(step, signed)}`,
          period,
        };
      })
      .sort((a, b) => a.period - b.period || a.name.localeCompare(b.name, 'fr')),
    ...{ url: url(LATE_PATH), boardUrl: url(BOARD_PATH) },
  };
}
