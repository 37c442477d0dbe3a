// SPDX-License-Identifier: EUPL-1.2
import type { FormerSchoolRequest } from '@volee/core-adapter';
import type { LivretKey } from '../brick-types.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { knownCatalogues } from '../catalogue/kept-catalogues.js';
import { readableHanded, readContent } from '../handed/readable-handed.js';
import { bilanBefore, readBilan, rhythmOf } from '../read/read-bilan.js';
import type { ReadableBilan } from '../read/readable-bilan.js';
import { readableKept } from '../read/readable-kept.js';
import { endOf } from '../retention/is-ended.js';
import { BilanRow } from '../store/bilan.entity.js';
import { HandedRow } from '../store/handed.entity.js';
import { TraceRow } from '../store/trace.entity.js';
import { correctionAmong, turnsOf, type Correction } from '../trace/correction.js';
import { keptIn, type KeptPublication } from '../trace/kept-publication.js';

export type FormerRequest = FormerSchoolRequest<LivretKey>;

/** A bilan that the family reads. */
export interface FormerBilan {
  readonly key: string;
  /** An instant of the last day on which it is kept. */
  readonly until: Date;
  /** While the school corrects it, its family reads the text from before. */
  readonly correction: { readonly of: Correction; readonly row: BilanRow } | undefined;
  readonly bilan: ReadableBilan;
}

/**
 * The bilans of a pupil that the family reads in the school, the newest first: published, or published until they were unlocked, those of
 * another record of the pupil, and copies that an école handed over. What was withdrawn is not among them.
 */
export async function formerBilans(request: FormerRequest, catalogues: Catalogues): Promise<FormerBilan[]> {
  const found = [
    ...(await writtenHere(request, catalogues)),
    ...(await ofOtherRecords(request, catalogues)),
    ...(await handedOver(request, catalogues)),
  ];
  return found.sort((a, b) => b.bilan.year - a.bilan.year || b.bilan.period - a.bilan.period);
}

async function writtenHere(request: FormerRequest, catalogues: Catalogues): Promise<FormerBilan[]> {
  const { db, owner } = request;
  const rows = await db.repository(BilanRow).find({ where: { pupilId: owner.id } });
  const turns = await turnsOf({ pupilIds: [owner.id] }, db);
  const found: FormerBilan[] = [];
  for (const row of rows) {
    const common = { key: row.id, until: lastDayOf(row) };
    if (row.state === 'published') {
      found.push({ ...common, correction: undefined, bilan: await readBilan(row, catalogues, request) });
      continue;
    }
    const of = correctionAmong(turns, row.id);
    if (!of?.kept || of.isWithdrawn) continue;
    const bilan = await keptBilan(of.kept, { step: of.step, row }, request, catalogues);
    found.push({ ...common, correction: { of, row }, bilan });
  }
  return found;
}

async function ofOtherRecords(request: FormerRequest, catalogues: Catalogues): Promise<FormerBilan[]> {
  const { db, owner } = request;
  const order = { at: 'ASC', id: 'ASC' } as const;
  const steps = await db.repository(TraceRow).find({ where: { pupilId: owner.id, what: 'merged' }, order });
  const found: FormerBilan[] = [];
  for (const step of steps) {
    const kept = keptIn(step);
    if (!kept || typeof step.formerId !== 'string') continue;
    const bilan = await keptBilan(kept, { step, row: undefined }, request, catalogues);
    found.push({ key: step.formerId, until: lastDayOf(kept), correction: undefined, bilan });
  }
  return found;
}

async function keptBilan(
  kept: KeptPublication,
  { step, row }: { readonly step: TraceRow; readonly row: BilanRow | undefined },
  { db, owner, school }: FormerRequest,
  catalogues: Catalogues,
): Promise<ReadableBilan> {
  return readableKept(kept, {
    ...{ step, givenName: owner.givenName, schoolName: school.name },
    catalogues: await knownCatalogues([kept], catalogues, db),
    rhythm: await rhythmOf(kept, db),
    before: row && (await bilanBefore(row, catalogues, db)),
  });
}

async function handedOver({ db, owner, directory }: FormerRequest, catalogues: Catalogues): Promise<FormerBilan[]> {
  const order = { year: 'ASC', period: 'ASC' } as const;
  const rows = await db.repository(HandedRow).find({ where: { pupilId: owner.id }, order });
  const pupil = (await directory.persons([owner.id])).get(owner.id);
  const used = rows.map(({ content }) => readContent(content));
  const known = await knownCatalogues(used, catalogues, db);
  return rows.map((row, index) => ({
    key: row.id,
    until: new Date(row.until.getTime() - 1),
    correction: undefined,
    bilan: readableHanded(row, pupil, rows[index - 1], known),
  }));
}

/** School years begin on 1 August: 10 h in UTC is the 31 July before in each zone of France. */
function lastDayOf(bilan: Pick<BilanRow, 'level' | 'year'>): Date {
  return new Date(`${endOf(bilan)}-07-31T10:00:00Z`);
}
