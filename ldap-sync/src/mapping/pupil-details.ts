// SPDX-License-Identifier: EUPL-1.2
import { isDay, levelNamed, type Day, type Level } from '@volee/core-adapter';
import type { PersonRecord } from '@volee/core-adapter/directory';

export type PupilDetails = Pick<PersonRecord, 'ine' | 'birthDate' | 'level'>;

/** The attributes of a pupil as the entry writes them. */
export interface WrittenDetails {
  readonly ine: string | undefined;
  readonly birthDate: string | undefined;
  readonly level: string | undefined;
}

/** Directories write an unknown year as 0000 or 0001. */
const FIRST_YEAR = '1001';

const INE = /^[0-9A-Z]{11}$/;

/** Scribe and time stamps write year first, files of the ministry day first (docs/explications/annuaires-envole.md). */
const YEAR_FIRST = /^(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})(?:\d{6}(?:\.\d+)?Z|T.*)?$/;
const DAY_FIRST = /^(?<day>\d{2})\/(?<month>\d{2})\/(?<year>\d{4})$/;

/**
 * A pupil's number, day of birth and level, in one spelling. Values that cannot be read are left out and reported; they are personal, and
 * never part of a sentence.
 */
export function pupilDetails(written: WrittenDetails): { details: PupilDetails; problems: readonly string[] } {
  const ine = written.ine === undefined || INE.test(written.ine) ? written.ine : joined(written.ine);
  const birthDate = written.birthDate === undefined ? undefined : readDay(written.birthDate);
  const level = written.level === undefined ? undefined : readLevel(written.level);
  const isGoodIne = ine !== undefined && INE.test(ine);
  return {
    details: { ...(isGoodIne ? { ine } : {}), ...(birthDate ? { birthDate } : {}), ...(level ? { level } : {}) },
    problems: [
      ...(ine !== undefined && !isGoodIne ? ['a national number (INE) without eleven letters and digits'] : []),
      ...(written.birthDate !== undefined && !birthDate ? ['a day of birth that cannot be read'] : []),
    ],
  };
}

/** `YYYY-MM-DD`; undefined for a text that is not a day. */
function readDay(text: string): Day | undefined {
  const { year, month, day } = (YEAR_FIRST.exec(text) ?? DAY_FIRST.exec(text))?.groups ?? {};
  const read = `${year}-${month}-${day}`;
  return isDay(read) && read > FIRST_YEAR ? read : undefined;
}

function joined(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}

/** The level as ONDE writes it; `3EME` and `6ème` occur, too. Other words, such as `BAC PRO`, are dropped. */
function readLevel(text: string): Level | undefined {
  const level = joined(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/^(\d)(?:I?EME)$/, '$1E');
  return levelNamed(level);
}
