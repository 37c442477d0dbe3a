// SPDX-License-Identifier: EUPL-1.2
import { In, LessThanOrEqual, type EntityManager } from 'typeorm';
import { AdministratorRow } from '../administrators/administrator.entity.js';
import { AuditLine } from '../audit/audit-line.entity.js';
import { PersonRow } from '../directory/person.entity.js';
import { NO_WORD, StandInRow } from '../directory/stand-in.entity.js';
import { forgetParcelsOf } from '../hand-over/forget-parcels.js';
import { forgetPlansUntil } from '../sync/runs/stored-plan.js';
import { SyncRunRow } from '../sync/runs/sync-run.entity.js';

/** The actions that store a login beside the person's id in their audit line: see `AdministratorService`. */
const WITH_LOGIN = ['core.administrator.grant', 'core.administrator.revoke'];

/**
 * Deletes the host's data about these people, without their sessions, which end before; foreign keys delete their external ids,
 * attachments, memberships and kinships. Their ids stay in the audit trail and the history of activations, and lead to no person (ADR 18).
 */
export async function forgetPersons(manager: EntityManager, ids: readonly string[]): Promise<void> {
  const personId = In([...ids]);
  await manager.delete(AdministratorRow, { personId });
  await forgetParcelsOf(manager, ids);
  await manager.update(StandInRow, { wordBy: personId }, NO_WORD);
  await manager.delete(PersonRow, { id: personId });
  await forgetLogins(manager, new Set(ids));
}

async function forgetLogins(manager: EntityManager, ids: ReadonlySet<string>): Promise<void> {
  const lines = await manager.findBy(AuditLine, { action: In(WITH_LOGIN) });
  for (const { id, subject } of lines) {
    const { login, ...rest } = subject as Readonly<Record<string, unknown>>;
    if (login === undefined || !ids.has(String(rest['person']))) continue;
    await manager.update(AuditLine, { id }, { subject: rest });
  }
}

/** Deletes the plans and the examples of sync runs up to then: they name the people who left by these runs. */
export async function forgetReadings(manager: EntityManager, until: Date): Promise<void> {
  await forgetPlansUntil(manager, until);
  await manager.update(SyncRunRow, { startedAt: LessThanOrEqual(until) }, { ignored: null });
}
