// SPDX-License-Identifier: EUPL-1.2
import type { AafRequest, Entry } from '../entry.js';

/**
 * An entry after a request; undefined when it is gone, or was not there to be modified. A modification replaces the attributes
 * that it names and leaves the others.
 */
export function applyRequest(entry: Entry | undefined, request: AafRequest): Entry | undefined {
  const { operation, category, key, attributes } = request;
  if (operation === 'delete') return undefined;
  if (operation === 'add') return { category, key, attributes };
  return entry && { ...entry, attributes: { ...entry.attributes, ...attributes } };
}
