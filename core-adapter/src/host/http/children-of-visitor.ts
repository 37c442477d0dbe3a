// SPDX-License-Identifier: EUPL-1.2
import type { Directory } from '../domain/directory/directory.js';
import type { NamedChild } from '../domain/directory/kinships.js';
import type { VisitorPerson } from './visitor.js';

const childrenOfVisitors = new WeakMap<VisitorPerson, Promise<readonly NamedChild[]>>();

/** The children of the visitor, by name; read once in a request, whatever the number of schools that it is about. */
export function childrenOfVisitor(
  directory: Pick<Directory, 'namedChildren'>,
  person: VisitorPerson,
): Promise<readonly NamedChild[]> {
  const children = childrenOfVisitors.get(person) ?? directory.namedChildren(person.id);
  childrenOfVisitors.set(person, children);
  return children;
}
