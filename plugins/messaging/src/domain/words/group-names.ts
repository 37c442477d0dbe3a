// SPDX-License-Identifier: EUPL-1.2
import type { MessagingRequest } from '../../brick-types.js';

/** The groups of this year that the user may write to, by id. */
export async function groupNames({ access }: Pick<MessagingRequest, 'access'>): Promise<Map<string, string>> {
  return new Map((await access.groups('write')).map(({ id, name }) => [id, name]));
}
