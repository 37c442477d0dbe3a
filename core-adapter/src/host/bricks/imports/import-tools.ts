// SPDX-License-Identifier: EUPL-1.2
import type { AuditTrail } from '../../domain/audit/audit-trail.js';
import type { Directory } from '../../domain/directory/directory.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import type { SyncService } from '../../domain/sync/sync-service.js';

/** The services that imports need. */
export interface ImportTools {
  readonly sync: SyncService;
  readonly directory: Directory;
  readonly auditTrail: AuditTrail;
  readonly database: { readonly unitOfWork: UnitOfWork };
  /** Whether a source of the settings has this name. */
  isTaken(name: string): boolean;
}
