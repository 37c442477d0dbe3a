// SPDX-License-Identifier: EUPL-1.2
import type { Group } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';

/** The groups of this year that the user may write to, by id. */
export async function groupNames({ access, t }: Pick<MessagingRequest, 'access' | 't'>): Promise<Map<string, string>> {
  return new Map((await access.groups('write')).map((group) => [group.id, groupName(group, t)]));
}

/** The name of a group as it follows « parents de »: « CM1 », and « tous les CM2 » for « Niveau CM2 ». */
export function groupName({ kind, name }: Pick<Group, 'kind' | 'name'>, t: MessagingRequest['t']): string {
  return kind === 'level' ? t('group.level', { level: name.replace(/^niveau\s+/i, '') }) : name;
}
