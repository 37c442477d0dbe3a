// SPDX-License-Identifier: EUPL-1.2
import type { Member, SchoolDirectory } from '../../../api/school-directory.js';
import type { Clock } from '../../../api/log.js';
import type { Group, Profile, School } from '../../../api/people.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { countAudience, findAudience, type AudienceCounts, type AudienceFilter, type Recipient } from './audience.js';
import { findFamilies, type Family } from './families.js';
import { findFormerTies, type FormerTie } from './former-ties.js';
import { findCurrentGroups, findGroupNames, listGroups, type GroupWithCounts } from './group-list.js';
import { findGroupsOf, type FamilyGroup } from './groups-of-persons.js';
import { findFamilyGroups } from './family-groups.js';
import { findChildren, withClasses, type Child, type ChildAsPupil } from './kinships.js';
import { findGroupMembers } from './members.js';
import {
  findLeaver,
  findStableIds,
  findLogin,
  findPerson,
  findPersonByLogin,
  findPersonInSchools,
  findSchoolsOf,
  type Person,
  type PersonInSchools,
  type SchoolOfPerson,
} from './persons.js';
import { schoolDirectory, schoolNow } from './school-directory.js';
import { listSchools, schoolOf, type ListedSchool } from './school-list.js';
import { SchoolRow } from './school.entity.js';
import {
  findGroupRelations,
  findPastGroupRelations,
  type GroupRelation,
  type KnownInPlace,
} from './group-relations.js';
import { findPupilRelations, type PersonThere, type PupilRelation } from './pupil-relations.js';

/** Read access to people, groups, schools and their relations, as of now. Syncs and administrators write them. */
export class Directory {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async school(uai: string): Promise<School | undefined> {
    const row = await this.unitOfWork.run((manager) => manager.findOneBy(SchoolRow, { uai }));
    return row ? schoolOf(row) : undefined;
  }

  /** Every school with its figures, by name. */
  schools(): Promise<ListedSchool[]> {
    return listSchools(this.unitOfWork, this.clock.now());
  }

  person(id: string): Promise<Person | undefined> {
    return findPerson(this.unitOfWork, id);
  }

  /** The results of `person` and `schoolsOf` at once; undefined when no person has that id. */
  personInSchools(id: string): Promise<PersonInSchools | undefined> {
    return findPersonInSchools(this.unitOfWork, id, this.clock.now());
  }

  /** The person who has this login in a source today; case is ignored. */
  personByLogin(source: string, login: string): Promise<Person | undefined> {
    return findPersonByLogin(this.unitOfWork, source, login);
  }

  /** The stable ids that a source showed for a login at the last sync. */
  stableIdsOf(source: string, login: string): Promise<readonly string[]> {
    return findStableIds(this.unitOfWork, source, login);
  }

  /** Whether a person who has left had this login: the account is closed, and not merely unknown. */
  hasLeft(source: string, login: string): Promise<boolean> {
    return findLeaver(this.unitOfWork, source, login);
  }

  /** The login of a person at the SSO, from that source if possible; undefined once the person has left. */
  loginOf(personId: string, source?: string): Promise<string | undefined> {
    return findLogin(this.unitOfWork, personId, source);
  }

  /** The schools and profiles of a person, by name of the school; none once the person is disabled. */
  schoolsOf(personId: string): Promise<readonly SchoolOfPerson[]> {
    return findSchoolsOf(this.unitOfWork, personId, this.clock.now());
  }

  /** The groups of this school year that a person is related to in a school, with the profile of each relation. */
  ties(personId: string, uai: string, known?: KnownInPlace): Promise<GroupRelation[]> {
    return findGroupRelations(this.unitOfWork, { personId, uai, known, now: this.clock.now() });
  }

  /** The groups of last school year that a person taught or headed in a school, if they are a teacher or head there today. */
  pastTies(personId: string, uai: string, known?: KnownInPlace): Promise<GroupRelation[]> {
    return findPastGroupRelations(this.unitOfWork, { personId, uai, known, now: this.clock.now() });
  }

  /** The groups that ended this year and those of former years by which activations reach a person. */
  formerTies(personId: string, uai: string, known?: KnownInPlace): Promise<FormerTie[]> {
    return findFormerTies(this.unitOfWork, { personId, uai, known, now: this.clock.now() });
  }

  /** The relation of a person to these pupils, by id; ids that never were pupils of the school are left out. */
  pupilRelations(by: Omit<PersonThere, 'now'>, pupilIds: readonly string[]): Promise<Map<string, PupilRelation>> {
    return findPupilRelations(this.unitOfWork, pupilIds, { ...by, now: this.clock.now() });
  }

  /** The children of a guardian, by name, with the schools where they are pupils. */
  childrenAsPupils(personId: string): Promise<ChildAsPupil[]> {
    return findChildren(this.unitOfWork, personId, this.clock.now());
  }

  /** The groups of a person, and those that their children are members of, in all schools, of this school year and the last, by name. */
  familyGroups(personId: string): Promise<FamilyGroup[]> {
    return findFamilyGroups(this.unitOfWork, personId, this.clock.now());
  }

  /** The children of a guardian with their schools and classes, by name. */
  async childrenOf(personId: string): Promise<Child[]> {
    return withClasses(await this.childrenAsPupils(personId), await this.familyGroups(personId));
  }

  /** The classes of this school year that people belong to or teach, by id of the person. */
  async classesOf(personIds: readonly string[], uai: string): Promise<Map<string, Group[]>> {
    const groups = await findGroupsOf(this.unitOfWork, personIds, { now: this.clock.now(), uai });
    const classes = new Map<string, Group[]>(personIds.map((id) => [id, []]));
    for (const { personId, id, name, kind, schoolYear } of groups) {
      if (kind === 'class') classes.get(personId)?.push({ id, name, kind, schoolYear });
    }
    return classes;
  }

  /**
   * The groups of this school year, classes first.
   * @param timeZone of the school, if the caller knows it: a statement less
   */
  currentGroups(uai: string, timeZone?: string): Promise<Group[]> {
    return findCurrentGroups(this.unitOfWork, { uai, timeZone, now: this.clock.now() });
  }

  /** The groups of `currentGroups` with the number of pupils and the teachers of each. */
  groups(uai: string, timeZone?: string): Promise<GroupWithCounts[]> {
    return listGroups(this.unitOfWork, { uai, timeZone, now: this.clock.now() });
  }

  /** The guardians of every pupil of the school. */
  families(uai: string): Promise<Family[]> {
    return findFamilies(this.unitOfWork, uai, this.clock.now());
  }

  /** Names of groups of the school by id, including ended groups and those of past years. */
  groupNames(uai: string, ids: readonly string[]): Promise<Map<string, string>> {
    return findGroupNames(this.unitOfWork, uai, ids);
  }

  /** The people reached by activations with these profiles and groups in a school, by family name. No filter: nobody. */
  audience(uai: string, filter: AudienceFilter | readonly AudienceFilter[], timeZone?: string): Promise<Recipient[]> {
    return findAudience(this.unitOfWork, { filters: listOf(filter), uai, timeZone, now: this.clock.now() });
  }

  /** The numbers of an audience, by one statement. */
  audienceCounts(
    uai: string,
    filter: AudienceFilter | readonly AudienceFilter[],
    timeZone?: string,
  ): Promise<AudienceCounts> {
    return countAudience(this.unitOfWork, { filters: listOf(filter), uai, timeZone, now: this.clock.now() });
  }

  /** The directory of one school, as bricks see it. */
  inSchool(school: School): SchoolDirectory {
    return schoolDirectory(this.unitOfWork, this.clock, school);
  }

  /** The people of a group of the school with a profile, by family name, where the caller has read the group. */
  membersOf(
    school: Pick<School, 'uai' | 'timeZone'>,
    group: Pick<Group, 'id' | 'schoolYear'>,
    profile: Profile,
  ): Promise<Member[]> {
    return findGroupMembers(this.unitOfWork, schoolNow(school, this.clock.now()), group, profile);
  }
}

function listOf(filter: AudienceFilter | readonly AudienceFilter[]): readonly AudienceFilter[] {
  return 'profiles' in filter ? [filter] : filter;
}
