// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import type { LivretRequest } from '../../../brick-types.js';
import type { Catalogues } from '../../../domain/catalogue/catalogues.js';
import { knownCatalogues } from '../../../domain/catalogue/kept-catalogues.js';
import { unnamedBilans } from '../../../domain/catalogue/unnamed-bilans.js';
import { unpublishedNow } from '../../../domain/late/unpublished-now.js';
import { offLinesOf } from '../../../domain/periods/class-rows.js';
import { currentPeriod, periodsOf } from '../../../domain/periods/current-period.js';
import { leftBilans } from '../../../domain/life/left-bilans.js';
import { livretTabs } from '../livret-tabs.js';
import { BoardView } from './board.view.js';
import { presentBoard } from './board.presenter.js';
import { readFamilyReadings } from '../../../domain/board/family-readings.js';
import { readBoard } from '../../../domain/board/read-board.js';

interface BoardPage {
  /** The period, if it is not the current one. */
  readonly period?: number | undefined;
  readonly catalogues: Catalogues;
}

/** The head's board of the school. */
export async function boardPage({ period, catalogues }: BoardPage, request: LivretRequest): Promise<PageReply> {
  const { db, clock, schoolYear, t, page, asset } = request;
  const periods = await periodsOf(db, schoolYear);
  const shown = period ?? currentPeriod(periods, clock.today())?.period ?? 1;
  const board = await readBoard(shown, catalogues, request);
  const off = await offLinesOf(
    db,
    board.classes.map(({ group }) => group.id),
    shown,
  );
  const unpublished = await unpublishedNow(request);
  const late = unpublished?.isOver === true ? unpublished.count : 0;
  const known = await knownCatalogues(
    [...board.classes.flatMap(({ bilans }) => bilans), ...board.departed],
    catalogues,
    db,
  );
  const left = await leftBilans(request);
  const persons = await request.directory.persons(left.map(({ pupilId }) => pupilId));
  const names = new Map([...persons].map(([id, { displayName }]) => [id, displayName]));
  const unnamed = await unnamedBilans(request, catalogues);
  const readings = await readFamilyReadings(
    board.classes.filter(({ isOff }) => !isOff).flatMap(({ bilans }) => bilans),
    db,
  );
  const told = { readings, late, left, names, unnamed };
  const input = { board, off, catalogues: known, periods, period: shown, ...told };
  const model = presentBoard(input, request);
  return page(t('board.title'), <BoardView model={model} tabs={await livretTabs('board', request)} t={t} />, {
    styles: [asset('livret-bridge-board.css')],
    scripts: [asset('ticks.js')],
  });
}
