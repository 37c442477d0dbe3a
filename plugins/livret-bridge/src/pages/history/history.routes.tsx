// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError } from '@volee/core-adapter';
import { z } from 'zod';
import { bilanParams } from '../../domain/bilan/bilan-params.js';
import { loadBilan } from '../../domain/trace/load-bilan.js';
import type { LivretBrick } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { knownCatalogues } from '../../domain/catalogue/kept-catalogues.js';
import { keptPath, tracePath } from '../../paths.js';
import { presentBilan } from '../shared/bilan/bilan.presenter.js';
import { rhythmOf } from '../../domain/periods/rhythm-of.js';
import { beforeIn } from '../../domain/read/bilan-before.js';
import { READ_SHEET } from '../../domain/read/read-sheet.js';
import { readableKept } from '../../domain/read/readable-kept.js';
import { TraceRow } from '../../store/trace.entity.js';
import { keptIn } from '../../domain/trace/kept-publication.js';
import { presentHistoryPage, presentKept } from './history.presenter.js';
import { HistoryView, KeptView } from './history.view.js';
import { stepsOf } from '../../domain/life/read-history.js';

const keptParams = bilanParams.extend({ step: z.uuid() });

/** Registers the history of a bilan, and what the family read before it was unlocked: for the head only (ADR 58). */
export function registerHistory({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  http.get(tracePath(':id'), { access: 'visa', params: bilanParams, load: loadBilan }, async (request) => {
    const { resource: row, db, directory, t, page, asset } = request;
    const steps = await stepsOf(row.id, db);
    const persons = await directory.persons([row.pupilId, ...steps.flatMap(({ personId }) => personId ?? [])]);
    const givenName = persons.get(row.pupilId)?.givenName ?? '';
    const facts = { row, steps, persons, givenName, rhythm: await rhythmOf(row, db) };
    const model = presentHistoryPage(facts, request);
    return page(model.title, <HistoryView model={model} t={t} />, { styles: [asset(READ_SHEET)] });
  });

  http.get(keptPath(':id', ':step'), { access: 'visa', params: keptParams, load: loadBilan }, async (request) => {
    const { resource: row, params, db, directory, school, t, format, page, asset } = request;
    const step = await db.repository(TraceRow).findOne({ where: { id: params.step, bilanId: row.id } });
    const kept = step && keptIn(step);
    if (!kept) throw new NotFoundError('The history of the bilan keeps no publication under this id.');
    const givenName = (await directory.persons([row.pupilId])).get(row.pupilId)?.givenName ?? '';
    const rhythm = await rhythmOf(row, db);
    const model = presentKept({ step, kept, givenName, rhythm }, request);
    // Other bilans may have changed since, so it is compared only with what it keeps.
    const before = beforeIn(kept.before);
    const known = await knownCatalogues([kept], catalogues, db);
    const readable = readableKept(kept, {
      step,
      givenName,
      schoolName: school.name,
      rhythm,
      before,
      catalogues: known,
    });
    return page(model.title, <KeptView model={model} bilan={presentBilan(readable, { t, format })} t={t} />, {
      styles: [asset(READ_SHEET)],
    });
  });
}
