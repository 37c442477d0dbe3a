// SPDX-License-Identifier: EUPL-1.2
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';

/** A line of a file, with its number as an editor shows it. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly header: readonly string[];
  /** Those in which something stands. */
  readonly rows: readonly TableRow[];
}

/** A quote that is opened in this line is never closed, so that nothing after it can be read. */
export interface BrokenTable {
  readonly brokenAt: number;
}

const SEPARATORS = [';', ',', '\t'];

/**
 * Splits a file of values into its cells, without their outer spaces. Lines may be longer or shorter than the header: who reads them
 * by column decides what that means. Undefined when nothing is in it.
 */
export function readTable(text: string): Table | BrokenTable | undefined {
  try {
    const rows: TableRow[] = [];
    parse(text, {
      delimiter: separatorOf(text),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (cells, { lines }) => {
        if (cells.some((cell) => cell !== ''))
          rows.push({ line: lines, cells: cells.map((cell) => cell.normalize('NFC')) });
        return null;
      },
    });
    const [header, ...others] = rows;
    return header && { header: header.cells, rows: others };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { brokenAt: Number(error['lines'] ?? 0) };
  }
}

/** ONDE writes `;`. A file that went through a spreadsheet may have come out with another. */
function separatorOf(text: string): string {
  const [firstLine = ''] = text.split(/\r?\n|\r/, 1);
  const count = (separator: string): number => firstLine.split(separator).length;
  return SEPARATORS.reduce((best, one) => (count(one) > count(best) ? one : best));
}
