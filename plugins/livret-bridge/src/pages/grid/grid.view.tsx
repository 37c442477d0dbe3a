// SPDX-License-Identifier: EUPL-1.2
import { Button, Crumbs, Icon, LinkButton, Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts, ViewProps } from '../../brick-types.js';
import { ReadingsView, type ReadingsModel } from '../shared/readings.view.js';
import { SaveBar } from '../shared/save-bar.view.js';
import { ClashTemplate } from './clash.view.js';
import { GridTableView } from './grid-table.view.js';
import type { GridModel, GridRow } from './grid.model.js';
import { OwnSignaturesView, type OwnSignatures } from './own-signatures.view.js';

export interface GridViewProps {
  readonly model: GridModel;
  /** Undefined while nothing is published. */
  readonly readings: ReadingsModel | undefined;
  readonly signatures: readonly OwnSignatures[];
  readonly personId: string;
  /** The time zone of the school, in which the page says when it saved. */
  readonly timeZone: string;
  readonly t: LivretTexts;
}

/** The grid of a class in a period. Without script, each row has a button of its own. */
export function GridView({ model, readings, signatures, personId, timeZone, t }: GridViewProps): VNode {
  const { title, className, lead, isOver, tables, urls } = model;
  const crumbs = [{ label: t('title'), url: urls.home }, { label: className }];
  return (
    <>
      <div class="v-pagehead">
        <div>
          <Crumbs label={t('crumbs.label')} crumbs={crumbs} />
          <h1>{title}</h1>
          <p>{lead}</p>
        </div>
        <GridCount model={model} t={t} />
      </div>
      <LifeSteps states={model.states} t={t} />
      {readings && <ReadingsView model={readings} />}
      <SaveBar personId={personId} timeZone={timeZone} idle={isOver ? t('grid.readOnly') : undefined} t={t}>
        <button class="btn btn-quiet" type="button" data-undo="" hidden>
          <Icon name="arrow-counterclockwise" />
          <span class="d-none d-sm-inline">{t('grid.undo')}</span>
          <span class="visually-hidden d-sm-none">{t('grid.undo')}</span>
        </button>
        {!isOver && (
          <a class="btn btn-primary" href={nextEmptyUrl(model)} data-next="" hidden={model.missingCells === 0}>
            {t('grid.next')}
            <Icon name="arrow-right" />
          </a>
        )}
      </SaveBar>
      <Unnamed model={model} t={t} />
      {tables.length === 0 && model.unnamed.length === 0 && <p>{t('grid.empty')}</p>}
      {tables.map((table, index) => (
        <div class="livret-bridge-card" key={index}>
          {index === 0 && <GridKey model={model} t={t} />}
          <GridTableView table={table} model={model} t={t} />
        </div>
      ))}
      <ClashTemplate t={t} />
      {!isOver && <Acts model={model} t={t} />}
      <OwnSignaturesView acts={signatures} />
    </>
  );
}

function rowsOf(tables: GridModel['tables']): GridRow[] {
  return tables.flatMap(({ levels }) => levels.flatMap((level) => level.rows));
}

function Acts({ model: { urls, before, lines }, t }: Pick<GridViewProps, 'model' | 't'>): VNode {
  return (
    <div class="v-actions">
      <LinkButton icon="pen-fill" href={urls.sign}>
        {t('grid.sign')}
      </LinkButton>
      {before !== undefined && (
        <form method="post" action={urls.copy}>
          <Button icon="clock-history">{t('copy.open', { period: before })}</Button>
        </form>
      )}
      <LinkButton icon="list-check" href={urls.lines}>
        {t('lines.open', lines)}
      </LinkButton>
    </div>
  );
}

/** The bilans that nobody can write, since the names of their lines are missing. */
function Unnamed({ model: { unnamed }, t }: Pick<GridViewProps, 'model' | 't'>): VNode | null {
  if (unnamed.length === 0) return null;
  return (
    <Note kind="warn">
      <p>{t('read.unnamedStaff')}</p>
      <ul>
        {unnamed.map(({ name, url }) => (
          <li key={url}>
            <a href={url}>{name}</a>
          </li>
        ))}
      </ul>
    </Note>
  );
}

/** The row with the next empty cell; the script goes to the cell itself. */
function nextEmptyUrl({ tables }: GridModel): string {
  return `#${rowsOf(tables).find(({ missingCells }) => missingCells > 0)?.id ?? 'r1'}`;
}

/** The steps from draft to published. The class is at the step of its last bilan; bilans further on are counted at their own step. */
function LifeSteps({ states, t }: { readonly states: GridModel['states']; readonly t: LivretTexts }): VNode {
  const at = states.find(({ count }) => count > 0)?.state ?? 'draft';
  const isMixed = states.filter(({ count }) => count > 0).length > 1;
  return (
    <ol class="livret-bridge-steps" aria-label={t('grid.steps')}>
      {states.map(({ state, count }) => {
        const words = t(`grid.state.${state}`);
        return (
          <li key={state} aria-current={state === at ? 'step' : undefined}>
            {state === at && <Icon name="pencil-fill" />}
            {isMixed && count > 0 ? t('grid.stateCount', { state: words, count }) : words}
          </li>
        );
      })}
    </ol>
  );
}

/** The cells that are filled in and missing; the script counts on from there, with the words that it finds here. */
function GridCount({
  model,
  t,
}: ViewProps<Pick<GridModel, 'filled' | 'total' | 'missingCells' | 'missingWords'>>): VNode {
  const { filled, total, missingCells, missingWords } = model;
  const missing = [
    ...(missingCells > 0 ? [t('grid.cells', { count: missingCells })] : []),
    ...(missingWords > 0 ? [t('grid.words', { count: missingWords })] : []),
  ];
  const words = {
    'data-filled': t('grid.filled', { filled: '{filled}', total }),
    'data-filled-none': t('grid.filledNone'),
    'data-missing': t('grid.missing', { what: '{what}' }),
    'data-nothing': t('grid.nothingMissing'),
    'data-and': t('grid.and'),
    'data-cells-one': t('grid.cells', { count: 1 }),
    'data-cells': t('grid.cells', { count: 2 }),
    'data-words-one': t('grid.words', { count: 1 }),
    'data-words': t('grid.words', { count: 2 }),
    'data-without-word': String(missingWords),
  };
  return (
    <div class="livret-bridge-count" {...words}>
      <div>
        <strong>{filled === 0 ? t('grid.filledNone') : t('grid.filled', { filled, total })}</strong>{' '}
        <span class="v-soft">
          {missing.length === 0 ? t('grid.nothingMissing') : t('grid.missing', { what: missing.join(t('grid.and')) })}
        </span>
      </div>
      <progress value={filled} max={Math.max(1, total)} aria-label={t('grid.progress')} />
    </div>
  );
}

/** The scale and, while somebody may write, the keys that write in the grid. */
function GridKey({ model: { scale, isOver }, t }: ViewProps<Pick<GridModel, 'scale' | 'isOver'>>): VNode {
  return (
    <div class="livret-bridge-key">
      <ul class="livret-bridge-scale" aria-label={t('grid.scale')}>
        {[...scale, ...(isOver ? [] : [{ value: '', label: t('grid.toFill') }])].map(({ value, label }) => (
          <li key={value}>
            <span data-v={value} aria-hidden="true">
              {value}
            </span>
            {label}
          </li>
        ))}
      </ul>
      {!isOver && <Keys t={t} />}
    </div>
  );
}

function Keys({ t }: Pick<GridViewProps, 't'>): VNode {
  return (
    <p class="livret-bridge-keys">
      <span>{t('grid.keyboard')}</span>
      <span>
        <kbd>1</kbd> {t('grid.keys.to')} <kbd>4</kbd> {t('grid.keys.put')}
      </span>
      <span>
        <kbd>N</kbd> {t('grid.keys.or')} <kbd>0</kbd> {t('grid.keys.notAssessed')}
      </span>
      <span>
        <kbd>←</kbd> <kbd>↑</kbd> <kbd>↓</kbd> <kbd>→</kbd> {t('grid.keys.move')}
      </span>
      <span>
        <kbd>Ctrl</kbd> <kbd>Z</kbd> {t('grid.keys.undo')}
      </span>
    </p>
  );
}
