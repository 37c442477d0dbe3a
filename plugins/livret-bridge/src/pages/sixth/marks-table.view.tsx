// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { CatalogueLine } from '../../domain/catalogue/catalogue.js';
import type { LivretTexts } from '../../brick-types.js';
import type { SixthCell, SixthModel, SixthRow } from './sixth.model.js';
import { BY_NAME, BY_SCHOOL, BY_WATCH } from './sort-rows.js';

interface TableProps {
  readonly model: SixthModel;
  readonly t: LivretTexts;
}

/** Positions are painted by `data-v`, and arrows are letters: 150 pupils stay at some 150 kB. */
export function MarksTable({ model, t }: TableProps): VNode {
  const { groups, rows } = model;
  const lines = groups.flatMap((group) => group.lines);
  return (
    <table class="livret-bridge-marks">
      <thead>
        <tr>
          <td colSpan={3} />
          {groups.map(({ label, lines: { length } }) => (
            <th key={label} scope="colgroup" colSpan={length}>
              {label ?? t('sixth.others')}
            </th>
          ))}
        </tr>
        <tr>
          <SortHead column={BY_NAME} label={t('sixth.pupil')} model={model} t={t} />
          <SortHead column={BY_WATCH} label={t('sixth.watch')} model={model} t={t} />
          <SortHead column={BY_SCHOOL} label={t('sixth.school')} model={model} t={t} />
          {lines.map((line) => (
            <LineHead key={line.code} line={line} model={model} t={t} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <PupilRow key={row.url ?? row.name} row={row} columns={lines.length} t={t} />
        ))}
      </tbody>
    </table>
  );
}

interface SortHeadProps extends TableProps {
  readonly column: string;
  readonly label: string;
}

function SortHead({ column, label, model: { sort, sortUrl } }: SortHeadProps): VNode {
  const isSorted = sort === column;
  return (
    <th scope="col" class="livret-bridge-marks-text" aria-sort={isSorted ? sortedAs(column) : undefined}>
      <a href={sortUrl(column)}>
        {label}
        {isSorted && <Icon name={column === BY_WATCH ? 'sort-down' : 'sort-alpha-down'} />}
      </a>
    </th>
  );
}

function sortedAs(column: string): 'ascending' | 'descending' {
  return column === BY_WATCH ? 'descending' : 'ascending';
}

function LineHead({
  line: { code, label, short },
  model: { sort, sortUrl },
  t,
}: TableProps & { readonly line: CatalogueLine }): VNode {
  return (
    <th scope="col" aria-sort={sort === code ? 'ascending' : undefined}>
      <a href={sortUrl(code)} title={label}>
        <span aria-hidden="true">{short}</span>
        <span class="visually-hidden">{t('sixth.sortBy', { label })}</span>
      </a>
    </th>
  );
}

interface PupilRowProps {
  readonly row: SixthRow;
  readonly columns: number;
  readonly t: LivretTexts;
}

function PupilRow({ row: { name, url, watch, school, cells }, columns, t }: PupilRowProps): VNode {
  if (url === undefined) {
    return (
      <tr>
        <th scope="row">
          <span>{name}</span>
        </th>
        <td colSpan={2 + columns} class="v-soft">
          {t('sixth.waiting')}
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">
        <a href={url}>{name}</a>
      </th>
      {watch === '' ? <td class="v-soft">{t('sixth.none')}</td> : <td>{watch}</td>}
      <td>{school}</td>
      {cells.map((cell) => (
        <PositionCell key={cell.code} cell={cell} t={t} />
      ))}
    </tr>
  );
}

function PositionCell({ cell: { value, move }, t }: { readonly cell: SixthCell; readonly t: LivretTexts }): VNode {
  if (value === '') return <td />;
  if (move === 'none') return <td data-v={value}>{value}</td>;
  const isUp = move === 'up';
  return (
    <td data-v={value} aria-label={t(isUp ? 'sixth.up' : 'sixth.down', { value })}>
      {value + (isUp ? '↗' : '↘')}
    </td>
  );
}
