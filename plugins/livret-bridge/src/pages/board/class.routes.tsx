// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { LivretBrick } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { knownCatalogues } from '../../domain/catalogue/kept-catalogues.js';
import { classBilans } from '../../domain/life/class-bilans.js';
import { periodNumber } from '../../domain/life/period-number.js';
import { unlockedAmong } from '../../domain/life/read-history.js';
import { boardClassPath } from '../../paths.js';
import { offLinesOf } from '../../domain/periods/class-rows.js';
import { periodsOf } from '../../domain/periods/current-period.js';
import { periodName } from '../../domain/periods/period-name.js';
import { ClassView } from './class.view.js';
import { presentClass } from './class.presenter.js';

const params = z.strictObject({ groupId: z.uuid(), period: periodNumber });

/** Registers the bilans of a class, one by one, for the head. */
export function registerBoardClass({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  http.get(
    boardClassPath(':groupId', ':period'),
    { access: 'visa', params, group: ({ params: { groupId } }) => groupId },
    async (request) => {
      const { params: address, db, schoolYear, t, page, asset } = request;
      const { groupId, period } = address;
      const { group, bilans } = await classBilans({ groupId, period, permission: 'visa' }, request);
      const off = await offLinesOf(
        db,
        bilans.map(({ row }) => row.classId),
        period,
      );
      const rhythm = (await periodsOf(db, schoolYear))[0]?.rhythm;
      const unlocked = await unlockedAmong(
        bilans.map(({ row }) => row.id),
        db,
      );
      const known = await knownCatalogues(
        bilans.map(({ row }) => row),
        catalogues,
        db,
      );
      const named = periodName({ period, rhythm }, t);
      const input = { group, bilans, period, periodName: named, off, catalogues: known, unlocked };
      const model = presentClass(input, request);
      return page(model.title, <ClassView model={model} t={t} />, {
        styles: [asset('livret-bridge-board.css')],
        scripts: [asset('ticks.js')],
      });
    },
  );
}
