// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import { z } from 'zod';
import type { LivretBrick, LivretRequest } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { knownCatalogues } from '../../domain/catalogue/kept-catalogues.js';
import { classBilans } from '../../domain/life/class-bilans.js';
import { periodNumber } from '../../domain/life/period-number.js';
import { unlockedAmong } from '../../domain/life/read-history.js';
import { readFamilyReadings, type FamilyReadings } from '../../domain/board/family-readings.js';
import { departedBilans } from '../../domain/board/departed-bilans.js';
import { boardClassPath, DEPARTED, departedPath } from '../../paths.js';
import { offLinesOf } from '../../domain/periods/class-rows.js';
import { periodsOf } from '../../domain/periods/current-period.js';
import { periodName } from '../../domain/periods/period-name.js';
import { ClassView } from './class.view.js';
import { presentClass, type ClassInput } from './class.presenter.js';

const params = z.strictObject({ groupId: z.uuid(), period: periodNumber });

/** Registers the bilans of a class, and those of pupils who left, one by one for the head. */
export function registerBoardClass({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  http.get(
    boardClassPath(':groupId', ':period'),
    { access: 'visa', params, group: ({ params: { groupId } }) => groupId },
    async (request) => {
      const { groupId, period } = request.params;
      const { group, bilans } = await classBilans({ groupId, period, permission: 'visa' }, request);
      const named = bilans.map(({ row, pupil }) => ({ row, name: pupil.displayName }));
      const isOff = !request.access.isOnFor(group);
      return classPage({ group, bilans: named, period, isOff }, catalogues, request);
    },
  );

  http.get(departedPath(':period'), { access: 'visa', params: params.pick({ period: true }) }, async (request) => {
    const { t } = request;
    const { period } = request.params;
    const bilans = await departedBilans(period, request);
    const named = bilans.map(({ row, pupil }) => ({ row, name: pupil?.displayName ?? t('late.gone') }));
    return classPage(
      { group: { id: DEPARTED, name: t('departed.title') }, bilans: named, period, isOff: false },
      catalogues,
      request,
    );
  });
}

async function classPage(
  { group, bilans, period, isOff }: Pick<ClassInput, 'group' | 'bilans' | 'period' | 'isOff'>,
  catalogues: Catalogues,
  request: LivretRequest,
): Promise<PageReply> {
  const { db, schoolYear, t, page, asset } = request;
  const rows = bilans.map(({ row }) => row);
  const off = await offLinesOf(
    db,
    rows.map(({ classId }) => classId),
    period,
  );
  const periods = await periodsOf(db, schoolYear);
  const rhythm = periods[0]?.rhythm;
  const publishAt = periods.find((row) => row.period === period)?.publishAt ?? null;
  const unlocked = await unlockedAmong(
    rows.map(({ id }) => id),
    db,
  );
  // The families of a class without the tool read nothing, and those of pupils who left read elsewhere.
  const readings: FamilyReadings = isOff || group.id === DEPARTED ? new Map() : await readFamilyReadings(rows, db);
  const known = await knownCatalogues(rows, catalogues, db);
  const named = periodName({ period, rhythm }, t);
  const told = { off, catalogues: known, unlocked, readings, publishAt };
  const input = { group, bilans, period, isOff, periodName: named, ...told };
  const model = presentClass(input, request);
  return page(model.title, <ClassView model={model} t={t} />, {
    styles: [asset('livret-bridge-board.css')],
    scripts: [asset('ticks.js')],
  });
}
