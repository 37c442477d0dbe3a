// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { LivretTexts } from '../../brick-types.js';
import type { GridCell, GridRow } from './grid.model.js';

interface GridRowProps {
  readonly row: GridRow;
  readonly t: LivretTexts;
}

/** A pupil: a link to the bilan, an input for each line, what is missing, and the form of the row. */
export function GridRowView({ row, t }: GridRowProps): VNode {
  const { id, name, bilanUrl, cells, isWritable } = row;
  return (
    <tr>
      <th scope="row" id={id}>
        <a href={bilanUrl}>{name}</a>
      </th>
      {cells.map((cell) => (
        <td key={cell.column.id}>
          <Cell cell={cell} row={row} />
        </td>
      ))}
      <td>
        {isWritable ? <Left row={row} t={t} /> : <span class="v-tag">{t(`grid.state.${row.state}`)}</span>}
        {isWritable && <RowForm row={row} t={t} />}
      </td>
    </tr>
  );
}

function Cell({
  cell: { column, value, isAsked, isWrong },
  row,
}: {
  readonly cell: GridCell;
  readonly row: GridRow;
}): VNode {
  const { id, isWritable } = row;
  // The order of the attributes halves the size of the compressed page: each cell then repeats its neighbours.
  return (
    <input
      {...(isWrong && { 'data-state': 'clash', 'aria-invalid': 'true' })}
      value={value === '' ? undefined : value}
      data-off={isAsked ? undefined : ''}
      readOnly={isWritable ? undefined : true}
      maxLength={1}
      form={isWritable ? formId(row) : undefined}
      aria-labelledby={`${id} ${column.id}`}
      name={isWritable ? String(column.index) : undefined}
    />
  );
}

/** The empty cells of a row and its missing appreciation, in words: « 2 cases », « appréciation ». */
function Left({ row: { missingCells, isWithoutWord }, t }: GridRowProps): VNode {
  if (missingCells === 0 && !isWithoutWord) {
    return (
      <span role="img" aria-label={t('grid.nothingMissing')}>
        ✓
      </span>
    );
  }
  return (
    <>
      {missingCells > 0 && <b>{t('grid.cells', { count: missingCells })}</b>}{' '}
      {isWithoutWord && <b data-word="">{t('grid.leftWord')}</b>}
    </>
  );
}

function RowForm({ row, t }: GridRowProps): VNode {
  const { changesUrl, was, from } = row;
  return (
    <form id={formId(row)} method="post" action={changesUrl} autocomplete="off">
      <input type="hidden" name="was" value={was} />
      {/* The script removes it. In a noscript element, it would be missing where a filter blocks the script. */}
      <button name={from && 'from'} value={from}>
        {t('grid.save')}
      </button>
    </form>
  );
}

/** `f3` for the row `r3`. */
function formId({ id }: Pick<GridRow, 'id'>): string {
  return id.replace('r', 'f');
}
