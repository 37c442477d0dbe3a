// SPDX-License-Identifier: EUPL-1.2
import { keptSelect } from '../../infra/database/kept-select.js';
import { readInstant, type StoredInstant } from '../../infra/util/stored-instant.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AdministratorRow } from '../administrators/administrator.entity.js';
import { PersonRow } from '../directory/person.entity.js';
import { personInSchools, selectInSchools, type InSchool, type PersonInSchools } from '../directory/persons.js';
import { SessionRow } from './session.entity.js';

export interface SessionLimits {
  /** Milliseconds without a request after which a session ends. */
  readonly idle: number;
  /** Milliseconds after which a session ends, even in use. */
  readonly absolute: number;
}

/** A time further ahead was written while the clock was ahead; clocks of several machines differ by less (ADR 67). */
export const AHEAD = 60_000;

/** The person of a session, as of the request that found it. */
export interface SessionPerson extends PersonInSchools {
  readonly administersPlatform: boolean;
}

export interface FoundSession extends Pick<SessionRow, 'personId' | 'data' | 'seenAt'> {
  /** Undefined when the person was erased. */
  readonly known: SessionPerson | undefined;
}

/**
 * A session with its person, their schools and their right to the platform: one statement, since every page needs all of them.
 * @returns undefined for a session that has ended
 */
export async function findSession(
  unitOfWork: UnitOfWork,
  idHash: string,
  { now, limits }: { readonly now: Date; readonly limits: SessionLimits },
): Promise<FoundSession | undefined> {
  const rows = await SELECT_SESSION(unitOfWork, { idHash, now });
  const [first] = rows;
  if (!first || readInstant(first.endsAt) <= now) return undefined;
  const seenAt = readInstant(first.seenAt);
  const idle = now.getTime() - seenAt.getTime();
  if (idle >= limits.idle || idle < -AHEAD) return undefined;
  const found = personInSchools(rows);
  return {
    ...{ personId: first.personId, data: JSON.parse(first.data) as SessionRow['data'], seenAt },
    known: found && { ...found, administersPlatform: first.administratorId !== null },
  };
}

/** A row of `InSchool`, beside the columns of the session. */
interface StoredSession
  extends InSchool, Record<'personId' | 'data', string>, Record<'seenAt' | 'endsAt', StoredInstant> {
  readonly administratorId: string | null;
}

const SELECT_SESSION = keptSelect<'idHash' | 'now', StoredSession>((manager) =>
  selectInSchools(
    manager
      .createQueryBuilder(SessionRow, 'session')
      .leftJoin(PersonRow, 'person', 'person.id = session.personId')
      .leftJoin(AdministratorRow, 'administrator', 'administrator.personId = person.id'),
  )
    .addSelect('session.personId', 'personId')
    .addSelect('session.data', 'data')
    .addSelect('session.seenAt', 'seenAt')
    .addSelect('session.endsAt', 'endsAt')
    .addSelect('administrator.personId', 'administratorId')
    .where('session.idHash = :idHash'),
);
