// SPDX-License-Identifier: EUPL-1.2
import type { Jobs } from '../../../api/jobs.js';
import type { Clock } from '../../../api/log.js';
import type { CurrentUser, School } from '../../../api/people.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import type { ReadyBrick } from '../bricks/loaded-brick.js';

/** The services that read parcels. */
export interface ParcelReading {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

/** The services that carry parcels. */
export interface ParcelServices extends ParcelReading {
  readonly auditTrail: AuditTrail;
  /** The jobs of the brick in a school. */
  jobsIn(uai: string): Jobs;
}

export interface ParcelUser {
  readonly brick: Pick<ReadyBrick, 'id' | 'receive'>;
  readonly school: School;
  readonly user: Pick<CurrentUser, 'id' | 'profiles'>;
}
