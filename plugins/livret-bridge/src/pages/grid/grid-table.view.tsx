// SPDX-License-Identifier: EUPL-1.2
import { Fragment, type VNode } from 'preact';
import type { LivretTexts } from '../../brick-types.js';
import { RowProblems } from './clash.view.js';
import type { GridColumn, GridModel, GridTable } from './grid.model.js';
import { GridRowView } from './grid-row.view.js';

interface GridTableProps {
  readonly table: GridTable;
  readonly model: Pick<GridModel, 'className' | 'urls' | 'isOver'>;
  readonly t: LivretTexts;
}

/** The pupils with one catalogue. A domain of one line has one header, over two rows. */
export function GridTableView({ table, model, t }: GridTableProps): VNode {
  const { domains, levels, width } = table;
  return (
    <div
      class="livret-bridge-scroll"
      role="region"
      aria-label={t('grid.region', { name: model.className })}
      tabIndex={0}
    >
      <table class="livret-bridge-grid" data-done={t('grid.nothingMissing')}>
        <colgroup />
        {domains.map(({ label, columns }) => (
          <colgroup key={label} span={columns.length} />
        ))}
        <colgroup />
        <GridHead domains={domains} isOver={model.isOver} t={t} />
        {levels.map((level) => (
          <tbody key={level.title}>
            <tr>
              <th scope="rowgroup" colSpan={width + 2}>
                {level.title}
              </th>
            </tr>
            {level.rows.map((row) => (
              <Fragment key={row.id}>
                <GridRowView row={row} t={t} />
                <RowProblems row={row} width={width + 2} model={model} t={t} />
              </Fragment>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

type GridHeadProps = Pick<GridTable, 'domains'> & Pick<GridModel, 'isOver'> & Pick<GridTableProps, 't'>;

function GridHead({ domains, isOver, t }: GridHeadProps): VNode {
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {t('grid.pupil')}
        </th>
        {domains.map(({ label, short, columns }) => {
          const [only] = columns;
          return columns.length === 1 && only ? (
            <Header key={only.id} column={{ ...only, label, short }} rows={2} />
          ) : (
            <th key={label} scope="colgroup" colSpan={columns.length}>
              <Short label={label} short={short} />
            </th>
          );
        })}
        <th scope="col" rowSpan={2}>
          {t(isOver ? 'board.where' : 'grid.left')}
        </th>
      </tr>
      <tr>
        {domains.map(({ columns }) =>
          columns.length === 1 ? null : columns.map((column) => <Header key={column.id} column={column} />),
        )}
      </tr>
    </thead>
  );
}

interface HeaderProps {
  readonly column: GridColumn;
  readonly rows?: number;
}

function Header({ column: { id, code, label, short, isOff }, rows }: HeaderProps): VNode {
  const marks = { 'data-cell': code, 'data-off': isOff ? '' : undefined };
  return (
    <th scope="col" id={id} rowSpan={rows} title={label} {...marks}>
      <Short label={label} short={short} />
    </th>
  );
}

/** A narrow column shows a short word, and is read out as the whole one. */
function Short({ label, short }: Pick<GridColumn, 'label' | 'short'>): VNode {
  if (label === short) return <>{label}</>;
  return (
    <>
      <span aria-hidden="true">{short}</span>
      <span class="visually-hidden">{label}</span>
    </>
  );
}
