// SPDX-License-Identifier: EUPL-1.2
import type { Level } from '@volee/core-adapter';
import { readDay } from '../csv/read-day.js';
import type { TableRow } from '../csv/read-table.js';
import { cellAt, type Places, type PupilColumn } from './columns.js';
import type { KnownChild } from './find-child.js';
import { classKey, pupilKey } from './keys.js';
import { levelNamed, levelsOfCycle } from './levels.js';
import type { Pupil } from './pupil.js';
import type { Fault, Oddity } from './remark.js';

/** The result of reading a line: a pupil and the possible levels, or the reason for leaving it out. */
export type PupilLine = FaultyLine | TakenLine;

export interface FaultyLine {
  readonly fault: Fault;
  /** The child named in the line, if any: the child is at the school even when the line is left out. */
  readonly child?: KnownChild;
}

export interface TakenLine {
  readonly pupil: Pupil;
  /** Several levels when only the cycle is known. */
  readonly levels: readonly Level[];
  readonly oddities: readonly Oddity[];
}

/** An INE has eleven characters and may end in letters of either case. */
const INE = /^[0-9A-Z]{11}$/;

export function readPupil({ line, cells }: TableRow, places: Places<PupilColumn>): PupilLine {
  const cell = (column: PupilColumn): string => cellAt(cells, places[column]);
  const [familyName, givenName] = [cell('familyName'), cell('givenName')];
  if (familyName === '' || givenName === '') return { fault: { line, code: 'noName' } };

  const name = `${givenName} ${familyName}`;
  const writtenIne = cell('ine').replace(/\s/g, '').toUpperCase();
  const ine = INE.test(writtenIne) ? writtenIne : undefined;
  const writtenDate = cell('birthDate');
  const birthDate = readDay(writtenDate);
  const [id, label] = [cell('classId'), cell('className')];
  const hasClass = id !== '' || label !== '';
  const child = {
    familyName,
    givenName,
    ...(birthDate !== undefined && { birthDate }),
    classes: hasClass ? [{ key: classKey({ id, name: label }), name: label || id }] : [],
  };
  if (ine === undefined && birthDate === undefined) {
    return { fault: { line, code: 'noBirthDate', values: { name, date: writtenDate } }, child };
  }
  const levels = levelsOf(cell('level'), cell('cycle'));
  if (typeof levels === 'string') {
    return { fault: { line, code: levels, values: { name, level: cell('level') } }, child };
  }

  const known = { ...child, ...(ine !== undefined && { ine }) };
  const [level, ...others] = levels;
  return {
    pupil: {
      ...known,
      key: pupilKey(known),
      usageName: cell('usageName'),
      ...(level && others.length === 0 && { level }),
      line,
    },
    levels,
    oddities: [
      ...odd(writtenIne !== '' && ine === undefined, {
        line,
        code: 'badIne',
        values: { name },
      }),
      ...odd(birthDate === undefined, { line, code: 'badBirthDate', values: { name, date: writtenDate.slice(0, 20) } }),
      ...odd(!hasClass, { line, code: 'noClass', values: { name } }),
    ],
  };
}

function levelsOf(level: string, cycle: string): readonly Level[] | 'noLevel' | 'unknownLevel' {
  if (level === '') return levelsOfCycle(cycle) ?? 'noLevel';
  const named = levelNamed(level);
  return named ? [named] : 'unknownLevel';
}

function odd(isSo: boolean, oddity: Oddity): Oddity[] {
  return isSo ? [oddity] : [];
}
