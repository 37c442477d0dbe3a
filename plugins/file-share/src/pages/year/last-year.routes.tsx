// SPDX-License-Identifier: EUPL-1.2
import type { FileShareBrick } from '../../brick-types.js';
import { KEPT_FOLDER } from '../../domain/keep/keep-for-pupils.js';
import { childTakeAllPath, KEEP_LEFT_PATH, LAST_YEAR_PATH, TAKE_ALL_PATH } from '../../paths.js';
import { childParams } from '../../route-params.js';
import { LastYearView } from './last-year.view.js';
import { keepLeftFiles } from '../../domain/year/left-files.js';
import { presentLastYear } from './last-year.presenter.js';
import { takeAll, takeOfChild } from '../../domain/year/take-all.js';

/** Registers the pages of former classes, and the download of everything of a person who goes to another school. */
export function registerLastYear({ http, settings }: FileShareBrick): void {
  http.get(LAST_YEAR_PATH, { access: 'pick' }, async (request) => {
    const model = await presentLastYear(request, settings);
    return request.page(request.t('lastYear.title'), <LastYearView model={model} t={request.t} />);
  });
  http.post(KEEP_LEFT_PATH, { access: 'own' }, async (request) => {
    const count = await keepLeftFiles(request);
    return request.redirect(LAST_YEAR_PATH, request.t('left.kept', { count, folder: KEPT_FOLDER }));
  });
  http.get(TAKE_ALL_PATH, { access: 'own' }, takeAll);
  http.get(
    childTakeAllPath(':childId'),
    {
      access: 'readPart',
      params: childParams,
      load: ({ params }) => Promise.resolve({ pupilId: params.childId, visibleTo: ['guardian' as const] }),
    },
    takeOfChild,
  );
}
