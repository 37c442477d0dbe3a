// SPDX-License-Identifier: EUPL-1.2
import { Button, Crumbs, Icon, LinkButton, Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts } from '../../brick-types.js';
import { SaveBar } from '../shared/save-bar.view.js';
import { ClashTemplate } from './clash.view.js';
import { GridCount } from './grid-count.view.js';
import { GridKey } from './grid-key.view.js';
import { GridTableView } from './grid-table.view.js';
import type { GridModel } from './grid.model.js';
import { LifeSteps } from './life-steps.view.js';

export interface GridViewProps {
  readonly model: GridModel;
  readonly personId: string;
  readonly t: LivretTexts;
}

/** The grid of a class in a period. Without script, each row has a button of its own. */
export function GridView({ model, personId, t }: GridViewProps): VNode {
  const { title, className, dueOn, tables, urls } = model;
  const crumbs = [{ label: t('title'), url: urls.home }, { label: className }];
  return (
    <>
      <div class="v-pagehead">
        <div>
          <Crumbs label={t('grid.path')} crumbs={crumbs} />
          <h1>{title}</h1>
          <p>{t('grid.due', { day: dueOn })}</p>
        </div>
        <GridCount model={model} t={t} />
      </div>
      <LifeSteps states={model.states} t={t} />
      <SaveBar personId={personId} t={t}>
        <button class="btn btn-quiet" type="button" data-undo="" hidden>
          <Icon name="arrow-counterclockwise" />
          <span class="d-none d-sm-inline">{t('grid.undo')}</span>
          <span class="visually-hidden d-sm-none">{t('grid.undo')}</span>
        </button>
        <a class="btn btn-primary" href={nextEmptyUrl(model)} data-next="">
          {t('grid.next')}
          <Icon name="arrow-right" />
        </a>
      </SaveBar>
      <Unnamed model={model} t={t} />
      {tables.length === 0 && model.unnamed.length === 0 && <p>{t('grid.empty')}</p>}
      {tables.map((table, index) => (
        <div class="livret-bridge-card" key={index}>
          {index === 0 && <GridKey scale={model.scale} t={t} />}
          <GridTableView table={table} model={model} t={t} />
        </div>
      ))}
      <ClashTemplate t={t} />
      <div class="v-actions">
        <LinkButton icon="pen-fill" href={urls.sign}>
          {t('grid.sign')}
        </LinkButton>
        {model.before !== undefined && (
          <form method="post" action={urls.copy}>
            <Button icon="clock-history">{t('copy.open', { period: model.before })}</Button>
          </form>
        )}
        <LinkButton icon="list-check" href={urls.lines}>
          {t('lines.open', model.lines)}
        </LinkButton>
      </div>
    </>
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
  const rows = tables.flatMap(({ levels }) => levels.flatMap((level) => level.rows));
  return `#${rows.find(({ missingCells }) => missingCells > 0)?.id ?? 'r1'}`;
}
