// SPDX-License-Identifier: EUPL-1.2
import type { PersonRecord } from '@volee/core-adapter/directory';

export type PupilDetails = Pick<PersonRecord, 'ine' | 'birthDate' | 'level'>;

/** The attributes of a pupil as the entry writes them. */
export interface WrittenDetails {
  readonly ine: string | undefined;
  readonly birthDate: string | undefined;
  readonly level: string | undefined;
}

const INE = /^[0-9A-Z]{11}$/;

/** Scribe and time stamps write year first, files of the ministry day first (docs/explications/annuaires-envole.md). */
const YEAR_FIRST = /^(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})(?:\d{6}(?:\.\d+)?Z|T.*)?$/;
const DAY_FIRST = /^(?<day>\d{2})\/(?<month>\d{2})\/(?<year>\d{4})$/;

const LEVELS = ['TPS', 'PS', 'MS', 'GS', 'CP', 'CE1', 'CE2', 'CM1', 'CM2', '6E', '5E', '4E', '3E'];

/**
 * A pupil's number, day of birth and level, in one spelling. What cannot be read is left out and told; values are personal and never
 * part of a sentence.
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

/** `YYYY-MM-DD`, or undefined of what is no day. */
function readDay(text: string): string | undefined {
  const { year, month, day } = (YEAR_FIRST.exec(text) ?? DAY_FIRST.exec(text))?.groups ?? {};
  return isDay(Number(year), Number(month), Number(day)) ? `${year}-${month}-${day}` : undefined;
}

/** The 30th of February would pass for the 2nd of March. */
function isDay(year: number, month: number, day: number): boolean {
  const instant = new Date(Date.UTC(year, month - 1, day));
  return year > 1000 && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
}

function joined(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}

/** As ONDE writes it; `3EME` and `6ème` are seen too. Of other words, such as `BAC PRO`, nothing is kept. */
function readLevel(text: string): string | undefined {
  const written = joined(text);
  if (LEVELS.includes(written)) return written;
  const level = written
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/^(\d)(?:I?EME)$/, '$1E');
  return LEVELS.find((known) => known === level);
}
