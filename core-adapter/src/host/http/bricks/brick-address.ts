// SPDX-License-Identifier: EUPL-1.2

/** The address of a path of a brick in a school. */
export function brickAddress(uai: string, brickId: string, path: string): string {
  return `/s/${uai}/${brickId}/${path.replace(/^\/+/, '')}`;
}
