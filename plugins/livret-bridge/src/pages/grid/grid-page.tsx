// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import type { LivretRequest } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import type { GridPlace } from '../../domain/grid/grid-route.js';
import { presentGrid } from './grid.presenter.js';
import { GridView } from './grid.view.js';
import { presentOwnSignatures } from './own-signatures.view.js';
import { readFamilyReadings } from '../../domain/board/family-readings.js';
import { bilanPath } from '../../paths.js';
import { presentReadings } from '../shared/readings.presenter.js';
import { readGrid } from '../../domain/grid/read-grid.js';
import type { TypedRow } from '../../domain/grid/typed-row.js';

/** The cells that a form could not save, and the status that says so. */
export interface GridMistake {
  readonly status: 400 | 409;
  readonly typed: TypedRow;
}

/** The page of a class in a period. @throws NotFoundError when the user does not write there, or the period is not open */
export async function gridPage(
  request: LivretRequest,
  catalogues: Catalogues,
  at: GridPlace,
  mistake?: GridMistake,
): Promise<PageReply> {
  const { db, user, school, t, url, asset, page } = request;
  const grid = await readGrid(request, catalogues, at);
  const model = presentGrid(grid, request, mistake?.typed);
  const read = await readFamilyReadings(
    grid.pupils.map(({ bilan }) => bilan),
    db,
  );
  const readings = presentReadings(
    grid.pupils.flatMap(({ pupil, bilan: { id } }) => {
      const reading = read.get(id);
      return reading ? [{ name: pupil.displayName, url: url(bilanPath(id)), readings: [reading] }] : [];
    }),
    t,
  );
  const signatures = presentOwnSignatures(grid, request);
  const props = { model, readings, signatures, personId: user.id, timeZone: school.timeZone };
  const view = <GridView {...props} t={t} />;
  return page(`${model.className}, ${model.title}`, view, {
    styles: [asset('livret-bridge-grid.css')],
    scripts: [asset('livret-bridge-grid.js')],
    ...(mistake && { status: mistake.status }),
  });
}
