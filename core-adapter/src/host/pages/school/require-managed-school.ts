// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import type { School } from '../../../api/people.js';
import type { HostContext } from '../../context/host-context.js';
import { hiddenNotFound } from '../../http/hidden-not-found.js';
import { visitorOf } from '../../http/visitor.js';

/**
 * The school of the address, for its head and for administrators of the platform.
 * @throws NotFoundError for other users (T8)
 */
export async function requireManagedSchool(
  { directory, administrators }: Pick<HostContext, 'administrators' | 'directory'>,
  request: Request,
): Promise<School> {
  const { person } = visitorOf(request);
  const uai = String(request.params['uai']);
  const heads = person?.schools.some(({ school, profiles }) => school.uai === uai && profiles.includes('head'));
  const allowed = person && (heads || (await administrators.isPlatformAdministrator(person.id)));
  const school = allowed ? await directory.school(uai) : undefined;
  if (!school) throw hiddenNotFound('the person does not head this school');
  return school;
}
