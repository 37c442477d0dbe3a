// SPDX-License-Identifier: EUPL-1.2
import { familyOf } from '../domain/access/user-relations.js';
import type { SchoolRules } from '../domain/activation/find-rules.js';
import type { KnownFamily } from '../domain/directory/group-relations.js';
import type { HostContext } from '../context/host-context.js';
import { once } from '../infra/util/once.js';
import type { VisitorPerson } from './visitor.js';

/** The answers about a visitor that are read once in a request, whatever the number of their schools that it is about. */
export interface VisitorReads extends KnownFamily {
  /** The rules of the schools of the visitor, in force or to come. */
  rules(): Promise<SchoolRules>;
}

const readsOfVisitors = new WeakMap<VisitorPerson, VisitorReads>();

export function readsOfVisitor(
  { activations, directory }: Pick<HostContext, 'activations' | 'directory'>,
  person: VisitorPerson,
): VisitorReads {
  const known = readsOfVisitors.get(person);
  if (known) return known;
  const uais = person.schools.map(({ school }) => school.uai);
  const reads = { ...familyOf(directory, person.id), rules: once(() => activations.rulesIn(uais)) };
  readsOfVisitors.set(person, reads);
  return reads;
}
