// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager } from 'typeorm';
import { ForbiddenError, InputError } from '../../../api/errors.js';
import type { HandOver, ParcelLists, ParcelOffer } from '../../../api/hand-over/hand-over.js';
import { answerParcels, recallParcel } from './answer-parcels.js';
import { DELIVERY, DELIVERY_KEY } from './enqueue-deliveries.js';
import type { ParcelReading, ParcelServices, ParcelUser } from './hand-over-context.js';
import { findSchoolsOfPupils, listOffered, listOtherSchools, listSent } from './list-parcels.js';
import { packOffers, writeOffers } from './offer-parcels.js';
import type { ParcelRow } from './parcel.entity.js';

const LONGEST_REASON = 500;

/** The parcels of a brick in a school, read by a head. */
export function parcelLists(reading: ParcelReading, by: ParcelUser): ParcelLists {
  const asHead = async <R>(work: () => Promise<R>): Promise<R> => {
    refuseUnlessHead(by);
    return work();
  };
  return {
    schools: () => asHead(() => listOtherSchools(reading, by.school)),
    schoolsOf: (pupilIds) => asHead(() => findSchoolsOfPupils(reading, by.school, pupilIds)),
    sent: () => asHead(() => listSent(reading, by)),
    offered: () => asHead(() => listOffered(reading, by)),
  };
}

/** Hands parcels of a brick over, for a head of the school; each change is audited in both schools. */
export function handOver(services: ParcelServices, by: ParcelUser): HandOver {
  const { clock } = services;
  return {
    ...parcelLists(services, by),
    async offer(given) {
      refuseUnlessHead(by);
      const offers = isOne(given) ? [given] : given;
      const packed = packOffers(offers, by, clock.now());
      if (packed.length === 0) return;
      await change(services, by, 'offer', async (manager) => {
        const parcels = await writeOffers(manager, packed, by, clock.now());
        const accepted = parcels.filter(({ state }) => state === 'accepted').map(({ toUai }) => toUai);
        await deliver(services, accepted);
        return parcels.map(({ id, toUai }) => ({ id, other: toUai }));
      });
    },
    async recall(id) {
      refuseUnlessHead(by);
      await change(services, by, 'recall', async (manager) => {
        const { toUai } = await recallParcel(manager, id, by, clock.now());
        return [{ id, other: toUai }];
      });
    },
    async accept(ids) {
      refuseUnlessHead(by);
      await change(services, by, 'accept', async (manager) => {
        const parcels = await answerParcels(manager, ids, { state: 'accepted', reason: null }, by, clock.now());
        if (parcels.length > 0) await deliver(services, [by.school.uai]);
        return parcels.map(({ id, fromUai }) => ({ id, other: fromUai }));
      });
    },
    async refuse(ids, reason) {
      refuseUnlessHead(by);
      if (reason.length > LONGEST_REASON)
        throw new InputError(`The reason has ${reason.length} characters; at most ${LONGEST_REASON} are kept.`);
      await change(services, by, 'refuse', async (manager) => {
        const parcels = await answerParcels(manager, ids, { state: 'refused', reason }, by, clock.now());
        return parcels.map(({ id, fromUai }) => ({ id, other: fromUai }));
      });
    },
  };
}

function refuseUnlessHead({ user }: ParcelUser): void {
  if (!user.profiles.includes('head')) throw new ForbiddenError('Only a head hands over to another school.');
}

function isOne(given: ParcelOffer | readonly ParcelOffer[]): given is ParcelOffer {
  return !Array.isArray(given);
}

/** A parcel that was changed, and the other school that it concerns. */
interface Changed extends Pick<ParcelRow, 'id'> {
  readonly other: string;
}

/**
 * Changes parcels and writes the audit lines. The line in the other school commits with the change; a failed change leaves a line in the
 * own school only.
 */
async function change(
  { auditTrail, unitOfWork }: ParcelServices,
  { brick, school, user }: ParcelUser,
  verb: string,
  work: (manager: EntityManager) => Promise<readonly Changed[]>,
): Promise<void> {
  const line = { actor: user.id, action: `core.parcel.${verb}` };
  await auditTrail.record({ ...line, uai: school.uai, subject: { brick: brick.id } }, async () => {
    const changed = await unitOfWork.transaction(work);
    for (const uai of new Set(changed.map(({ other }) => other))) {
      const parcels = changed.filter(({ other }) => other === uai).map(({ id }) => id);
      await auditTrail.note({ ...line, uai, subject: { brick: brick.id, school: school.uai, parcels } });
    }
    const subject = { brick: brick.id, parcels: changed.map(({ id }) => id) };
    return { subject: changed.length > 0 ? subject : null, result: undefined };
  });
}

async function deliver({ jobsIn }: ParcelServices, uais: readonly string[]): Promise<void> {
  for (const uai of new Set(uais)) await jobsIn(uai).enqueue(DELIVERY, {}, { key: DELIVERY_KEY });
}
