// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type SchoolDirectory } from '@volee/core-adapter';
import type { Recipient } from '../rules/recipients.js';
import type { Relations } from '../rules/relations.js';

export type RelationsReader = Pick<SchoolDirectory, 'members' | 'relations'>;

/**
 * The relations by which a message is judged: among the sender, the people named and those of the groups named. The whole school is
 * read where everybody is meant, and for a group with members that the directory does not list to the sender.
 */
export async function relationsFor(
  senderId: string,
  recipients: readonly Recipient[],
  directory: RelationsReader,
): Promise<Relations> {
  const among = [senderId];
  for (const recipient of recipients) {
    if ('everyone' in recipient) return directory.relations();
    if ('person' in recipient) among.push(recipient.person);
    else {
      const members = await membersOf(recipient, directory);
      if (!members) return directory.relations();
      among.push(...members);
    }
  }
  return directory.relations(among);
}

async function membersOf(
  { group, profile }: Extract<Recipient, { group: string }>,
  directory: RelationsReader,
): Promise<readonly string[] | undefined> {
  try {
    return (await directory.members(group, profile)).map(({ id }) => id);
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}
