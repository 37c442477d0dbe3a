// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import { z } from 'zod';
import type { LivretBrick, LivretRequest } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { publishLate } from '../../domain/life/publish-late.js';
import { ticked } from '../../domain/life/ticked.js';
import { LATE_PATH } from '../../paths.js';
import { periodsOf } from '../../domain/periods/current-period.js';
import { closingYear } from '../../domain/periods/closing-year.js';
import { presentLate } from './late.presenter.js';
import { LateView } from './late.view.js';
import { readLate } from '../../domain/late/read-late.js';

const body = z.strictObject({ bilan: ticked });

/**
 * Registers the page on which the head, in August, publishes bilans that were signed in the school year before and that nobody published.
 */
export function registerLate({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  http.get(LATE_PATH, { access: 'visa' }, (request) => latePage(request));

  http.post(LATE_PATH, { access: 'visa', body }, async (request) => {
    const { body: form, redirect, t } = request;
    const closing = closingYear(request);
    if (closing?.isOver !== true) return redirect(LATE_PATH, t('late.closed'));
    if (form.bilan.length === 0) return latePage(request, t('sign.noneTicked'));
    const rows = (await readLate(closing.year, request)).rows.filter(({ id, revision }) =>
      form.bilan.some((shown) => shown.id === id && shown.revision === revision),
    );
    const { done, broken } = await publishLate(rows, { ...request, catalogues });
    const changed = form.bilan.length - done.length - broken.length;
    const problems = [
      ...(broken.length > 0 ? [t('late.broken', { count: broken.length })] : []),
      ...(changed > 0 ? [t('late.changed', { count: changed })] : []),
    ];
    if (problems.length > 0) {
      const published = done.length > 0 ? [t('late.done', { count: done.length })] : [];
      return latePage(request, [...published, ...problems].join(' '));
    }
    return redirect(LATE_PATH, t('late.done', { count: done.length }));
  });
}

/** @param problem the reason for which some ticked bilans are still here */
async function latePage(request: LivretRequest, problem?: string): Promise<PageReply> {
  const { db, directory, t, page, asset } = request;
  const closing = closingYear(request);
  const { rows, total } = closing?.isOver === true ? await readLate(closing.year, request) : { rows: [], total: 0 };
  const pupils = await directory.persons(rows.map(({ pupilId }) => pupilId));
  const names = new Map([...pupils].map(([id, { displayName }]) => [id, displayName]));
  const rhythm = closing && (await periodsOf(db, closing.year))[0]?.rhythm;
  const model = presentLate({ closing, rows, total, names, rhythm, problem }, request);
  return page(model.title, <LateView model={model} t={t} />, {
    styles: [asset('livret-bridge-board.css')],
    ...(problem !== undefined && { status: 409 }),
  });
}
