// SPDX-License-Identifier: EUPL-1.2
import { keptSelect } from '../../infra/database/kept-select.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { normaliseLogin } from '../directory/normalise-login.js';
import { PersonRow } from '../directory/person.entity.js';
import { personInSchools, selectInSchools, type InSchool, type PersonInSchools } from '../directory/persons.js';
import { LastSchoolRow } from './last-school.entity.js';

/** The person that a login names today. */
export interface LoginPerson extends PersonInSchools {
  /** The school that the person visited last, in any browser; they may have left it since. */
  readonly lastSchool: string | undefined;
}

/** A person with their schools and their last one: one statement for a login. Case of the login is ignored. */
export async function findByLogin(
  unitOfWork: UnitOfWork,
  { source, login, now }: { readonly source: string; readonly login: string; readonly now: Date },
): Promise<LoginPerson | undefined> {
  const rows = await SELECT_BY_LOGIN(unitOfWork, { source, login: normaliseLogin(login), now });
  const found = personInSchools(rows);
  return found && { ...found, lastSchool: rows[0]?.lastSchool ?? undefined };
}

interface StoredLogin extends InSchool {
  readonly lastSchool: string | null;
}

const SELECT_BY_LOGIN = keptSelect<'source' | 'login' | 'now', StoredLogin>((manager) =>
  selectInSchools(
    manager
      .createQueryBuilder(ExternalIdRow, 'external')
      .innerJoin(PersonRow, 'person', 'person.id = external.personId')
      .leftJoin(LastSchoolRow, 'last', 'last.personId = person.id'),
  )
    .addSelect('last.uai', 'lastSchool')
    .where('external.source = :source AND external.login = :login'),
);
