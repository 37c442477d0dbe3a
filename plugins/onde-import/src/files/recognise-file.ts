// SPDX-License-Identifier: EUPL-1.2
import { decode } from '../csv/decode.js';
import { fold } from '../csv/fold.js';
import { foreignFile } from '../csv/foreign-file.js';
import { isEndless } from '../csv/is-endless.js';
import { readTable, type Table } from '../csv/read-table.js';
import { childPlaces, guardianPlaces, pupilPlaces } from './columns.js';
import type { Refusal, RefusalCode } from './refusal.js';

/** A file as it was handed over. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that was recognised by its columns, whatever its name. */
export interface KnownFile {
  readonly name: string;
  readonly part: 'pupils' | 'guardians';
  readonly table: Table;
}

export async function recogniseFile({ name, bytes }: GivenFile): Promise<KnownFile | Refusal> {
  const refuse = (refused: RefusalCode, values = {}): Refusal => ({ refused, values: { file: name, ...values } });
  const foreign = foreignFile(bytes);
  if (foreign) return refuse(foreign);
  const text = decode(bytes);
  if (isEndless(text)) return refuse('endless');
  const table = await readTable(text);
  if (!table) return refuse('empty');
  if ('brokenAt' in table) return refuse('broken', { line: table.brokenAt });
  if ('cutAt' in table) return refuse('cut', { line: table.cutAt });
  const part = partOf(table.header);
  if (part !== 'pupils' && part !== 'guardians') return refuse(part);
  return table.rows.length === 0 ? refuse('empty') : { name, part, table };
}

function partOf(header: readonly string[]): KnownFile['part'] | 'teachers' | 'unknown' {
  const guardian = guardianPlaces(header);
  if (guardian.familyName !== undefined && guardian.givenName !== undefined && childPlaces(header).length > 0)
    return 'guardians';
  const { familyName, givenName, birthDate, level, cycle } = pupilPlaces(header);
  const hasLevel = level !== undefined || cycle !== undefined;
  if (familyName !== undefined && givenName !== undefined && birthDate !== undefined && hasLevel) return 'pupils';
  return header.some((text) => fold(text) === 'directeur') ? 'teachers' : 'unknown';
}
