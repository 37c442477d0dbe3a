// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError } from '@volee/core-adapter';
import { z } from 'zod';
import { bilanParams } from '../bilan/bilan-params.js';
import { shortDigest } from '../bilan/content.js';
import { loadBilan } from '../bilan/load-bilan.js';
import type { LivretBrick } from '../brick-types.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { keptPath, tracePath } from '../paths.js';
import { presentBilan } from '../read/bilan.presenter.js';
import { rhythmOf } from '../read/read-bilan.js';
import { READ_SHEET } from '../read/read-sheet.js';
import type { ReadableBilan } from '../read/readable-bilan.js';
import type { BilanRow } from '../store/bilan.entity.js';
import { TraceRow } from '../store/trace.entity.js';
import { keptIn, type KeptPublication } from '../trace/kept-publication.js';
import { presentHistoryPage, presentKept } from './history.presenter.js';
import { HistoryView, KeptView } from './history.view.js';
import { stepsOf } from './read-history.js';

const keptParams = bilanParams.extend({ step: z.uuid() });

/** The history of a bilan, and what the family read before it was unlocked: for the head alone (ADR 58). */
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
    const facts = { step, kept, givenName, rhythm: await rhythmOf(row, db) };
    const model = presentKept(facts, request);
    const readable = readableKept(kept, { row, step, givenName, schoolName: school.name, catalogues });
    return page(model.title, <KeptView model={model} bilan={presentBilan(readable, { t, format })} t={t} />, {
      styles: [asset(READ_SHEET)],
    });
  });
}

interface KeptContext extends Pick<ReadableBilan, 'givenName' | 'schoolName'> {
  readonly row: BilanRow;
  readonly step: TraceRow;
  readonly catalogues: Catalogues;
}

/** The publication by the catalogue with which it was written. It is compared with no earlier bilan: that may have changed since. */
function readableKept(
  { signedAt, visaAt, publishedAt, ...kept }: KeptPublication,
  { row, step, catalogues, ...names }: KeptContext,
): ReadableBilan {
  const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
  return {
    ...{ ...kept, ...names, pupilId: row.pupilId, rhythm: undefined, before: undefined },
    ...{ signedAt: instant(signedAt), visaAt: instant(visaAt), publishedAt: instant(publishedAt) },
    catalogue: catalogues.get(kept.catalogue),
    digest: typeof step.sha256 === 'string' ? shortDigest(step.sha256) : null,
  };
}
