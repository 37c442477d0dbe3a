// SPDX-License-Identifier: EUPL-1.2
import { MoreThan, Not, type EntityManager } from 'typeorm';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { AttachmentRow } from '../directory/attachment.entity.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { normaliseLogin } from '../directory/normalise-login.js';
import { STAND_IN_SOURCE } from '../directory/stand-in.entity.js';
import { whereAttachmentInForce } from '../directory/where-attachment-in-force.js';
import type { StandInProblem } from './stand-in-problems.js';

/** The choice of a person: a teacher of the school by id, or a teacher of another school by login. The other one is empty. */
export interface PersonInWords {
  readonly personId: string;
  readonly login: string;
}

/** A teacher, and whether they are one of the school by themselves. */
export interface Replacing {
  readonly personId: string;
  readonly isOfSchool: boolean;
}

/** Finds the person who is to replace a teacher. Problems are added to the list. */
export async function findStandInPerson(
  unitOfWork: UnitOfWork,
  { personId, login }: PersonInWords,
  { uai, now }: { readonly uai: string; readonly now: Date },
  problems: StandInProblem[],
): Promise<Replacing | undefined> {
  if (personId !== '' && login !== '') {
    problems.push({ field: 'login', fault: 'twoPersons', sentence: 'Two persons are named: choose one.' });
  } else if (personId !== '') {
    const taught = await schoolsTaught(unitOfWork, personId, now);
    if (taught.includes(uai)) return { personId, isOfSchool: true };
    if (taught.length > 0 && (await standsInAt(unitOfWork, personId, { uai, now }))) {
      return { personId, isOfSchool: false };
    }
    problems.push({ field: 'person', fault: 'notHere', sentence: `${personId} is not a teacher of ${uai}.` });
  } else if (login === '') {
    problems.push({ field: 'person', fault: 'noPerson', sentence: 'No person is named.' });
  } else {
    const called = await personsCalled(unitOfWork, login);
    const [id] = called;
    if (id === undefined) {
      problems.push({ field: 'login', fault: 'unknownLogin', sentence: 'No person has this login.' });
    } else if (called.length > 1) {
      problems.push({ field: 'login', fault: 'severalLogins', sentence: 'Several persons have this login.' });
    } else {
      const taught = await schoolsTaught(unitOfWork, id, now);
      if (taught.length > 0) return { personId: id, isOfSchool: taught.includes(uai) };
      problems.push({ field: 'login', fault: 'notTeacher', sentence: 'The person with this login is no teacher.' });
    }
  }
  return undefined;
}

async function personsCalled(unitOfWork: UnitOfWork, login: string): Promise<string[]> {
  const rows = await unitOfWork.run((manager) => manager.findBy(ExternalIdRow, { login: normaliseLogin(login) }));
  return [...new Set(rows.map(({ personId }) => personId))];
}

/** Whether a teacher of another school replaces somebody in this one already, now or later. */
function standsInAt(
  unitOfWork: UnitOfWork,
  personId: string,
  { uai, now }: { readonly uai: string; readonly now: Date },
): Promise<boolean> {
  const where = { personId, uai, source: STAND_IN_SOURCE, until: MoreThan(now) };
  return unitOfWork.run((manager) => manager.existsBy(AttachmentRow, where));
}

/** The schools in which a person is a teacher now, other than by replacing somebody there. */
async function schoolsTaught(unitOfWork: UnitOfWork, personId: string, now: Date): Promise<string[]> {
  const rows = await unitOfWork.run((manager) => selectTaught(manager, personId, now));
  return rows.map(({ uai }) => uai);
}

function selectTaught(manager: EntityManager, personId: string, now: Date): Promise<AttachmentRow[]> {
  const query = manager
    .createQueryBuilder(AttachmentRow, 'attachment')
    .where({ personId, profile: 'teacher', source: Not(STAND_IN_SOURCE) });
  return whereAttachmentInForce(query, now).getMany();
}
