// SPDX-License-Identifier: EUPL-1.2
import type { MembershipRole } from '../../../../api/directory-source.js';
import { agesOf } from '../state/identity.js';
import {
  attachmentKey,
  readAttachmentKey,
  readGroupKey,
  type PersonState,
  type PlacesImage,
} from '../state/person-state.js';
import type { Snapshot } from '../snapshot/snapshot.js';

/** What is known of a sync in which schools could not be read in full. */
export interface UnreadFacts {
  readonly snapshot: Pick<Snapshot, 'unread' | 'numberOf' | 'hasLogin' | 'placesOf' | 'unplacedOf'>;
  /** Keys of persons who are stored as pupils of these schools. */
  readonly pupils: ReadonlySet<string>;
}

/**
 * What a person is once everything counts as still said that a school which could not be read may say. Pure. Kept are attachments and
 * groups in that school, children who are pupils there and, since the person's entry may stand there, what other schools say of
 * somebody without naming them. Undefined: nothing is kept, and the person leaves.
 * @param was what is stored of the person; never somebody whose key names another person now
 * @param is what came; the same object is returned when nothing needs to be kept
 */
export function keepUnread(was: PersonState, is: PersonState | undefined, facts: UnreadFacts): PersonState | undefined {
  if (!mayBeThere(was, is, facts) || (is && isOfAnotherAge(was, is))) return is;
  const groups = keptMemberships(was, facts);
  const families = keptChildren(was, is, facts);
  const places = keptAttachments(was, { groups, families: is ? [] : families }, facts);
  const kept = {
    attachments: new Set([...(is?.attachments ?? []), ...places]),
    memberships: new Map([...groups, ...(is?.memberships ?? [])]),
    children: new Set([...(is?.children ?? []), ...families]),
  };
  const keepsNothing = is ? sizeOf(kept) === sizeOf(is) : was.attachments.size > 0 && sizeOf(kept) === 0;
  if (keepsNothing) return is;
  // A person who is not named cannot keep a login that another person has now: a login is one person's.
  const login = is?.login ?? (facts.snapshot.hasLogin(was.login) ? '' : was.login);
  return { ...was, ...is, ...kept, login };
}

/** The places that a sync plans with: groups of schools that could not be read in full stay as they are. Pure. */
export function keepUnreadPlaces(before: PlacesImage, { schools, groups, unread }: UnreadPlaces): PlacesImage {
  if (unread.size === 0) return { schools, groups };
  const kept = [...before.groups].filter(([key, { uai }]) => unread.has(uai) && !groups.has(key));
  return { schools, groups: new Map([...groups, ...kept]) };
}

type UnreadPlaces = Pick<Snapshot, 'schools' | 'groups' | 'unread'>;

/** Who is stored in no school, such as a guardian without children, may have an entry in any. */
function mayBeThere(was: PersonState, is: PersonState | undefined, facts: UnreadFacts): boolean {
  if (!is && was.attachments.size === 0) return true;
  return (
    [...was.attachments].some((key) => isUnread(readAttachmentKey(key).uai, facts)) ||
    [...was.memberships.keys()].some((key) => isUnread(readGroupKey(key).uai, facts)) ||
    [...was.children].some((child) => facts.pupils.has(child))
  );
}

/** A pupil is nobody's guardian and teaches nobody: whoever becomes a pupil or an adult keeps nothing of what they were. */
function isOfAnotherAge(was: PersonState, is: PersonState): boolean {
  const [before, now] = [agesOf(was.attachments), agesOf(is.attachments)];
  if (now.includes('pupil')) return !before.includes('pupil');
  return now.includes('adult') && !before.includes('adult');
}

/** In groups of other schools: as long as these still name the person. */
function keptMemberships(was: PersonState, facts: UnreadFacts): [string, MembershipRole][] {
  const unplaced = facts.snapshot.unplacedOf(was.key);
  return [...was.memberships].filter(
    ([group, role]) => isUnread(readGroupKey(group).uai, facts) || unplaced.get(group) === role,
  );
}

/** Of somebody who is not named, all children who still are pupils; otherwise those who are pupils of the school. */
function keptChildren(was: PersonState, is: PersonState | undefined, facts: UnreadFacts): string[] {
  return [...was.children].filter((child) => {
    const isThere = facts.pupils.has(child);
    const places = placesOf(child, facts);
    return places ? agesOf(places).includes('pupil') && (isThere || !is) : isThere;
  });
}

/** In other schools: as a teacher where a group is kept, as a guardian where a child is a pupil. */
function keptAttachments(
  was: PersonState,
  { groups, families }: { readonly groups: readonly [string, MembershipRole][]; readonly families: readonly string[] },
  facts: UnreadFacts,
): string[] {
  const teaching = new Set(groups.map(([group]) => readGroupKey(group).uai));
  return [...was.attachments].filter((key) => {
    const { uai, profile } = readAttachmentKey(key);
    if (isUnread(uai, facts)) return true;
    if (profile === 'teacher') return teaching.has(uai);
    if (profile !== 'guardian') return false;
    return families.some((child) => placesOf(child, facts)?.has(attachmentKey(uai, 'pupil')));
  });
}

type Places = Pick<PersonState, 'attachments' | 'memberships' | 'children'>;

function placesOf(key: string, { snapshot }: UnreadFacts): ReadonlySet<string> | undefined {
  const number = snapshot.numberOf(key);
  return number === undefined ? undefined : snapshot.placesOf(number).attachments;
}

function isUnread(uai: string, { snapshot }: UnreadFacts): boolean {
  return snapshot.unread.has(uai);
}

function sizeOf({ attachments, memberships, children }: Places): number {
  return attachments.size + memberships.size + children.size;
}
