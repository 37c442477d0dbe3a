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
  const headed = person?.schools.find((there) => there.school.uai === uai && there.profiles.includes('head'));
  if (headed) return headed.school;
  const isAdministrator = person && (await administrators.isPlatformAdministrator(person.id));
  const school = isAdministrator ? await directory.school(uai) : undefined;
  if (!school) throw hiddenNotFound('the person does not head this school');
  return school;
}
