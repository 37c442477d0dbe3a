// SPDX-License-Identifier: EUPL-1.2
import type { EntityManager, FindOptionsWhere } from 'typeorm';
import { retryCollisions } from '../../infra/database/retry-collisions.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { CLOCK, SSO } from '../audit/actors.js';
import type { AuditedAction, AuditTrail } from '../audit/audit-trail.js';
import { batches } from '../directory/batches.js';
import { SessionRow } from './session.entity.js';

/** The actor in the audit trail for each reason why sessions end; null is the person of the session. */
const ACTORS = {
  /** The person logged out. */
  logout: null,
  /** The person logged in again in the same browser, or somebody else did. */
  newLogin: null,
  /** The SSO ended the session (CAS 3.0 §2.3.3). */
  singleLogout: SSO,
  /** The idle or the absolute limit is over. */
  expired: CLOCK,
  /** The account ended: the directory names the person no more, or names another one by this login, or as a pupil instead of an adult. */
  left: CLOCK,
  /** A sync gave the login to another person while the session opened. */
  loginMoved: CLOCK,
  /** Two people became one. */
  merged: CLOCK,
  /** The last school of the person was closed. */
  schoolClosed: CLOCK,
  erased: CLOCK,
} as const;

/** Why sessions end, as their audit line says it. */
export type SessionEnd = keyof typeof ACTORS;

export const SESSION_ENDS = Object.keys(ACTORS) as SessionEnd[];

/** The sessions to end: all of some people, those of a ticket of the SSO, or one by its id. */
export type SessionsToEnd =
  { readonly persons: readonly string[] } | { readonly ticket: string } | { readonly session: string };

/** The action of the audit lines. There is one for each session, so the journal shows them only when they are asked for. */
export const SESSION_END = 'core.session.end';

/** The SSO reports the end of a session only once, and a logout must not fail because a sync ends the same sessions. */
const ATTEMPTS = 5;

/** The maximum number of people in one audit line. */
const AT_ONCE = 100;

/**
 * Deletes sessions and writes their audit lines, in one transaction. Of two calls at the same time, each has lines for the sessions that it
 * deleted itself.
 * @returns the id of the person of each ended session
 */
export async function endSessionsWhere(
  { unitOfWork, auditTrail }: { readonly unitOfWork: UnitOfWork; readonly auditTrail: AuditTrail },
  where: FindOptionsWhere<SessionRow>,
  reason: SessionEnd,
): Promise<string[]> {
  return retryCollisions(ATTEMPTS, () =>
    unitOfWork.transaction(async (manager) => {
      const persons = await deleteSessions(manager, where);
      for (const line of linesOf(persons, reason)) await auditTrail.note(line);
      return persons;
    }),
  );
}

/** TypeORM writes no RETURNING for SQLite. Reading the rows first would name sessions that another process ends meanwhile. */
async function deleteSessions(manager: EntityManager, where: FindOptionsWhere<SessionRow>): Promise<string[]> {
  const [sql, values] = manager.createQueryBuilder().delete().from(SessionRow).where(where).getQueryAndParameters();
  const rows = await manager.query<{ personId: string }[]>(`${sql} RETURNING personId`, values);
  return rows.map(({ personId }) => personId);
}

/** Writes one line for each person. Expired sessions are many, and nobody ended them, so a hundred of them share a line. */
function linesOf(persons: readonly string[], reason: SessionEnd): AuditedAction[] {
  const line = { uai: null, action: SESSION_END } as const;
  const counts = new Map<string, number>();
  for (const person of persons) counts.set(person, (counts.get(person) ?? 0) + 1);
  if (reason === 'expired') {
    return Array.from(batches([...counts], AT_ONCE), (part) => {
      const sessions = part.reduce((sum, [, count]) => sum + count, 0);
      return { ...line, actor: CLOCK, subject: { persons: part.map(([person]) => person), sessions, reason } };
    });
  }
  return [...counts].map(([person, sessions]) => ({
    ...line,
    actor: ACTORS[reason] ?? person,
    subject: { person, sessions, reason },
  }));
}
