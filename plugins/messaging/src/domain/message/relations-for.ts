// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDirectory } from '@volee/core-adapter';
import type { AddressedProfile, Recipient } from '../rules/recipients.js';
import type { Relations } from '../rules/relations.js';

export type RelationsReader = Pick<SchoolDirectory, 'people' | 'relations'>;

/**
 * The relations by which a message is judged: among the sender, these people, the people named and those of the groups named. The whole
 * school is read where everybody is meant.
 */
export async function relationsFor(
  senderId: string,
  recipients: readonly Recipient[],
  directory: RelationsReader,
  others: readonly string[] = [],
): Promise<Relations> {
  const among = [senderId, ...others];
  const groups = new Map<AddressedProfile, string[]>();
  for (const recipient of recipients) {
    if ('everyone' in recipient) return directory.relations();
    if ('person' in recipient) among.push(recipient.person);
    else groups.set(recipient.profile, [...(groups.get(recipient.profile) ?? []), recipient.group]);
  }
  for (const [profile, ofProfile] of groups) {
    among.push(...(await directory.people({ profiles: [profile], groups: ofProfile })));
  }
  return directory.relations(among);
}
