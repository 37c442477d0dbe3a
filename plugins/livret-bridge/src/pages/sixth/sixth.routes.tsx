// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { LivretBrick } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { knownCatalogues } from '../../domain/catalogue/kept-catalogues.js';
import { HOME_PATH, sixthPath } from '../../paths.js';
import { readClass } from '../../domain/sixth/read-class.js';
import { presentSixth } from './sixth.presenter.js';
import { SixthView } from './sixth.view.js';

const params = z.strictObject({ groupId: z.uuid() });
const query = z.object({ sort: z.string().max(20).optional() });

/** Registers a class of 6e in one table, for its teachers and the head. */
export function registerSixth({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  http.get(
    sixthPath(':groupId'),
    { access: 'compare', params, query, group: ({ params: { groupId } }) => groupId },
    async (request) => {
      const {
        params: at,
        query: { sort },
        t,
        url,
        page,
        asset,
      } = request;
      const read = await readClass(at.groupId, request);
      const used = read.pupils.flatMap(({ bilans }) => bilans);
      const known = await knownCatalogues(used, catalogues, request.db);
      const model = presentSixth(read, { ...at, sort }, { t, url, catalogues: known });
      return page(model.title, <SixthView model={model} homeUrl={url(HOME_PATH)} t={t} />, {
        styles: [asset('livret-bridge-sixth.css')],
        scripts: [asset('sixth.js')],
      });
    },
  );
}
