// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import { In, IsNull, Not } from 'typeorm';
import type { HostContext } from '../../context/host-context.js';
import { GroupRow } from '../../domain/directory/group.entity.js';
import type { SchoolContext } from '../school-context.js';

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** A field that is an id, or one with its kind: `<id>`, `toPupilsOf <id>`, `group:<id>`. A text that somebody typed is none of them. */
const NAMED = new RegExp(`^(?:[a-zA-Z]{1,20}[ :])?(${ID.source})$`);

/**
 * The address of a request with the class of the school's own source in the place of a class that was joined to it (ADR 132): a page that is
 * open since before the join still names the joined class. Undefined for an address without one, and for people who do not have the class.
 */
export async function joinedAddress(
  context: Pick<HostContext, 'database'>,
  { originalUrl }: Pick<Request, 'originalUrl'>,
  { school, relations }: Pick<SchoolContext, 'school' | 'relations'>,
): Promise<string | undefined> {
  const joined = await findJoined(context, originalUrl.match(ID) ?? [], school);
  if (joined.size === 0) return undefined;
  const own = new Set((await relations.groups()).map(({ group }) => group.id));
  if (![...joined.values()].every((id) => own.has(id))) return undefined;
  return [...joined].reduce((address, [from, to]) => address.replaceAll(from, to), originalUrl);
}

/**
 * The fields of a form or of a query with the class of the school's own source in the place of a class that was joined to it. The brick checks
 * them like any others.
 */
export async function joinedFields(
  context: Pick<HostContext, 'database'>,
  fields: unknown,
  { school, user }: Pick<SchoolContext, 'school' | 'user'>,
): Promise<unknown> {
  const entries = Object.entries(fields ?? {});
  const ids = entries.flatMap(([, value]) => [value].flat().flatMap((one) => idIn(one) ?? []));
  // A page that saves while somebody types sends the reader with each change.
  const joined = await findJoined(
    context,
    ids.filter((id) => id !== user.id),
    school,
  );
  if (joined.size === 0) return fields;
  const now = (value: unknown): unknown => {
    const id = idIn(value) ?? '';
    return typeof value === 'string' ? value.replace(id, joined.get(id) ?? id) : value;
  };
  return Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? value.map(now) : now(value)]));
}

function idIn(value: unknown): string | undefined {
  return typeof value === 'string' ? NAMED.exec(value)?.[1] : undefined;
}

/** The classes among these ids that were joined to another one, with that one. */
async function findJoined(
  { database }: Pick<HostContext, 'database'>,
  ids: readonly string[],
  { uai }: SchoolContext['school'],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const where = { id: In([...new Set(ids)]), uai, joinedTo: Not(IsNull()) };
  const rows = await database.unitOfWork.run((manager) => manager.findBy(GroupRow, where));
  return new Map(rows.map(({ id, joinedTo }) => [id, joinedTo ?? id]));
}
