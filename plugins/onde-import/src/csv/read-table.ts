// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';

/** A line of a file, with its number as shown by an editor. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly header: readonly string[];
  /** The lines that are not empty. */
  readonly rows: readonly TableRow[];
}

/** A quote opened in this line is not closed, or only in a later line, so the cells in between are unknown. */
export interface BrokenTable {
  readonly brokenAt: number;
}

/** The file ends within this line, so later lines are missing. */
export interface CutTable {
  readonly cutAt: number;
}

const SEPARATORS = [';', ',', '\t'];

/** Characters split at a time. Other requests are served in between, even with a large file. */
const PIECE = 65_536;
/** The maximum number of cells, far more than in any line of ONDE. */
const MOST_CELLS = 300;
const LONGEST_RECORD = 100_000;

/**
 * Splits a file of values into cells, without their outer spaces. Lines may be longer or shorter than the header; callers that read by
 * column decide how to treat them. Undefined when the file is empty.
 */
export async function readTable(text: string): Promise<Table | BrokenTable | CutTable | undefined> {
  const rows: TableRow[] = [];
  let brokenAt: number | undefined;
  let next = 1;
  const parser = parse({
    delimiter: separatorOf(text),
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
    max_record_size: LONGEST_RECORD,
    on_record: (cells, { lines }) => {
      // Cells of ONDE have a single line: a stray quote would swallow the pupils up to the next quote.
      if (cells.some((cell) => /[\r\n]/.test(cell))) brokenAt ??= next;
      next = lines + 1;
      if (cells.some((cell) => cell !== ''))
        rows.push({ line: lines, cells: cells.slice(0, MOST_CELLS).map((cell) => cell.normalize('NFC')) });
      return null;
    },
  });
  try {
    await pipeline(Readable.from(piecesOf(text)), parser.resume());
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { brokenAt: brokenAt ?? next };
  }
  if (brokenAt !== undefined) return { brokenAt };
  const [header, ...others] = rows;
  if (!header) return undefined;
  const last = others.at(-1);
  if (last && !/[\r\n]$/.test(text) && last.cells.length <= header.cells.findLastIndex((cell) => cell !== '')) {
    return { cutAt: last.line };
  }
  return { header: header.cells, rows: others };
}

async function* piecesOf(text: string): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += PIECE) {
    yield text.slice(start, start + PIECE);
    await nextTurn();
  }
}

/** ONDE uses `;`. A spreadsheet may have saved the file with another separator. */
function separatorOf(text: string): string {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  const count = (separator: string): number => firstLine.split(separator).length;
  return SEPARATORS.reduce((best, one) => (count(one) > count(best) ? one : best));
}
