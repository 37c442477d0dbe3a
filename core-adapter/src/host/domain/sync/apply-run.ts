// SPDX-License-Identifier: EUPL-1.2
import { asError } from '../../infra/util/as-error.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import type { SyncRun } from './runs/sync-runs.js';
import type { Approval } from './approval.js';
import type { SyncService } from './sync-service.js';

export interface RunApplier {
  readonly sync: SyncService;
  readonly auditTrail: AuditTrail;
}

export interface Application {
  /** The actor for the audit trail: `cli`, or the id of a person. */
  readonly actor: string;
  /** Required for a run that the guard refused. */
  readonly approve?: Approval;
}

/**
 * Applies a run and records it in the audit trail, with any outcome. The audit entry has its own transaction: the failure of a run must be
 * kept, and a common transaction would roll it back.
 * @throws any error of `SyncService.apply`
 */
export async function applyRun(
  { sync, auditTrail }: RunApplier,
  { id, source }: Pick<SyncRun, 'id' | 'source'>,
  { actor, approve }: Application,
): Promise<SyncRun> {
  const reason = approve?.reason;
  const subject = { run: id, source, ...(reason !== undefined && { reason }) };
  const outcome = await sync.apply(id, approve ? { approve } : {}).then(
    (run) => ({ run }),
    (error: unknown) => ({ error: asError(error) }),
  );
  return auditTrail.record({ actor, uai: null, action: 'core.sync.apply', subject }, () =>
    'error' in outcome ? Promise.reject(outcome.error) : Promise.resolve({ subject, result: outcome.run }),
  );
}
