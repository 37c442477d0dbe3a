// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDirectory } from '@volee/core-adapter';
import type { AddressedProfile, Recipient } from '../rules/recipients.js';
import type { Relations } from '../rules/relations.js';

export type RelationsReader = Pick<SchoolDirectory, 'people' | 'relations' | 'countByGroup'>;

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

/** The classes of a person that somebody teaches. The teachers are counted only where the person is in several classes. */
export async function taughtClassesOf(
  personId: string,
  { memberOf, groups }: Pick<Relations, 'memberOf' | 'groups'>,
  directory: Pick<RelationsReader, 'countByGroup'>,
): Promise<ReadonlySet<string>> {
  const classes = [...(memberOf.get(personId) ?? [])].filter((id) => groups.get(id)?.kind === 'class');
  const counts = classes.length > 1 ? await directory.countByGroup(classes) : [];
  return new Set(counts.flatMap(({ group, teachers }) => (teachers > 0 ? [group.id] : [])));
}
