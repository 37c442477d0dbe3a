// SPDX-License-Identifier: EUPL-1.2
import type { Group } from '@volee/core-adapter';
import type { MessagingRequest } from '../../../brick-types.js';
import { isAdultOfSchool } from '../../../domain/rules/is-adult-of-school.js';
import { PARTS } from '../../../domain/write/offered-groups.js';
import type { Recipient } from '../../../domain/rules/recipients.js';
import { groupName } from '../../../domain/words/group-names.js';
import { recipientLabel } from '../../../domain/words/recipient-labels.js';
import type { Asked } from '../../../domain/write/understand.js';
import { matchesWords, searchWords } from './marked-pieces.js';

/** The maximum number of groups that are listed before a word is typed, and of those that a word finds. */
export const MOST_GROUPS = 24;

interface Choosing {
  readonly recipients: readonly Recipient[];
  /** The typed words; empty before one is typed. */
  readonly search: string;
  readonly asked: Asked;
}

interface GroupIds {
  /** Before a word is typed. */
  readonly listed: ReadonlySet<string>;
  readonly offered: readonly string[];
}

/**
 * The ids of the groups that the page offers to an adult of the school: all of a small school, else those that they teach or head unless
 * these are many; those that the typed words find, and those chosen. A collège may have hundreds of groups, and the people of each one
 * offered are counted.
 */
export async function groupsToOffer(
  { recipients, search, asked }: Choosing,
  { access, t, user }: Pick<MessagingRequest, 'access' | 't' | 'user'>,
): Promise<GroupIds> {
  if (!isAdultOfSchool(user)) return { listed: new Set(), offered: [] };
  const words = searchWords(search);
  const all = await access.groups('write');
  const own = all.length > MOST_GROUPS ? await access.groups('moderate') : all;
  const named = words.length === 0 ? [] : all.filter((group) => isFound(group, { words, asked }, t));
  const chosen = recipients.flatMap((one) => ('group' in one ? one.group : []));
  const listed = new Set(own.length > MOST_GROUPS ? [] : own.map(({ id }) => id));
  const found = named.slice(0, MOST_GROUPS).map(({ id }) => id);
  return { listed, offered: [...new Set([...listed, ...found, ...chosen])] };
}

interface Words {
  readonly words: readonly string[];
  readonly asked: Asked;
}

/** By the name of the group, where the words name a part as well; else by one of its labels. */
function isFound(group: Group, { words, asked }: Words, t: MessagingRequest['t']): boolean {
  if (asked.relation !== undefined) return asked.rest.length > 0 && matchesWords(group.name, asked.rest);
  const reader = { t, persons: new Map(), groups: new Map([[group.id, groupName(group, t)]]) };
  return PARTS.some((profile) => matchesWords(recipientLabel({ group: group.id, profile }, reader), words));
}
