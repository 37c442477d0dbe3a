// SPDX-License-Identifier: EUPL-1.2
import type { Group, Profile } from './people.js';

/** A person who is or was of the school. @stable */
export interface Member {
  readonly id: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly familyName: string;
  /**
   * The level of a pupil, such as `CM2` or `6E`, according to the source that makes them a pupil of this school. Null when that source
   * names no level, as in a ULIS, and for people who are not pupils of the school now.
   */
  readonly level: string | null;
}

/**
 * The profiles, groups and families of people in a school now. People without a profile in the school now are left out.
 * @stable
 */
export interface Relations {
  /** By id of the person; in the order of `PROFILES`, never empty. */
  readonly profiles: ReadonlyMap<string, readonly Profile[]>;
  /** The groups of this school year in `memberOf` and `teaches`, by id. */
  readonly groups: ReadonlyMap<string, Group>;
  /** The ids of the groups that a person is in, by id of the person. */
  readonly memberOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** The ids of the groups that a teacher teaches, by id of the teacher. */
  readonly teaches: ReadonlyMap<string, ReadonlySet<string>>;
  /** The ids of a guardian's children who are pupils of the school, by id of the guardian. */
  readonly childrenOf: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Which people of a school are meant. Each part narrows the others; without any, everybody is meant.
 * @stable
 */
export interface PeopleAsked {
  /** People with one of these profiles. */
  readonly profiles?: readonly Profile[];
  /** The pupils and teachers of these groups of this school year, and the guardians of the pupils. A head is in no class by that profile. */
  readonly groups?: readonly string[];
  /** The people of the groups of this person and of those of their children, their guardians, and the person. */
  readonly around?: string;
  /** The beginning of each word is that of a word of the name, accents and case aside. */
  readonly name?: string;
  /** The maximum number, the first by family name. */
  readonly most?: number;
}

/**
 * The numbers of people in a group of this school year.
 * @stable
 */
export interface GroupCounts {
  readonly group: Group;
  readonly pupils: number;
  readonly teachers: number;
  /** The guardians of its pupils. */
  readonly guardians: number;
}

/**
 * The people of one school, for `load` and jobs. No user asks there, so no question is refused. People and groups of other schools are left
 * out, even when their ids are known.
 * @stable
 */
export interface SchoolDirectory {
  /**
   * The people who are or were in the school, among these ids, by id.
   * @example
   * `const authors = await directory.persons(notices.map(({ addedBy }) => addedBy));`
   */
  persons(ids: readonly string[]): Promise<ReadonlyMap<string, Member>>;
  /**
   * The people of a group with this profile, by family name: its pupils, their guardians, or its teachers. Being a head puts nobody into a
   * class. For a group of an earlier school year, people who left the school since are included.
   */
  members(groupId: string, profile: Profile): Promise<readonly Member[]>;
  /**
   * The ids of the people with this profile that a group of this school year had when it ended: its pupils, their guardians of today, or its
   * teachers. For a class that became another one, which a row that comes late may still name: the people of that one. Empty for a group that
   * has not ended. Some may have left the school since. Use the ids for decisions only.
   */
  membersAtEnd(groupId: string, profile: Profile): Promise<readonly string[]>;
  /**
   * The guardians in this school of people who are or were its pupils, by id of the pupil and sorted by family name.
   * Pupils without a guardian in the school have no entry.
   */
  guardiansOf(pupilIds: readonly string[]): Promise<ReadonlyMap<string, readonly Member[]>>;
  /**
   * The children of guardians who are pupils of this school now, by id of the guardian and sorted by family name: they tell two people of one
   * name apart. People without a child in the school have no entry.
   */
  childrenOf(guardianIds: readonly string[]): Promise<ReadonlyMap<string, readonly Member[]>>;
  /**
   * The id of the person who stayed when two records became one, for the id of the record that went: an address may still name it.
   * Undefined for everybody else. The person need not be of the school: load what is theirs, and let the access decide.
   */
  joinedTo(id: string): Promise<string | undefined>;
  /** The ids of present and former pupils of the school. A teacher of the school may once have been its pupil. */
  everPupils(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * The classes of this school year that each of these pupils is in now, by name. No class: an empty list, as for people who have left.
   * @example
   * `const children = await directory.children();`
   * `const classes = await directory.classesOf(children.map(({ id }) => id));`
   */
  classesOf(pupilIds: readonly string[]): Promise<ReadonlyMap<string, readonly Group[]>>;
  /** As `classesOf`, with the groups of any kind, read in one query. */
  groupsOf(pupilIds: readonly string[]): Promise<ReadonlyMap<string, readonly Group[]>>;
  /**
   * The profiles, groups and families of people in the school now, read in four queries. Use the result for decisions
   * only: never send it to a browser or store it.
   * @param among limits the result to these people and their children. Without it the whole school is read: leave it out in jobs alone.
   */
  relations(among?: readonly string[]): Promise<Relations>;
  /**
   * The ids of people who have a profile in the school now, by family name, in one query that reads no others. Use them as those of
   * `relations`: for decisions, or to name people that the user may know.
   * @example
   * `const heads = await directory.people({ profiles: ['head'] });`
   * `const near = await directory.relations(await directory.people({ around: user.id }));`
   */
  people(asked: PeopleAsked): Promise<readonly string[]>;
  /** The number of people with each profile in the school now. Profiles that nobody has are left out. */
  countPeople(): Promise<ReadonlyMap<Profile, number>>;
  /**
   * The groups of this school year that have people now, with the numbers of these.
   * @param among limits the result to the groups with these ids; without it, the people of every group are counted
   */
  countByGroup(among?: readonly string[]): Promise<readonly GroupCounts[]>;
}

/** The people of the school of a request. @stable */
export interface BrickDirectory extends SchoolDirectory {
  /**
   * As in {@link SchoolDirectory}, but only of a group that the user teaches or heads, in this school year or the last.
   * @throws NotFoundError for any other group
   * @example
   * `const pupils = await directory.members(params.groupId, 'pupil');`
   */
  members(groupId: string, profile: Profile): Promise<readonly Member[]>;
  /** The user's children who are pupils of the school, by family name; empty unless the user is a guardian in it. */
  children(): Promise<readonly Member[]>;
}
