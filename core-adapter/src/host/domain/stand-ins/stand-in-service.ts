// SPDX-License-Identifier: EUPL-1.2
import { LessThan, MoreThan } from 'typeorm';
import { NotFoundError } from '../../../api/errors.js';
import type { Clock } from '../../../api/log.js';
import type { School } from '../../../api/people.js';
import { newId } from '../../infra/database/new-id.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import { AttachmentRow } from '../directory/attachment.entity.js';
import { endStandIns } from '../directory/end-stand-ins.js';
import { findCurrentGroups } from '../directory/group-list.js';
import { lockSchool } from '../directory/lock-school.js';
import { MembershipRow } from '../directory/membership.entity.js';
import { NO_WORD, STAND_IN_SOURCE, StandInRow } from '../directory/stand-in.entity.js';
import { findStandInPerson, type PersonInWords, type Replacing } from './find-stand-in-person.js';
import { listStandIns, type ListedStandIn } from './stand-in-list.js';
import { refuseStandIn, type StandInProblem, type StandInField } from './stand-in-problems.js';
import { dayOf } from '../../../api/day.js';
import { spanOfDay } from '../../infra/i18n/span-of-day.js';
import { schoolYearOf } from '../directory/school-year.js';

/** The last day of a school year, without the year. */
const LAST_DAY = '07-31';

/** A replacement as the form of a head gives it. */
export interface StandInWords extends PersonInWords, DaysInWords {
  readonly groupId: string;
}

/** A person and the days of a replacement; `from` is included, `until` excluded. */
export interface CheckedStandIn extends Replacing, Days {}

/** Replacement teachers: each teaches one class from a day to a day, as if the directory said so. */
export class StandInService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly auditTrail: AuditTrail,
  ) {}

  /**
   * The person and the days of a replacement that could be added now. A page shows them before a teacher of another school is added.
   * @throws InputError with the fault of each field
   */
  async check(school: School, words: StandInWords): Promise<CheckedStandIn> {
    const { uai } = school;
    const now = this.clock.now();
    const problems: StandInProblem[] = [];
    const groups = await findCurrentGroups(this.unitOfWork, { uai, now });
    if (!groups.some(({ id, kind }) => id === words.groupId && kind === 'class')) {
      problems.push({
        field: 'group',
        fault: 'noGroup',
        sentence: `${uai} has no class "${words.groupId}" this year.`,
      });
    }
    const days = readDays(words, school, now, problems);
    const replacing = await findStandInPerson(this.unitOfWork, words, { uai, now }, problems);
    if (replacing && days && (await this.#teaches(replacing.personId, words.groupId, days))) {
      const field = words.login === '' ? 'person' : 'login';
      problems.push({ field, fault: 'teachesAlready', sentence: `${replacing.personId} teaches this class already.` });
    }
    refuseStandIn(problems);
    if (!replacing || !days) throw new Error('a replacement without a person or days was not refused');
    return { ...replacing, ...days };
  }

  /**
   * Adds a replacement teacher to a class of this school year. A teacher of another school is attached to this one for the same days.
   * @throws InputError with the fault of each field
   */
  add(school: School, words: StandInWords, actor: string): Promise<ListedStandIn> {
    const { uai } = school;
    const { groupId } = words;
    const subject = { groups: [groupId] };
    return this.auditTrail.record({ actor, uai, action: 'core.replacement.add', subject }, async () => {
      await lockSchool(this.unitOfWork, uai);
      const { isOfSchool, personId, from, until } = await this.check(school, words);
      const common = { id: newId(), uai, personId, from, until };
      const row: StandInRow = { ...common, groupId, addedBy: actor, addedAt: this.clock.now(), ...NO_WORD };
      await this.unitOfWork.run(async (manager) => {
        await manager.insert(StandInRow, row);
        if (isOfSchool) return;
        await manager.insert(AttachmentRow, { ...common, profile: 'teacher', source: STAND_IN_SOURCE });
      });
      return { subject: { ...subject, person: personId, from, until }, result: await this.#listed(uai, row.id) };
    });
  }

  /** The replacements of a school that are in force or to come, by name of the class and first day. */
  list(uai: string): Promise<ListedStandIn[]> {
    return listStandIns(this.unitOfWork, uai, this.clock.now());
  }

  /**
   * Ends a replacement now; one that has not begun is called off.
   * @throws NotFoundError when the school has no such replacement, or when it is over
   */
  async end(uai: string, id: string, actor: string): Promise<ListedStandIn> {
    return this.auditTrail.record({ actor, uai, action: 'core.replacement.end', subject: {} }, async () => {
      await lockSchool(this.unitOfWork, uai);
      const standIn = await this.#listed(uai, id);
      await this.unitOfWork.run((manager) => endStandIns(manager, { id }, this.clock.now()));
      return { subject: { person: standIn.personId, groups: [standIn.groupId] }, result: standIn };
    });
  }

  async #listed(uai: string, id: string): Promise<ListedStandIn> {
    const standIn = (await this.list(uai)).find((one) => one.id === id);
    if (!standIn) throw new NotFoundError(`${uai} has no replacement ${id}, now or to come.`);
    return standIn;
  }

  /** Whether the person teaches the class already: by the directory, or by a replacement on one of these days. */
  #teaches(personId: string, groupId: string, { from, until }: Days): Promise<boolean> {
    const overlapping = { personId, groupId, from: LessThan(until), until: MoreThan(from) };
    return this.unitOfWork.run(
      async (manager) =>
        (await manager.existsBy(MembershipRow, { personId, groupId, role: 'teacher' })) ||
        (await manager.existsBy(StandInRow, overlapping)),
    );
  }
}

/** Days as a form gives them: `YYYY-MM-DD` in the time zone of the school. */
interface DaysInWords {
  /** `day` for a first day that must not be empty. */
  readonly start?: 'now' | 'day';
  /** The first day; empty: today. */
  readonly from: string;
  /** The last day, included. */
  readonly until: string;
}

/** `from` is included, `until` excluded. */
interface Days {
  readonly from: Date;
  readonly until: Date;
}

/** Reads the days of a replacement, which must lie between today and the end of the school year. Problems are added to the list. */
function readDays(
  { start: begins, from, until }: DaysInWords,
  { timeZone }: Pick<School, 'timeZone'>,
  now: Date,
  problems: StandInProblem[],
): Days | undefined {
  const today = dayOf(now, timeZone);
  const lastDay = `${schoolYearOf(now, timeZone) + 1}-${LAST_DAY}`;
  const wrong = (field: StandInField, fault: StandInProblem['fault'], sentence: string): undefined => {
    problems.push({ field, fault, sentence });
    return undefined;
  };
  const first = from === '' ? today : from;
  const start = spanOfDay(first, timeZone)?.from;
  const end = spanOfDay(until, timeZone)?.until;
  if (begins === 'day' && from === '') wrong('from', 'noFrom', 'The first day is missing.');
  else if (!start) wrong('from', 'notADate', `"${first}" is not a day.`);
  else if (first < today) wrong('from', 'past', `${first} is over: today is ${today}.`);
  else if (first > lastDay) wrong('from', 'afterYear', `${first} is after the school year, which ends on ${lastDay}.`);
  if (until === '') return wrong('until', 'noUntil', 'The last day is missing.');
  if (!end) return wrong('until', 'notADate', `"${until}" is not a day.`);
  if (until < today) return wrong('until', 'past', `${until} is over: today is ${today}.`);
  if (until > lastDay)
    return wrong('until', 'afterYear', `${until} is after the school year, which ends on ${lastDay}.`);
  if (start && until < first)
    return wrong('until', 'crossed', `The last day, ${until}, is before the first, ${first}.`);
  return start && { from: start > now ? start : now, until: end };
}
