// SPDX-License-Identifier: EUPL-1.2

/** The root of every AAF file. */
export const ROOT = 'ficAlimMENESR';

/**
 * The elements that each element may contain, after the DTD `ficAlimMENESR.dtd`. The DTD itself is never looked for. It also bounds how
 * deep a file can be.
 */
const CHILDREN = new Map(
  Object.entries({
    [ROOT]: ['addRequest', 'modifyRequest', 'deleteRequest'],
    addRequest: ['operationalAttributes', 'identifier', 'attributes'],
    modifyRequest: ['operationalAttributes', 'identifier', 'modifications'],
    deleteRequest: ['operationalAttributes', 'identifier'],
    operationalAttributes: ['attr'],
    identifier: ['id'],
    attributes: ['attr'],
    modifications: ['modification'],
    attr: ['value'],
    modification: ['value'],
  }),
);

/** Whether an element may stand in another one; without a parent it is the root. */
export function mayStand(element: string, parent: string | undefined): boolean {
  if (parent === undefined) return element === ROOT;
  return CHILDREN.get(parent)?.includes(element) ?? false;
}

/** The operation of each element of the root on an entry. */
export const OPERATIONS: ReadonlyMap<string, 'add' | 'modify' | 'delete'> = new Map([
  ['addRequest', 'add'],
  ['modifyRequest', 'modify'],
  ['deleteRequest', 'delete'],
]);
