// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type FormerSchoolRequest } from '@volee/core-adapter';
import { In, Not } from 'typeorm';
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
import { PeriodRow } from '../store/period.entity.js';
import { TraceRow } from '../store/trace.entity.js';
import { correctionAmong, turnsOf, type Correction } from '../trace/correction.js';
import { keptIn, type KeptPublication } from '../trace/kept-publication.js';

export type FormerRequest = FormerSchoolRequest<LivretKey>;

/** A bilan as the list names it. */
type Named = Pick<ReadableBilan, 'year' | 'period' | 'rhythm' | 'level' | 'publishedAt'>;

const COLUMNS = ['id', 'pupilId', 'year', 'period', 'level', 'state', 'publishedAt'] as const;

/** A bilan that the family reads. */
export interface FormerBilan {
  readonly key: string;
  /** An instant of the last day on which it is kept. */
  readonly until: Date;
  /** While the school corrects it, its family reads the text from before. */
  readonly correction: { readonly of: Correction; readonly row: Pick<BilanRow, 'year'> } | undefined;
  readonly named: Named;
  readonly read: () => Promise<ReadableBilan>;
}

/**
 * The bilans of a pupil that the family reads in the school, the newest first: published, or published until they were unlocked, those of
 * another record of the pupil, and copies that an école handed over. What was withdrawn is not among them. The portal asks for them to be
 * counted, so texts are read once a bilan is opened.
 */
export async function formerBilans(request: FormerRequest, catalogues: Catalogues): Promise<FormerBilan[]> {
  const found = [
    ...(await writtenHere(request, catalogues)),
    ...(await ofOtherRecords(request, catalogues)),
    ...(await handedOver(request, catalogues)),
  ];
  return found.sort((a, b) => b.named.year - a.named.year || b.named.period - a.named.period);
}

/** A bilan that the school withdrew, and that nobody writes again for a pupil that has left. */
export interface WithdrawnBilan extends Pick<FormerBilan, 'until'> {
  readonly named: Pick<Named, 'year' | 'period' | 'rhythm' | 'level'>;
  readonly at: Date;
}

/** The bilans of a pupil that were withdrawn, without their texts. */
export async function withdrawnBilans({ db, owner }: FormerRequest): Promise<WithdrawnBilan[]> {
  const where = { pupilId: owner.id, state: Not('published' as const) };
  const rows = await db.repository(BilanRow).find({ select: COLUMNS, where });
  const periods = await periodsOfYears(rows, db);
  const turns = await turnsOf({ pupilIds: [owner.id] }, db);
  return rows.flatMap((row) => {
    const of = correctionAmong(turns, row.id);
    if (!of?.isWithdrawn) return [];
    return [{ named: { ...row, rhythm: rhythmIn(periods, row) }, until: lastDayOf(row), at: of.step.at }];
  });
}

async function writtenHere(request: FormerRequest, catalogues: Catalogues): Promise<FormerBilan[]> {
  const { db, owner } = request;
  const rows = await db.repository(BilanRow).find({ select: COLUMNS, where: { pupilId: owner.id } });
  const periods = await periodsOfYears(rows, db);
  const turns = await turnsOf({ pupilIds: [owner.id] }, db);
  const found: FormerBilan[] = [];
  for (const row of rows) {
    const common = { key: row.id, until: lastDayOf(row) };
    if (row.state === 'published') {
      const named = { ...row, rhythm: rhythmIn(periods, row) };
      const read = async () => readBilan(await publishedRow(row.id, db), catalogues, request);
      found.push({ ...common, correction: undefined, named, read });
      continue;
    }
    const of = correctionAmong(turns, row.id);
    if (!of?.kept || of.isWithdrawn) continue;
    const { kept, step } = of;
    const read = () => keptBilan(kept, { step, row }, request, catalogues);
    found.push({ ...common, correction: { of, row }, named: namedOf(kept, rhythmIn(periods, kept)), read });
  }
  return found;
}

async function ofOtherRecords(request: FormerRequest, catalogues: Catalogues): Promise<FormerBilan[]> {
  const { db, owner } = request;
  const order = { at: 'ASC', id: 'ASC' } as const;
  const steps = await db.repository(TraceRow).find({ where: { pupilId: owner.id, what: 'merged' }, order });
  const publications = steps.flatMap((step) => {
    const kept = keptIn(step);
    return kept && typeof step.formerId === 'string' ? [{ step, kept, key: step.formerId }] : [];
  });
  const periods = await periodsOfYears(
    publications.map(({ kept }) => kept),
    db,
  );
  return publications.map(({ step, kept, key }) => ({
    ...{ key, until: lastDayOf(kept), correction: undefined, named: namedOf(kept, rhythmIn(periods, kept)) },
    read: () => keptBilan(kept, { step, row: undefined }, request, catalogues),
  }));
}

type Placed = Pick<BilanRow, 'year' | 'period'>;

async function periodsOfYears(of: readonly Placed[], db: FormerRequest['db']): Promise<readonly PeriodRow[]> {
  if (of.length === 0) return [];
  return db.repository(PeriodRow).find({ where: { year: In([...new Set(of.map(({ year }) => year))]) } });
}

function rhythmIn(periods: readonly PeriodRow[], of: Placed): PeriodRow['rhythm'] | undefined {
  return periods.find(({ year, period }) => year === of.year && period === of.period)?.rhythm;
}

function namedOf(
  { year, period, level, publishedAt }: Pick<KeptPublication, 'year' | 'period' | 'level' | 'publishedAt'>,
  rhythm: Named['rhythm'],
): Named {
  return { year, period, level, rhythm, publishedAt: publishedAt === null ? null : new Date(publishedAt) };
}

/** @throws NotFoundError when it was unlocked since it was listed */
async function publishedRow(id: string, db: FormerRequest['db']): Promise<BilanRow> {
  const row = await db.repository(BilanRow).findOne({ where: { id, state: 'published' } });
  if (!row) throw new NotFoundError('The bilan is not published any more.');
  return row;
}

async function keptBilan(
  kept: KeptPublication,
  { step, row }: { readonly step: TraceRow; readonly row: Pick<BilanRow, 'pupilId' | 'year' | 'period'> | undefined },
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
  const copies = rows.map((row) => ({ row, content: readContent(row.content) }));
  return copies.map(({ row, content }, index) => ({
    ...{ key: row.id, until: new Date(row.until.getTime() - 1), correction: undefined },
    named: namedOf(content, content.rhythm ?? undefined),
    read: async () => {
      const pupil = (await directory.persons([owner.id])).get(owner.id);
      const before = copies[index - 1];
      const known = await knownCatalogues([content, ...(before ? [before.content] : [])], catalogues, db);
      return readableHanded(row, pupil, before?.row, known);
    },
  }));
}

/** School years begin on 1 August: 10 h in UTC is the 31 July before in each zone of France. */
function lastDayOf(bilan: Pick<BilanRow, 'level' | 'year'>): Date {
  return new Date(`${endOf(bilan)}-07-31T10:00:00Z`);
}
