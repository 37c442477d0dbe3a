// SPDX-License-Identifier: EUPL-1.2
import { MoreThan } from 'typeorm';
import type { Clock, Log } from '../../../api/log.js';
import type { SchoolDatabase } from '../../../api/database.js';
import { isInfrastructureFailure } from '../../infra/database/is-infrastructure-failure.js';
import { CollisionError, type UnitOfWork } from '../../infra/database/unit-of-work.js';
import { asError } from '../../infra/util/as-error.js';
import type { BrickErrorLog } from '../../infra/util/brick-error-log.js';
import { errorMessage } from '../../infra/util/error-message.js';
import { CLOCK } from '../audit/actors.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import type { BrickReceive } from '../bricks/brick-receive.js';
import { EMPTIED } from './answer-parcels.js';
import { findRecipients } from './find-recipients.js';
import { findPresentPupils, pupilKey, recipientOf } from './find-present-pupils.js';
import { ParcelRow } from './parcel.entity.js';

export interface DeliveryServices {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly auditTrail: AuditTrail;
  readonly troubles: BrickErrorLog;
  /** The longest transaction of a brick, in milliseconds. */
  readonly limit: number;
}

export interface Delivery {
  readonly brick: string;
  readonly uai: string;
  readonly db: SchoolDatabase;
  readonly receive: BrickReceive;
  readonly log: Log;
}

type WaitingParcel = Pick<ParcelRow, 'id' | 'toUai' | 'pupilId' | 'recipientId'>;

const WAITING_COLUMNS = { id: true, toUai: true, pupilId: true, recipientId: true } as const;

/**
 * Delivers the accepted parcels of a brick to pupils of the school, each in a transaction of its own. A parcel that the brick cannot
 * receive is an error of the brick, and does not hold up the others.
 * @throws Error when some could not be received; the job is tried again
 */
export async function deliverParcels(
  services: DeliveryServices,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<void> {
  const { troubles } = services;
  const { brick, uai, log } = delivery;
  const failures: string[] = [];
  for (const parcel of await findDeliverable(services, delivery)) {
    signal.throwIfAborted();
    try {
      await deliverOne(services, delivery, parcel);
    } catch (error) {
      if (isInfrastructureFailure(error) || error instanceof CollisionError) throw error;
      failures.push(errorMessage(error));
      troubles.note(brick, error);
      log.error({ school: uai, parcel: parcel.id, err: asError(error) }, 'a parcel could not be received');
    }
  }
  if (failures.length > 0)
    throw new Error(`${failures.length} of the parcels for ${uai} could not be received (${failures[0] ?? ''}).`);
}

/** The accepted parcels for pupils of the school, after a search for pupils who have another account there. */
async function findDeliverable(
  { unitOfWork, clock }: DeliveryServices,
  { brick, uai }: Delivery,
): Promise<readonly WaitingParcel[]> {
  const now = clock.now();
  // An expired parcel stays as it is until the nightly run, which waits while the clock is in doubt (ADR 67).
  const where = { brick, toUai: uai, state: 'accepted', answerBy: MoreThan(now) } as const;
  const read = (): Promise<WaitingParcel[]> =>
    unitOfWork.run((manager) => manager.find(ParcelRow, { select: WAITING_COLUMNS, where, order: { id: 'ASC' } }));
  const areThere = (parcels: readonly WaitingParcel[]): Promise<Set<string>> =>
    unitOfWork.run((manager) => findPresentPupils(manager, parcels, now));
  const waiting = await read();
  const there = await areThere(waiting);
  const sought = waiting.filter((each) => each.recipientId === null && !there.has(pupilKey(uai, each.pupilId)));
  if (sought.length > 0) {
    const ids = sought.map(({ pupilId }) => pupilId);
    await unitOfWork.transaction((manager) => findRecipients(manager, uai, ids, now));
  }
  const parcels = sought.length > 0 ? await read() : waiting;
  const present = sought.length > 0 ? await areThere(parcels) : there;
  return parcels.filter((each) => present.has(pupilKey(uai, recipientOf(each))));
}

/** Delivers one parcel, or nothing when it was recalled, replaced or delivered since it was read. */
async function deliverOne(
  { unitOfWork, clock, auditTrail, limit }: DeliveryServices,
  { db, receive }: Delivery,
  { id, ...addressed }: WaitingParcel,
): Promise<void> {
  const now = clock.now();
  const deliver = async (): Promise<void> => {
    const parcel = await unitOfWork.run((manager) => manager.findOneBy(ParcelRow, { id, state: 'accepted' }));
    if (!parcel || parcel.content === null || recipientOf(parcel) !== recipientOf(addressed)) return;
    const { brick, sha256, revision, fromUai, fromName, toUai, key, content, until } = parcel;
    const delivered = { ...EMPTIED, state: 'delivered', deliveredRevision: revision } as const;
    const changes = { ...delivered, changedBy: CLOCK, changedAt: now };
    const as = { id, state: 'accepted', sha256, revision } as const;
    const { affected } = await unitOfWork.run((manager) => manager.update(ParcelRow, as, changes));
    if (affected !== 1) return;
    await receive.run({
      ...{ db, from: { uai: fromUai, name: fromName }, pupilId: recipientOf(addressed), key, revision, until },
      content: receive.content.parse(JSON.parse(content)),
    });
    const line = { actor: CLOCK, action: 'core.parcel.deliver' };
    for (const [uai, school] of [
      [toUai, fromUai],
      [fromUai, toUai],
    ] as const)
      await auditTrail.note({ ...line, uai, subject: { brick, school, parcels: [id] } });
  };
  await unitOfWork.transaction(deliver, { limit });
}
