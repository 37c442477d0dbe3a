// SPDX-License-Identifier: EUPL-1.2
import type { LivretBrick } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { copyPath, gridPath } from '../../paths.js';
import { copyBefore } from '../../domain/grid/copy-before.js';
import { gridPage } from './grid-page.js';
import { gridRoute } from '../../domain/grid/grid-route.js';
import { registerLines } from './lines.routes.js';

/** The grid of a class in a period, for its teachers. */
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
