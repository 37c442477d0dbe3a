// SPDX-License-Identifier: EUPL-1.2
import { LEVELS, type Format, type Level, type MessageValues } from '@volee/core-adapter';
import type { Figure } from '@volee/core-adapter/ui';
import type { OndeTexts } from './brick-types.js';
import type { OndeFiles } from './files/read-files.js';
import type { Fault, Oddity } from './files/remark.js';
import type { ClassModel, LinesModel } from './import.model.js';

/** The maximum number of lines on the page: more of them are a fault of the file, and not of its lines. */
const MOST_LINES = 50;

/** The maximum number of characters of a name, or of another quotation from a cell. */
const LONGEST_VALUE = 80;

export function presentFigures({ pupils, guardians }: OndeFiles, t: OndeTexts): Figure[] {
  return [
    { value: pupils.pupils.length, label: t('figure.pupils') },
    {
      value: new Set(pupils.pupils.flatMap(({ classes }) => classes.map(({ key }) => key))).size,
      label: t('figure.classes'),
    },
    ...(guardians ? [{ value: guardians.guardians.length, label: t('figure.guardians') }] : []),
  ];
}

/** The classes by name. */
export function presentClasses({ pupils }: OndeFiles, { language }: Pick<Format, 'language'>): ClassModel[] {
  const classes = new Map<string, { name: string; pupils: number; levels: Set<Level> }>();
  for (const pupil of pupils.pupils) {
    for (const { key, name } of pupil.classes) {
      const one = classes.get(key) ?? { name, pupils: 0, levels: new Set() };
      one.pupils += 1;
      if (pupil.level) one.levels.add(pupil.level);
      classes.set(key, one);
    }
  }
  return [...classes]
    .map(([key, one]) => ({ ...one, key, levels: LEVELS.filter((level) => one.levels.has(level)).join(', ') }))
    .sort((one, other) => one.name.localeCompare(other.name, language, { numeric: true }));
}

/** The lines with remarks, those of the pupils' file first. */
export function presentLines(
  files: OndeFiles | undefined,
  kind: 'faults' | 'oddities',
  t: OndeTexts,
  most = MOST_LINES,
): LinesModel {
  const remarkLines = (key: 'line.pupils' | 'line.guardians', remarks: readonly (Fault | Oddity)[], room: number) =>
    remarks
      .slice(0, Math.max(0, room))
      .map(({ line, code, values }) => ({ where: t(key, { line }), what: t(`remark.${code}`, shortened(values)) }));
  const [pupils, guardians] = [files?.pupils[kind] ?? [], files?.guardians?.[kind] ?? []];
  const lines = [
    ...remarkLines('line.pupils', pupils, most),
    ...remarkLines('line.guardians', guardians, most - pupils.length),
  ];
  const count = pupils.length + guardians.length;
  return { count, lines, more: count - lines.length };
}

/** Shortens a cell for a sentence: a cell may be as long as a line. */
function shortened(values: MessageValues = {}): MessageValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE - 1)}…` : value,
    ]),
  );
}

/** Remarks about a whole file. */
export function presentNotes({ pupils, guardians }: OndeFiles, t: OndeTexts): string[] {
  const levels = [...pupils.leftOut]
    .map(([level, count]) => t('note.level', { level: level.replaceAll(' ', '/'), count }))
    .join(', ');
  const childless = guardians?.childless ?? 0;
  return [
    ...(levels === '' ? [] : [t('note.leftOut', { levels })]),
    ...(childless === 0 ? [] : [t('note.childless', { count: childless })]),
    ...(guardians ? [] : [t('note.noGuardians')]),
    ...(pupils.hasIne ? [] : [t('note.noIne')]),
    ...(pupils.hasClassId ? [] : [t('note.noClassId')]),
  ];
}
