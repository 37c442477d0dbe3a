// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import type { SentParcel } from '@volee/core-adapter/hand-over';
import { In } from 'typeorm';
import type { LivretRequest } from '../../brick-types.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { knownCatalogues } from '../catalogue/kept-catalogues.js';
import { isAsSigned } from '../bilan/hash-of-row.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { PeriodRow } from '../../store/period.entity.js';
import { noteTrace } from '../trace/note-trace.js';
import { handedBilanOf, parcelKey } from './handed-bilan.js';
import { handOverDates } from './hand-over-dates.js';

/** The maximum number of parcels that the host takes at once. */
const MOST = 1_000;

export type OfferRequest = Pick<LivretRequest, 'access' | 'db' | 'school' | 'handOver' | 'user' | 'clock'> & {
  readonly catalogues: Catalogues;
};

/** Bilans that go to a collège. */
export interface BilansToOffer {
  readonly bilanIds: readonly string[];
  /** The UAI of the collège. */
  readonly to: string;
  readonly cm2Year: number;
}

/** The bilans that were offered, and those that no longer match their signature and stay at the école. */
export interface OfferedBilans {
  readonly offered: readonly BilanRow[];
  readonly unlike: readonly BilanRow[];
}

/**
 * Offers published bilans to a collège, one parcel for each. The same content twice is offered once.
 * The first offer to a collège stands in the history of the bilan.
 */
export async function offerBilans(
  { bilanIds, to, cm2Year }: BilansToOffer,
  request: OfferRequest,
): Promise<OfferedBilans> {
  const { db, school, handOver, user, clock } = request;
  const periods = await db.repository(PeriodRow).find();
  const classNames = await readClassNames(request);
  const dates = handOverDates(cm2Year, school.timeZone);
  return db.transaction(async () => {
    const rows = await holdPublished(bilanIds, db);
    const offered = rows.filter(isAsSigned);
    const known = await knownCatalogues(offered, request.catalogues, db);
    const parcels = offered.map((row) => {
      const period = periods.find((one) => one.year === row.year && one.period === row.period);
      const className = classNames.get(row.classId) ?? null;
      // When nobody has the lines of a bilan any more, which `doctor` reports, the bilan goes without them and does not hold up the others.
      const catalogue = known.isOfBrick(row.catalogue) ? undefined : known.find(row.catalogue);
      const content = handedBilanOf(row, { cm2Year, className, period, catalogue });
      return { to, pupilId: row.pupilId, key: parcelKey(row), content, ...dates };
    });
    const before = new Set((await handOver.sent()).filter((one) => one.to.uai === to).map(nameOfParcel));
    for (let from = 0; from < parcels.length; from += MOST) await handOver.offer(parcels.slice(from, from + MOST));
    const isNew = (row: BilanRow): boolean => !before.has(nameOfParcel({ pupilId: row.pupilId, key: parcelKey(row) }));
    for (const bilan of offered.filter(isNew)) {
      await noteTrace({ db, school }, { bilan, what: 'handedOver', at: clock.now(), person: user });
    }
    return { offered, unlike: rows.filter((row) => !isAsSigned(row)) };
  });
}

/** The bilans that are still published. They are written first, so that unlocking one of them waits until the offer is over. */
async function holdPublished(bilanIds: readonly string[], db: SchoolDatabase): Promise<readonly BilanRow[]> {
  const where = { id: In([...bilanIds]), state: 'published' as const };
  await db.repository(BilanRow).update(where, { state: 'published' });
  return db.repository(BilanRow).find({ where });
}

function nameOfParcel({ pupilId, key }: Pick<SentParcel, 'pupilId' | 'key'>): string {
  return `${pupilId} ${key}`;
}

async function readClassNames({ access }: Pick<OfferRequest, 'access'>): Promise<ReadonlyMap<string, string>> {
  const groups = [...(await access.pastGroups('handOver')), ...(await access.groups('handOver'))];
  return new Map(groups.map(({ id, name }) => [id, name]));
}
