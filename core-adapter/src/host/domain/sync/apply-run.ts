// SPDX-License-Identifier: EUPL-1.2
import { asError } from '../../infra/util/as-error.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import type { SyncRun } from './runs/sync-runs.js';
import type { Approval, SyncService } from './sync-service.js';

export interface RunApplier {
  readonly sync: SyncService;
  readonly auditTrail: AuditTrail;
}

export interface Application {
  /** As the journal names who does it: `cli`, or the id of a person. */
  readonly actor: string;
  /** For a run that the guard refused. */
  readonly approve?: Approval;
}

/**
 * Applies a run for somebody, and writes it into the journal, whatever comes of it. The line is of its own: what a run failed of
 * is to be kept, and a transaction around both would take it back.
 * @throws what `SyncService.apply` throws
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
    'error' in outcome ? Promise.reject(outcome.error) : Promise.resolve(outcome.run),
  );
}
