// SPDX-License-Identifier: EUPL-1.2

/** An address without a parameter that is for the host alone: a brick may refuse what it does not know. */
export function withoutParameter(address: string, name: string): string {
  const [path = '', search = ''] = address.split('?');
  const query = new URLSearchParams(search);
  query.delete(name);
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
