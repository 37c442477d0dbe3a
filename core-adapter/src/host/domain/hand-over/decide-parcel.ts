// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import { ConflictError, NotFoundError } from '../../../api/errors.js';
import type { Clock } from '../../../api/log.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import { enqueueDeliveries } from './enqueue-deliveries.js';
import { ParcelQuestionRow } from './parcel-question.entity.js';
import { WAITING } from './parcel-state.js';
import { ParcelRow } from './parcel.entity.js';

export interface ParcelDecisionServices {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly auditTrail: AuditTrail;
}

/**
 * Decides, once, whether a pupil of a school is the one that was handed over. `same`: the parcels are delivered to them. `different`: the
 * question is never asked again, and the parcels go on waiting.
 * @param actor id of a person, or `cli`
 * @throws NotFoundError when there is no such question, or nothing waits for its answer any more
 * @throws ConflictError when another administrator has decided
 */
export async function decideParcel(
  { unitOfWork, clock, auditTrail }: ParcelDecisionServices,
  id: string,
  decision: 'same' | 'different',
  { actor, reason }: { readonly actor: string; readonly reason: string },
): Promise<void> {
  const asked = await unitOfWork.run((manager) => manager.findOneBy(ParcelQuestionRow, { id }));
  if (!asked) throw new NotFoundError(`There is no question ${id} about a parcel.`, { details: { id } });
  const { toUai, pupilId, candidateId } = asked;
  const line = { actor, uai: toUai, action: `core.parcel.${decision}`, subject: { person: candidateId } };
  const done = { subject: line.subject, result: undefined };
  await auditTrail.record(line, () =>
    unitOfWork.transaction(async (manager) => {
      const now = clock.now();
      const answer = { state: decision, decidedAt: now, decidedBy: actor, reason: reason || null };
      const { affected } = await manager.update(ParcelQuestionRow, { id, state: 'open' }, answer);
      if (affected !== 1) throw new ConflictError('Another administrator has already decided about this pupil.');
      if (decision === 'different') return done;
      await manager.delete(ParcelQuestionRow, { toUai, pupilId, state: 'open' });
      await manager.update(ParcelRow, { toUai, pupilId, state: In([...WAITING]) }, { recipientId: candidateId });
      await enqueueDeliveries(manager, [toUai], now);
      return done;
    }),
  );
}
