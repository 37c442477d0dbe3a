// SPDX-License-Identifier: EUPL-1.2
import type { Table, TableRow } from '../csv/read-table.js';
import { cellAt, childPlaces, guardianPlaces, type ChildColumn, type Places } from './columns.js';
import { PupilsByName, type FoundChild, type NamedChild } from './find-child.js';
import type { Guardian } from './guardian.js';
import { withPauses } from './with-pauses.js';
import { guardianKey } from './keys.js';
import { longLines } from './long-lines.js';
import type { PupilsFile } from './read-pupils.js';
import type { Fault, Oddity } from './remark.js';

/** The content of the guardians' file. */
export interface GuardiansFile {
  /** Guardians of imported pupils. */
  readonly guardians: readonly Guardian[];
  /** Number of guardians with children in other levels only, or with children absent from the pupils' file. */
  readonly childless: number;
  readonly faults: readonly Fault[];
  readonly oddities: readonly Oddity[];
}

interface GuardianLine extends Guardian {
  readonly line: number;
}

/** Reads the guardians' file. It has no numbers: children are found by name, class and birth date among those of the pupils' file. */
export async function readGuardians(
  table: Table,
  { pupils, others, unread }: Pick<PupilsFile, 'pupils' | 'others' | 'unread'>,
): Promise<GuardiansFile> {
  const places = guardianPlaces(table.header);
  const childrenPlaces = childPlaces(table.header);
  const byName = new PupilsByName([...pupils, ...others, ...unread]);
  const imported = new Set(pupils.map(({ key }) => key));
  const faults: Fault[] = [];
  const oddities: Oddity[] = longLines(table);
  const lines: GuardianLine[] = [];

  for await (const row of withPauses(table.rows)) {
    const { line, cells } = row;
    const [familyName, givenName] = [cellAt(cells, places.familyName), cellAt(cells, places.givenName)];
    if (familyName === '' || givenName === '') {
      faults.push({ line, code: 'noGuardianName' });
      continue;
    }
    const children = namedChildren(row, childrenPlaces).flatMap((child) => {
      const found = byName.find(child);
      if ('key' in found) return [found.key];
      oddities.push(notFound(line, child, found));
      return [];
    });
    const key = guardianKey({ familyName, givenName });
    const usageName = cellAt(cells, places.usageName);
    lines.push({
      line,
      key,
      familyName,
      usageName,
      givenName,
      children: unique(children.filter((one) => imported.has(one))),
    });
  }

  const { guardians, childless, homonyms } = separateGuardians(lines);
  return {
    guardians,
    childless,
    faults: [...faults, ...homonyms].sort((one, other) => one.line - other.line),
    oddities: oddities.sort((one, other) => one.line - other.line),
  };
}

function namedChildren({ cells }: TableRow, places: readonly Places<ChildColumn>[]): NamedChild[] {
  return places
    .map((one) => ({
      familyName: cellAt(cells, one.familyName),
      givenName: cellAt(cells, one.givenName),
      className: cellAt(cells, one.className),
      birthDate: cellAt(cells, one.birthDate),
    }))
    .filter(({ familyName, givenName }) => familyName !== '' || givenName !== '');
}

function notFound(
  line: number,
  { familyName, givenName }: NamedChild,
  { odd, count }: Exclude<FoundChild, { key: string }>,
): Oddity {
  return { line, code: odd, values: { name: `${givenName} ${familyName}`.trim(), count } };
}

/**
 * Lines with one name and the same children are one guardian. With different children they may be two guardians who cannot be told
 * apart, even when no child of one of them is imported.
 */
function separateGuardians(lines: readonly GuardianLine[]): {
  guardians: Guardian[];
  childless: number;
  homonyms: Fault[];
} {
  const byKey = new Map<string, GuardianLine[]>();
  for (const one of lines) {
    const namesakes = byKey.get(one.key);
    if (namesakes) namesakes.push(one);
    else byKey.set(one.key, [one]);
  }
  const guardians: Guardian[] = [];
  const homonyms: Fault[] = [];
  let childless = 0;
  for (const namesakes of byKey.values()) {
    const families = new Set(namesakes.map(({ children }) => [...children].sort().join(' ')));
    const [first] = namesakes;
    if (!first || families.size > 1) for (const one of namesakes) homonyms.push(twice(one, namesakes.length));
    else if (first.children.length > 0) guardians.push(first);
    else childless += namesakes.length;
  }
  return { guardians, childless, homonyms };
}

function twice({ line, familyName, givenName }: GuardianLine, count: number): Fault {
  return { line, code: 'guardianTwice', values: { name: `${givenName} ${familyName}`, count } };
}

function unique(keys: readonly string[]): string[] {
  return [...new Set(keys)];
}
