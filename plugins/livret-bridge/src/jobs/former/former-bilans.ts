// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type FormerSchoolRequest } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { LivretKey } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { knownCatalogues } from '../../domain/catalogue/kept-catalogues.js';
import { readableHanded, readContent } from '../../domain/hand-over/readable-handed.js';
import { rhythmOf } from '../../domain/periods/rhythm-of.js';
import { beforeIn, bilanBefore } from '../../domain/read/bilan-before.js';
import { readBilan } from '../../domain/read/read-bilan.js';
import type { ReadableBilan } from '../../domain/read/readable-bilan.js';
import { readableKept } from '../../domain/read/readable-kept.js';
import { bilanEnds, lastDayBefore } from '../../domain/bilan/kept-until.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { HandedRow } from '../../store/handed.entity.js';
import { PeriodRow } from '../../store/period.entity.js';
import { TraceRow } from '../../store/trace.entity.js';
import { correctionAmong, turnsOf, type Correction } from '../../domain/trace/correction.js';
import { keptIn, type KeptPublication } from '../../domain/trace/kept-publication.js';

export type FormerRequest = FormerSchoolRequest<LivretKey>;

type Named = Pick<ReadableBilan, 'year' | 'period' | 'rhythm' | 'level' | 'publishedAt'>;

const COLUMNS = ['id', 'pupilId', 'year', 'period', 'level', 'state', 'publishedAt'] as const;

/** A bilan that the family reads. */
export interface FormerBilan extends Pick<Named, 'year' | 'period'> {
  readonly key: string;
  /** An instant of the last day on which it is kept. */
  readonly until: Date;
  /** The correction that the school makes, during which the family reads the earlier text. */
  readonly correction: { readonly of: Correction; readonly row: Pick<BilanRow, 'year'> } | undefined;
  readonly name: () => Promise<Named>;
  readonly read: () => Promise<ReadableBilan>;
}

/**
 * The bilans of a pupil that the family reads in the school, the newest first: published, or published until they were unlocked, those of
 * another record of the pupil, and copies that an école handed over. Withdrawn texts are left out. The portal only counts them: published
 * bilans and copies are read without their texts. The few that are corrected, or come from another record, are read whole.
 */
export async function formerBilans(request: FormerRequest, catalogues: Catalogues): Promise<FormerBilan[]> {
  const { db, owner } = request;
  const rows = await db.repository(BilanRow).find({ select: COLUMNS, where: { pupilId: owner.id } });
  const found = [
    ...(await writtenHere(rows, request, catalogues)),
    ...(await ofOtherRecords(rows, request, catalogues)),
    ...(await handedOver(request, catalogues)),
  ];
  return found.sort((a, b) => b.year - a.year || b.period - a.period);
}

/** A bilan that the school withdrew, and that nobody writes again for a pupil who has left. */
export interface WithdrawnBilan extends Pick<FormerBilan, 'until'> {
  readonly named: Pick<Named, 'year' | 'period' | 'rhythm' | 'level'>;
  readonly at: Date;
}

/** The bilans of a pupil that were withdrawn, without their texts. */
export async function withdrawnBilans({ db, owner }: FormerRequest, catalogues: Catalogues): Promise<WithdrawnBilan[]> {
  const all = await db.repository(BilanRow).find({ select: COLUMNS, where: { pupilId: owner.id } });
  const endOf = bilanEnds(all, catalogues);
  const rows = all.filter(({ state }) => state !== 'published');
  const periods = await periodsOfYears(rows, db);
  const turns = await turnsOfRows(rows, db);
  return rows.flatMap((row) => {
    const of = correctionAmong(turns, row);
    if (!of?.isWithdrawn) return [];
    return [{ named: { ...row, rhythm: rhythmIn(periods, row) }, until: lastDayBefore(endOf(row)), at: of.step.at }];
  });
}

type ListedRow = Pick<BilanRow, (typeof COLUMNS)[number]>;

async function writtenHere(
  rows: readonly ListedRow[],
  request: FormerRequest,
  catalogues: Catalogues,
): Promise<FormerBilan[]> {
  const { db } = request;
  const endOf = bilanEnds(rows, catalogues);
  const periods = await periodsOfYears(rows, db);
  const turns = await turnsOfRows(rows, db);
  const found: FormerBilan[] = [];
  for (const row of rows) {
    const common = { key: row.id, year: row.year, period: row.period, until: lastDayBefore(endOf(row)) };
    if (row.state === 'published') {
      const named = { ...row, rhythm: rhythmIn(periods, row) };
      const read = async () => readBilan(await publishedRow(row.id, db), catalogues, request);
      found.push({ ...common, correction: undefined, name: () => Promise.resolve(named), read });
      continue;
    }
    const of = correctionAmong(turns, row);
    if (!of?.kept || of.isWithdrawn) continue;
    const { kept, step } = of;
    const read = () => keptBilan(kept, { step, row }, request, catalogues);
    const named = namedOf(kept, rhythmIn(periods, kept));
    found.push({ ...common, correction: { of, row }, name: () => Promise.resolve(named), read });
  }
  return found;
}

/** Publications of other records. Such a publication is deleted with the bilan of which the history keeps it. */
async function ofOtherRecords(
  rows: readonly ListedRow[],
  request: FormerRequest,
  catalogues: Catalogues,
): Promise<FormerBilan[]> {
  const { db, owner } = request;
  const endOf = bilanEnds(rows, catalogues);
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
  const untilOf = ({ bilanId, pupilId }: TraceRow, { level, year }: KeptPublication): Date =>
    lastDayBefore(endOf(rows.find(({ id }) => id === bilanId) ?? { pupilId, level, year }));
  return publications.map(({ step, kept, key }) => ({
    ...{ key, year: kept.year, period: kept.period, until: untilOf(step, kept), correction: undefined },
    name: () => Promise.resolve(namedOf(kept, rhythmIn(periods, kept))),
    read: () => keptBilan(kept, { step, row: undefined }, request, catalogues),
  }));
}

/** The unlockings of bilans that are not published, with their texts: most pupils have none. */
async function turnsOfRows(
  rows: readonly Pick<BilanRow, 'id' | 'state'>[],
  db: FormerRequest['db'],
): Promise<readonly TraceRow[]> {
  const bilanIds = rows.flatMap(({ id, state }) => (state === 'published' ? [] : [id]));
  return bilanIds.length === 0 ? [] : turnsOf({ bilanIds }, db);
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
    before: row ? await bilanBefore(kept.before, row, catalogues, db) : beforeIn(kept.before),
  });
}

async function handedOver({ db, owner, directory }: FormerRequest, catalogues: Catalogues): Promise<FormerBilan[]> {
  const rows = db.repository(HandedRow);
  const order = { year: 'ASC', period: 'ASC' } as const;
  const select = ['id', 'year', 'period', 'until'] as const;
  const listed = await rows.find({ select, where: { pupilId: owner.id }, order });
  return listed.map(({ id, year, period, until }, index) => ({
    ...{ key: id, year, period, until: new Date(until.getTime() - 1), correction: undefined },
    async name() {
      const content = readContent((await handedRow(id, db)).content);
      return namedOf(content, content.rhythm ?? undefined);
    },
    async read() {
      const row = await handedRow(id, db);
      const earlier = listed[index - 1];
      const before = earlier && (await rows.findOne({ where: { id: earlier.id } }));
      const pupil = (await directory.persons([owner.id])).get(owner.id);
      const contents = [row, ...(before ? [before] : [])].map(({ content }) => readContent(content));
      return readableHanded(row, pupil, before, await knownCatalogues(contents, catalogues, db));
    },
  }));
}

/** @throws NotFoundError when it went since it was listed */
async function handedRow(id: string, db: FormerRequest['db']): Promise<HandedRow> {
  const row = await db.repository(HandedRow).findOne({ where: { id } });
  if (!row) throw new NotFoundError('The copy is not kept any more.');
  return row;
}
