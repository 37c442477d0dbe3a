// SPDX-License-Identifier: EUPL-1.2
import { levelRank, type Format } from '@volee/core-adapter';
import { isWritable } from '../../domain/bilan/state.js';
import { BILAN_STATES } from '../../store/bilan.entity.js';
import { whatIsMissing } from '../../domain/bilan/what-is-missing.js';
import type { LivretTexts } from '../../brick-types.js';
import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import { editionOf } from '../../domain/catalogue/catalogues.js';
import { bilanPath, changesPath, copyPath, gridPath, HOME_PATH, linesPath, signPath } from '../../paths.js';
import { capital } from '../../domain/periods/capital.js';
import { levelName, periodName } from '../../domain/periods/period-name.js';
import { classLines } from '../../domain/grid/class-lines.js';
import { gridColumns } from './grid-columns.js';
import type { GridDomain, GridLevel, GridModel, GridRow, GridTable } from './grid.model.js';
import type { ClassGrid } from '../../domain/grid/read-grid.js';
import type { TypedRow } from '../../domain/grid/typed-row.js';

interface Words {
  readonly t: LivretTexts;
  readonly format: Pick<Format, 'weekdayAndDay'>;
  url(path: string): string;
}

type Entry = ClassGrid['pupils'][number];

/** Presents the rows as a page. @param typed what a form without script could not save */
export function presentGrid(grid: ClassGrid, words: Words, typed?: TypedRow): GridModel {
  const { group, period, before, pupils, catalogues } = grid;
  const { t, url, format } = words;
  const known = pupils.filter(({ bilan }) => catalogues.find(bilan.catalogue));
  const tables = presentTables({ ...grid, pupils: known }, words, typed);
  const rows = tables.flatMap(({ levels }) => levels.flatMap((level) => level.rows));
  const missingCells = sum(rows.map((row) => row.missingCells));
  const total = sum(rows.map(({ cells }) => cells.filter(({ isAsked }) => isAsked).length));
  const nameOf = (one: typeof period): string => capital(periodName(one, t));
  const [first] = known;
  const lines = classLines(grid);
  const isOver = rows.length > 0 && rows.every((row) => !row.isWritable);
  return {
    ...{ title: nameOf(period), className: group.name, isOver },
    lead: isOver
      ? t(rows.every(({ state }) => state === 'published') ? 'grid.allPublished' : 'grid.allSigned')
      : t('grid.due', { day: format.weekdayAndDay(period.dueOn) }),
    ...{ total, filled: total - missingCells, missingCells },
    missingWords: rows.filter((row) => row.isWithoutWord).length,
    states: BILAN_STATES.map((state) => ({ state, count: pupils.filter(({ bilan }) => bilan.state === state).length })),
    scale: first ? catalogues.get(first.bilan.catalogue).scale : [],
    tables,
    unnamed: pupils
      .filter((one) => !known.includes(one))
      .map(({ pupil, bilan }) => ({ name: pupil.displayName, url: url(bilanPath(bilan.id)) })),
    lines: { on: lines.filter(({ isOn }) => isOn).length, count: lines.length },
    before: before && nameOf(before),
    urls: {
      home: url(HOME_PATH),
      lines: url(linesPath(group.id, period.period)),
      copy: url(copyPath(group.id, period.period)),
      sign: url(signPath(group.id, period.period)),
      grid: url(gridPath(group.id, period.period)),
    },
  };
}

function presentTables(grid: ClassGrid, words: Words, typed?: TypedRow): GridTable[] {
  const sorted = [...grid.pupils].sort((a, b) => levelRank(a.bilan.level) - levelRank(b.bilan.level));
  const tables: GridTable[] = [];
  let [column, row] = [1, 1];
  // Bilans from before ADR 84 have the plain id of their catalogue: with the same lines they are in one table.
  const named = new Set(sorted.map(({ bilan }) => bilan.catalogue));
  const editions = new Map([...named].map((id) => [id, editionOf(grid.catalogues.get(id)).id]));
  for (const entries of groupedBy(sorted, ({ bilan }) => editions.get(bilan.catalogue) ?? '')) {
    const catalogue = grid.catalogues.get(entries[0]?.bilan.catalogue ?? '');
    const off = grid.off.get(grid.group.id) ?? [];
    const positions = entries.map(({ bilan }) => bilan.positions);
    const domains = gridColumns(catalogue, off, positions, column);
    const levels = groupedBy(entries, ({ bilan }) => bilan.level ?? '').map((pupils): GridLevel => {
      const level = pupils[0]?.bilan.level;
      const count = words.t('grid.pupils', { count: pupils.length });
      return {
        title: `${level ? levelName(level) : words.t('grid.noLevel')}, ${count}`,
        rows: pupils.map((entry) => presentRow(entry, row++, { domains, catalogue, grid, words, typed })),
      };
    });
    const width = sum(domains.map(({ columns }) => columns.length));
    tables.push({ domains, width, levels });
    column += width;
  }
  return tables;
}

interface RowContext {
  readonly domains: readonly GridDomain[];
  readonly catalogue: Catalogue;
  readonly grid: ClassGrid;
  readonly words: Words;
  readonly typed: TypedRow | undefined;
}

function presentRow({ pupil, bilan }: Entry, number: number, context: RowContext): GridRow {
  const { domains, catalogue, grid, words } = context;
  const off = grid.off.get(bilan.classId) ?? [];
  const missing = whatIsMissing(catalogue, bilan, off);
  const typed = context.typed?.bilanId === bilan.id ? context.typed : undefined;
  const cells = domains.flatMap(({ columns }) =>
    columns.map((column) => {
      const stored = (bilan.positions[column.index] ?? ' ').trim();
      const isAsked = stored !== '' || !off.includes(column.code);
      const refused = typed?.refused.get(column.code);
      const isWrong = refused !== undefined || typed?.clashes.has(column.code) === true;
      const value = isWritable(bilan.state) ? (refused?.value ?? stored) : stored;
      return { column, value, isAsked, isWrong };
    }),
  );
  return {
    ...{ id: `r${number.toString(36)}`, name: pupil.displayName, cells, was: bilan.positions },
    ...{ bilanUrl: words.url(bilanPath(bilan.id)), changesUrl: words.url(changesPath(bilan.id)) },
    from: bilan.classId === grid.group.id ? undefined : grid.group.id,
    ...{ state: bilan.state, isWritable: isWritable(bilan.state) },
    ...{ missingCells: missing.lines.length, isWithoutWord: missing.general },
    problems: cells.flatMap(({ column }) => {
      const choice = typed?.clashes.get(column.code);
      const sentence = typed?.refused.get(column.code)?.sentence ?? choice?.sentence;
      return sentence === undefined ? [] : [{ column, sentence, choice }];
    }),
  };
}

function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
