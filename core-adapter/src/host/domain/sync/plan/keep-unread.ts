// SPDX-License-Identifier: EUPL-1.2
import type { MembershipRole } from '../../../../api/directory/directory-source.js';
import { agesOf } from '../state/identity.js';
import {
  attachmentKey,
  readAttachmentKey,
  readGroupKey,
  type PersonState,
  type PlacesImage,
} from '../state/person-state.js';
import type { Snapshot } from '../snapshot/snapshot.js';

/** Facts about a sync in which some schools could not be read in full. */
export interface UnreadFacts {
  readonly snapshot: Pick<Snapshot, 'unread' | 'numberOf' | 'hasLogin' | 'placesOf' | 'unplacedOf'>;
  /** Keys of people who are stored as pupils of these schools. */
  readonly pupils: ReadonlySet<string>;
}

/**
 * The state of a person when data of unread schools is kept. Pure. Kept are attachments and groups in such a school, children who are
 * pupils there, and data that other schools say of a person without an entry, since the entry may be in the unread school. Undefined:
 * nothing is kept, and the person leaves.
 * @param was the stored state of a person, never of one with a retired key
 * @param is the state read; the same object is returned when nothing needs to be kept
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
  // A login belongs to one person: a person without an entry loses a login that another person has now.
  const login = is?.login ?? (facts.snapshot.hasLogin(was.login) ? '' : was.login);
  return { ...was, ...is, ...kept, login };
}

/** The places for the plan: groups of unread schools stay as they are. Pure. */
export function keepUnreadPlaces(before: PlacesImage, { schools, groups, unread }: UnreadPlaces): PlacesImage {
  if (unread.size === 0) return { schools, groups };
  const kept = [...before.groups].filter(([key, { uai }]) => unread.has(uai) && !groups.has(key));
  return { schools, groups: new Map([...groups, ...kept]) };
}

type UnreadPlaces = Pick<Snapshot, 'schools' | 'groups' | 'unread'>;

/** Whether a person's entry may be in an unread school. A person in no school, such as a guardian without children, may be in any. */
function mayBeThere(was: PersonState, is: PersonState | undefined, facts: UnreadFacts): boolean {
  if (!is && was.attachments.size === 0) return true;
  return (
    [...was.attachments].some((key) => isUnread(readAttachmentKey(key).uai, facts)) ||
    [...was.memberships.keys()].some((key) => isUnread(readGroupKey(key).uai, facts)) ||
    [...was.children].some((child) => facts.pupils.has(child))
  );
}

/** Whether a person turned from pupil to adult or the reverse. Such a person keeps nothing: pupils neither teach nor have children here. */
function isOfAnotherAge(was: PersonState, is: PersonState): boolean {
  const [before, now] = [agesOf(was.attachments), agesOf(is.attachments)];
  if (now.includes('pupil')) return !before.includes('pupil');
  return now.includes('adult') && !before.includes('adult');
}

/** Kept memberships: those of unread schools, and those of other schools that still name the person. */
function keptMemberships(was: PersonState, facts: UnreadFacts): [string, MembershipRole][] {
  const unplaced = facts.snapshot.unplacedOf(was.key);
  return [...was.memberships].filter(
    ([group, role]) => isUnread(readGroupKey(group).uai, facts) || unplaced.get(group) === role,
  );
}

/** Kept children. For a person without an entry: all children who still are pupils; otherwise the pupils of unread schools. */
function keptChildren(was: PersonState, is: PersonState | undefined, facts: UnreadFacts): string[] {
  return [...was.children].filter((child) => {
    const isThere = facts.pupils.has(child);
    const places = placesOf(child, facts);
    return places ? agesOf(places).includes('pupil') && (isThere || !is) : isThere;
  });
}

/** Kept attachments: those of unread schools; in other schools, teachers of kept groups and guardians of children who are pupils there. */
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
