// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '@volee/core-adapter';
import { CATEGORIES, type Category } from '../entry.js';

/** The AAF files of a folder, all of one export. */
export interface FileSet {
  readonly kind: 'Complet' | 'Delta';
  /** The day of the export, from the names: `2024-09-16`. */
  readonly day: string;
  /** The files in the order in which they are to be read. */
  readonly files: readonly AafFile[];
}

export interface AafFile {
  readonly name: string;
  readonly category: Category;
}

interface ReadName {
  readonly name: string;
  /** The part of the name before `_Complet_` or `_Delta_`: a folder may hold exports of both degrees. */
  readonly series: string;
  readonly kind: string;
  readonly day: string;
  readonly category: string;
  readonly part: number;
}

/** `ENT2DVA-ENT16_Complet_20240916_PersEducNat_0000.xml`: what comes first varies, the end does not. */
const NAME = /^(.*?)_?(Complet|Delta)_(\d{4})(\d{2})(\d{2})_([A-Za-z]+)_(\d{4})\.xml$/;

/** Nomenclatures, which are not needed. */
const IGNORED: ReadonlySet<string> = new Set(['MatiereEducNat', 'MefEducNat']);

/**
 * Which files of a folder are read, and in what order.
 * @param names of the files of the folder; files that are not XML are ignored
 * @throws InputError when a part is missing, or the files are not of one export
 */
export function fileSet(names: readonly string[]): FileSet {
  const xml = names.filter((name) => /\.xml$/i.test(name)).toSorted();
  const read = xml.flatMap((name) => readName(name) ?? []);
  const [first] = read;
  if (!first) throw nothingThere(names);
  const kind = only(read, 'kind', 'of both kinds, Complet and Delta');
  const day = only(read, 'day', 'of several days');
  for (const series of new Set(read.map((file) => file.series))) {
    checkSeries(read.filter((file) => file.series === series));
  }
  return {
    kind: kind === 'Delta' ? 'Delta' : 'Complet',
    day,
    files: CATEGORIES.flatMap((category) =>
      read.filter((file) => file.category === category).map(({ name }) => ({ name, category })),
    ),
  };
}

function readName(name: string): ReadName | undefined {
  const [, series = '', kind = '', year, month, day, category = '', part] = NAME.exec(name) ?? [];
  const isKnown = CATEGORIES.some((one) => one === category);
  if (part === undefined || !(isKnown || IGNORED.has(category))) {
    throw new InputError(`${name} is not named like an AAF file (…_Complet_20240916_Eleve_0000.xml).`, {
      remedy: 'Take it out of the folder, or name it as it was exported.',
    });
  }
  return isKnown ? { name, series, kind, day: `${year}-${month}-${day}`, category, part: Number(part) } : undefined;
}

/** The kind or the day of all files. @throws InputError when the files differ */
function only(files: readonly ReadName[], of: 'kind' | 'day', mixed: string): string {
  const values = new Set(files.map((file) => file[of]));
  if (values.size > 1) {
    throw new InputError(`The folder holds files ${mixed}.`, { remedy: 'Hand over one export at a time.' });
  }
  return [...values][0] ?? '';
}

/** Checks the parts of large files, which are cut into 0000, 0001 …: a missing part, or a missing category, would make people leave. */
function checkSeries(files: readonly ReadName[]): void {
  for (const category of CATEGORIES) {
    const there = new Set(files.filter((file) => file.category === category).map(({ part }) => part));
    const missing = Array.from({ length: there.size + 1 }, (_, part) => part).find((part) => !there.has(part)) ?? 0;
    // Without a gap, only the number after the last is not there.
    if (there.size > 0 && missing === there.size) continue;
    const number = String(missing).padStart(4, '0');
    const name = (files[0]?.name ?? '').replace(/[A-Za-z]+_\d{4}\.xml$/, `${category}_${number}.xml`);
    throw new InputError(
      `The folder lacks ${name}: an export has files of ${CATEGORIES.join(', ')}, each numbered from 0000 on.`,
    );
  }
}

function nothingThere(names: readonly string[]): InputError {
  const packed = names.find((name) => /\.(zip|tgz|gz|tar|7z)$/i.test(name));
  return packed === undefined
    ? new InputError('The folder holds no AAF file (…_Complet_20240916_Eleve_0000.xml).')
    : new InputError(`The folder holds ${packed} and no AAF file.`, { remedy: 'Unpack it there first.' });
}
