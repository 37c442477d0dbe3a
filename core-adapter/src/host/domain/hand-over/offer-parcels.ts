// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { In, type EntityManager } from 'typeorm';
import { ConflictError, InputError, NotFoundError, TooLargeError } from '../../../api/errors.js';
import type { ParcelOffer } from '../../../api/hand-over/hand-over.js';
import type { School } from '../../../api/people.js';
import { insertRows } from '../../infra/database/insert-rows.js';
import { newId } from '../../infra/database/new-id.js';
import { refuseDuplicateRows } from '../../infra/database/refuse-duplicate-rows.js';
import { AttachmentRow } from '../directory/attachment.entity.js';
import { batches } from '../directory/batches.js';
import { schoolOf } from '../directory/school-list.js';
import { SchoolRow } from '../directory/school.entity.js';
import type { ParcelUser } from './hand-over-context.js';
import { ParcelRow, type Witnesses } from './parcel.entity.js';
import { stateAt } from './parcel-state.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { PersonRow } from '../directory/person.entity.js';

/** The maximum number of parcels that one call offers. */
export const MOST = 1_000;
const LARGEST_CONTENT = 60_000;
const LONGEST_KEY = 190;
/** Contents of 60,000 bytes fit into one packet of MariaDB. */
const PART = 100;

/** An offer with its content as it is stored. */
interface Packed extends ParcelOffer {
  readonly json: string;
  readonly sha256: string;
}

/** @throws InputError, TooLargeError; Error when the schema of the brick refuses the content */
export function packOffers(offers: readonly ParcelOffer[], { brick, school }: ParcelUser, now: Date): Packed[] {
  const { receive } = brick;
  if (!receive) throw new Error(`${brick.id} receives no parcels; give it a function with brick.handOver.receive.`);
  if (offers.length > MOST) throw new InputError(`At most ${MOST} parcels are offered at once, not ${offers.length}.`);
  const packed = offers.map((offer): Packed => {
    const { to, key, content, answerBy, until } = offer;
    if (to === school.uai) throw new InputError('A school hands nothing over to itself.');
    if (key === '' || key.length > LONGEST_KEY)
      throw new InputError(`The key of a parcel has 1 to ${LONGEST_KEY} characters, not ${key.length}.`);
    if (!(answerBy > now && until >= answerBy))
      throw new InputError('The answer to a parcel is due in the future, and before the copy ends.');
    const json = JSON.stringify(content);
    const bytes = Buffer.byteLength(json);
    if (bytes > LARGEST_CONTENT)
      throw new TooLargeError(`The parcel "${key}" has ${bytes} bytes; at most ${LARGEST_CONTENT} are carried.`);
    const read = receive.content.safeParse(JSON.parse(json));
    if (!read.success) throw new Error(`${brick.id} would not receive the parcel "${key}": ${read.error.message}`);
    return { ...offer, json, sha256: createHash('sha256').update(json).digest('hex') };
  });
  const distinct = new Set(packed.map(({ to, pupilId, key }) => JSON.stringify([to, pupilId, key])));
  if (distinct.size < packed.length) throw new InputError('Two parcels to one school have the same pupil and key.');
  return packed;
}

/**
 * Writes offers in the transaction in progress. The same content under the same key is left out.
 * @returns what was written
 * @throws NotFoundError, ConflictError
 */
export async function writeOffers(
  manager: EntityManager,
  offers: readonly Packed[],
  by: ParcelUser,
  now: Date,
): Promise<readonly ParcelRow[]> {
  const schools = await readSchools(manager, offers);
  const ids = [...new Set(offers.map(({ pupilId }) => pupilId))];
  await refuseStrangers(manager, ids, by.school);
  const pupils = await readWitnesses(manager, ids);
  const known = await readKnown(manager, ids, by);
  const added: ParcelRow[] = [];
  const changed: ParcelRow[] = [];
  for (const offer of offers) {
    const pupil = pupils.get(offer.pupilId);
    const to = schools.get(offer.to);
    if (!pupil || !to) throw unknownPupil();
    const was = known.find((row) => row.toUai === offer.to && row.pupilId === offer.pupilId && row.key === offer.key);
    if (was && isSame(was, offer, now)) continue;
    const recipientId =
      known.find((row) => row.toUai === offer.to && row.pupilId === offer.pupilId && row.recipientId)?.recipientId ??
      null;
    const row = offeredRow(offer, { by, pupil, to, was, recipientId, now });
    if (was) await replace(manager, was, row);
    (was ? changed : added).push(row);
  }
  await refuseDuplicateRows(async () => {
    for (const part of batches(added, PART)) await insertRows(manager, ParcelRow, part);
  });
  return [...added, ...changed];
}

interface OfferContext {
  readonly by: ParcelUser;
  readonly pupil: DescribedPupil;
  readonly to: School;
  /** The parcel with the same key. */
  readonly was: KnownParcel | undefined;
  /** The pupil of the other school that earlier parcels went to. */
  readonly recipientId: string | null;
  readonly now: Date;
}

/**
 * The row of an offer. A parcel that is not delivered yet keeps its state, since nobody has read it. A parcel that was delivered once needs
 * no second answer.
 */
function offeredRow(offer: Packed, { by, pupil, to, was, recipientId, now }: OfferContext): ParcelRow {
  const { key, pupilId, json, sha256, answerBy, until } = offer;
  const before = was && stateAt(was, now);
  const deliveredRevision = was?.deliveredRevision ?? 0;
  return {
    id: was?.id ?? newId(),
    ...{ brick: by.brick.id, fromUai: by.school.uai, fromName: by.school.name, toUai: to.uai, toName: to.name },
    ...{ pupilId, pupilName: pupil.displayName, level: pupil.level, witnesses: pupil.witnesses },
    ...{ key, content: json, sha256, answerBy, until, reason: null },
    recipientId,
    revision: deliveredRevision + 1,
    deliveredRevision,
    state: before === 'accepted' || before === 'delivered' ? 'accepted' : 'offered',
    ...{ offeredBy: by.user.id, offeredAt: now, changedBy: by.user.id, changedAt: now },
  };
}

function isSame(was: KnownParcel, { sha256 }: Packed, now: Date): boolean {
  return was.sha256 === sha256 && ['offered', 'accepted', 'delivered'].includes(stateAt(was, now));
}

type KnownParcel = Omit<ParcelRow, 'content' | 'witnesses'>;

/** All columns but the long ones. */
const KNOWN = {
  ...{ id: true, brick: true, fromUai: true, fromName: true, toUai: true, toName: true, pupilId: true },
  ...{ pupilName: true, level: true, recipientId: true, key: true, sha256: true, revision: true, state: true },
  ...{ deliveredRevision: true, offeredBy: true, offeredAt: true, changedBy: true, changedAt: true, reason: true },
  ...{ answerBy: true, until: true },
} as const;

async function readKnown(manager: EntityManager, ids: readonly string[], by: ParcelUser): Promise<KnownParcel[]> {
  const where = { brick: by.brick.id, fromUai: by.school.uai, pupilId: In([...ids]) };
  return manager.find(ParcelRow, { select: KNOWN, where });
}

/**
 * Replaces a parcel. The statement checks that the row is still as it was read: another request may have delivered, recalled or replaced
 * it.
 */
async function replace(manager: EntityManager, was: KnownParcel, { id, ...row }: ParcelRow): Promise<void> {
  const { state, sha256, revision } = was;
  const { affected } = await manager.update(ParcelRow, { id, state, sha256, revision }, row);
  if (affected !== 1)
    throw new ConflictError('A parcel was changed by another request meanwhile; nothing was offered.', {
      remedy: 'Look at its state, and offer it again.',
    });
}

async function readSchools(manager: EntityManager, offers: readonly ParcelOffer[]): Promise<Map<string, School>> {
  const uais = [...new Set(offers.map(({ to }) => to))];
  const rows = await manager.findBy(SchoolRow, { uai: In(uais) });
  if (rows.length < uais.length) throw new NotFoundError('No school of the platform has this UAI.');
  return new Map(rows.map((row) => [row.uai, schoolOf(row)]));
}

async function refuseStrangers(manager: EntityManager, ids: readonly string[], { uai }: School): Promise<void> {
  const rows = await manager.findBy(AttachmentRow, { personId: In([...ids]), uai, profile: 'pupil' });
  const pupils = new Set(rows.map(({ personId }) => personId));
  if (ids.some((id) => !pupils.has(id))) throw unknownPupil();
}

function unknownPupil(): NotFoundError {
  return new NotFoundError('A parcel is about a person that never was a pupil of the school.');
}

/** The pupil of a parcel, as directories describe them. */
interface DescribedPupil {
  readonly displayName: string;
  readonly level: string | null;
  readonly witnesses: Witnesses;
}

/** Describes people, by id. A number or birth date about which directories disagree identifies nobody. */
async function readWitnesses(manager: EntityManager, ids: readonly string[]): Promise<Map<string, DescribedPupil>> {
  const described = new Map<string, DescribedPupil>();
  for (const batch of batches(ids)) {
    const persons = await manager.findBy(PersonRow, { id: In([...batch]) });
    const keys = await manager.find(ExternalIdRow, { where: { personId: In([...batch]) }, order: { id: 'ASC' } });
    for (const { id, givenName, familyName, displayName } of persons) {
      const said = keys.filter(({ personId }) => personId === id);
      const ine = only(said.map(({ lastIne }) => lastIne));
      const birthDate = only(said.map(({ lastBirthDate }) => lastBirthDate));
      const level = said.flatMap((one) => one.level ?? [])[0] ?? null;
      const witnesses = { givenName, familyName, ...(ine && { ine }), ...(birthDate && { birthDate }) };
      described.set(id, { displayName, level, witnesses });
    }
  }
  return described;
}

function only(values: readonly (string | null)[]): string | undefined {
  const [first, ...others] = new Set(values.flatMap((value) => value ?? []));
  return others.length === 0 ? first : undefined;
}
