// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import { In, IsNull, Not } from 'typeorm';
import type { HostContext } from '../../context/host-context.js';
import { GroupRow } from '../../domain/directory/group.entity.js';
import type { SchoolContext } from '../school-context.js';

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * The address of a request with the class of the school's own source in the place of a class that was joined to it (ADR 132): a page that is
 * open since before the join still names the joined class. Undefined for an address without one, and for people who do not have the class.
 */
export async function joinedAddress(
  { database }: Pick<HostContext, 'database'>,
  { originalUrl }: Pick<Request, 'originalUrl'>,
  { school, relations }: Pick<SchoolContext, 'school' | 'relations'>,
): Promise<string | undefined> {
  const ids = [...new Set(originalUrl.match(ID))];
  if (ids.length === 0) return undefined;
  const where = { id: In(ids), uai: school.uai, joinedTo: Not(IsNull()) };
  const joined = await database.unitOfWork.run((manager) => manager.findBy(GroupRow, where));
  if (joined.length === 0) return undefined;
  const own = new Set((await relations.groups()).map(({ group }) => group.id));
  if (!joined.every(({ joinedTo }) => joinedTo !== null && own.has(joinedTo))) return undefined;
  return joined.reduce((address, { id, joinedTo }) => address.replaceAll(id, joinedTo ?? id), originalUrl);
}
