// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import { z } from 'zod';
import type { LivretBrick, LivretRequest } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { copyPath, gridPath, HOME_PATH, linesPath } from '../../paths.js';
import { copyBefore } from '../../domain/grid/copy-before.js';
import { gridPage } from './grid-page.js';
import { gridRoute } from '../../domain/grid/grid-route.js';
import { periodName } from '../../domain/periods/period-name.js';
import { classLines } from '../../domain/grid/class-lines.js';
import { LinesView } from './lines.view.js';
import { readGrid, type ClassGrid } from '../../domain/grid/read-grid.js';
import { switchLines } from '../../domain/grid/switch-lines.js';

const code = z.string().max(10);

const body = z.object({ line: z.union([z.array(code).max(100), code.transform((one) => [one])]).optional() });

/** Registers the grid of a class in a period, for its teachers. */
export function registerGrid(brick: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  brick.http.get(gridPath(':groupId', ':period'), gridRoute, (request) =>
    gridPage(request, catalogues, request.params),
  );

  brick.http.post(copyPath(':groupId', ':period'), gridRoute, async (request) => {
    const { params, redirect, t } = request;
    const count = await copyBefore(request, catalogues, params);
    const notice = count === 0 ? t('copy.none') : t('copy.done', { count });
    return redirect(gridPath(params.groupId, params.period), notice);
  });

  registerLines(brick, catalogues);
}

/** The lines of a class in a period: a page, and its form. */
function registerLines({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  const path = linesPath(':groupId', ':period');

  http.get(path, gridRoute, async (request) => linesPage(request, await readGrid(request, catalogues, request.params)));

  http.post(path, { ...gridRoute, body }, async (request) => {
    const { params, redirect, t } = request;
    const grid = await readGrid(request, catalogues, params);
    const on = request.body.line ?? [];
    if (on.length === 0) return linesPage(request, grid, { error: t('lines.none') });
    if (!(await switchLines(request, grid, on))) return linesPage(request, grid, { error: t('lines.tooMany'), on });
    return redirect(gridPath(params.groupId, params.period), t('lines.saved'));
  });
}

function linesPage(
  { url, page, t }: Pick<LivretRequest, 'url' | 'page' | 't'>,
  grid: ClassGrid,
  { error, on }: { readonly error?: string; readonly on?: readonly string[] } = {},
): PageReply {
  const { group, period } = grid;
  const title = t('lines.title', { period: periodName(period, t) });
  const urls = { lines: url(linesPath(group.id, period.period)), grid: url(gridPath(group.id, period.period)) };
  const crumbs = [
    { label: t('title'), url: url(HOME_PATH) },
    { label: group.name, url: urls.grid },
    { label: t('lines.crumb') },
  ];
  const lines = classLines(grid).map((line) => (on ? { ...line, isOn: on.includes(line.code) } : line));
  const view = <LinesView title={title} crumbs={crumbs} lines={lines} urls={urls} error={error} t={t} />;
  return page(`${group.name}, ${title}`, view, error === undefined ? {} : { status: 400 });
}
