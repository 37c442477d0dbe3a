// SPDX-License-Identifier: EUPL-1.2
import type { FormerSchoolRequest, FormerThings } from './former-school.js';
import type { ParcelLists } from './hand-over/hand-over.js';
import type { UserWork } from './school-work.js';

/**
 * The user who opens a page, in one school. The parts of the portal only read; a brick may note that something was shown there.
 * @stable
 */
export interface PortalRequest<P extends string, K extends string> extends Pick<
  UserWork<P, K>,
  'school' | 'schoolYear' | 'user' | 'access' | 'db' | 'directory' | 'clock' | 'log' | 't' | 'format'
> {
  /** The parcels that a head has sent and is offered. @unstable */
  readonly handOver: ParcelLists;
}

/** Something that waits for the user, shown as one row of the portal. Texts are in the language of the user. @stable */
export interface PortalTask {
  /** The title of the task: « Tom veut écrire à Inès ». */
  readonly title: string;
  /** The subject of the task, or its deadline: « Son message est à accepter depuis 8 h 02. » */
  readonly detail: string;
  /** The verb on the link: « Lire ». */
  readonly action: string;
  /** A path of this brick, such as `/messages/12`. */
  readonly path: string;
  /** The portal shows the nearest first, and tasks without one last. */
  readonly due?: Date;
  /** The task stands before all others, whenever it is due, such as a work that a teacher has reminded a pupil of. */
  readonly isPressing?: true;
  /** The id of the child that the task is about: it stands on the card of the child, so the title does not name them. */
  readonly about?: string;
  /** The id of the class or other group that the task is about: for a replacement teacher of it, the task stands under the name of the one replaced. */
  readonly groupId?: string;
  /** How much of the task is done, such as 20 complete bilans of 24. */
  readonly progress?: TaskProgress;
}

/** A part of a whole: `done` is 0 to `of`. @stable */
export interface TaskProgress {
  readonly done: number;
  readonly of: number;
}

/** One line of the portal. Texts are in the language of the user. @stable */
export interface NewsLine {
  /** The sort of thing, such as `message`: the portal shows one line a child and kind. */
  readonly kind: string;
  /** Names the thing among those of its kind, such as the id of a row. */
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  /** A path of this brick, such as `/messages/12`. */
  readonly path: string;
  readonly at: Date;
  /** The id of the child that the line is about. */
  readonly about?: string;
  /** The user has not seen the thing yet. */
  readonly isNew?: true;
}

/** An address of a brick in the row of tools on the portal. @stable */
export interface PortalPlace {
  readonly title: string;
  /** A path of this brick, such as `/works`. */
  readonly path: string;
  /** Default: the icon of the brick. */
  readonly icon?: string;
  /** The badge of the brick stands beside this place. */
  readonly hasBadge?: true;
}

/** An act that a button of the portal begins. @stable */
export type PortalAct = Pick<PortalPlace, 'title' | 'path' | 'icon'>;

/** Something on a day of the week that the portal shows to a teacher, such as a work that is due. @stable */
export interface WeekThing extends Pick<NewsLine, 'title' | 'detail' | 'path'> {
  /** The instant that puts the thing on its day; `detail` has the hour where it matters. */
  readonly at: Date;
}

/**
 * A work, a message or another thing about children of a guardian, as a line of one list over all their schools. The names of the children and a
 * colon stand before `detail`: « Inès : à rendre pour jeudi ». @stable
 */
export interface ChildThing extends Pick<NewsLine, 'title' | 'detail' | 'path' | 'at'> {
  /** In about two words: « À refaire ». */
  readonly state: { readonly label: string; readonly icon: string; readonly kind?: 'plain' | 'good' | 'warn' | 'bad' };
  /** The ids of the children; empty for a thing that names none of several. */
  readonly about: readonly string[];
  /** The thing is to be done: the list has such things first. */
  readonly waits?: true;
  /** The thing is also a task on the portal: the list shows such things under the heading `soon` of `ChildList`. Only with `waits`. */
  readonly isSoon?: true;
  /** The nearest comes first, of the things to be done and of the others; those without are after them, the newest first. */
  readonly due?: Date;
}

/** The list of a brick for guardians of several children. @stable */
export interface ChildList<P extends string, K extends string> {
  /** The text that names the things: « Travaux ». */
  readonly title: K;
  /** The text that says how many of the things wait, with the words of the brick's own pages: « {count} travaux sont à faire. » */
  readonly waiting?: K;
  /** The heading of the things with `isSoon`, with their number: « {count} à rendre bientôt ». Without it, the list has no headings. */
  readonly soon?: K;
  /** Default: the icon of the brick. */
  readonly icon?: string;
  /** The things of this school, as one question for all children of the user in it. Restrict them as `news`. */
  things(request: PortalRequest<P, K>): readonly ChildThing[] | Promise<readonly ChildThing[]>;
}

/**
 * The tasks, the news, the badge and the places of a brick on pages of the host. All bricks together have 300 ms: the page leaves out answers that
 * come later or throw, and the error log of the brick counts them.
 * @stable
 */
export interface PortalParts<P extends string, K extends string> {
  /**
   * The tasks of the user, the nearest first. The host takes the first five about each child, and the first five about nobody in particular. No
   * route decides about them: restrict them to `access.groups` or the user.
   * @example
   * `tasks: async ({ db, user, t, format }) => {`
   * `  const loans = await db.repository(Loan).find({ where: { ownerId: user.id }, order: { due: 'ASC' }, take: 5 });`
   * `  return loans.map(({ title, due }) => ({ title, detail: format.dayAndTime(due), action: t('loan.see'), path: '/loans', due }));`
   * `}`
   */
  tasks?(request: PortalRequest<P, K>): readonly PortalTask[] | Promise<readonly PortalTask[]>;
  /**
   * The number beside the name of the brick on every page, such as unread messages; 0 shows none. The host asks for it at each page, so
   * count in the database and read no rows.
   */
  badge?(request: PortalRequest<P, K>): number | Promise<number>;
  /**
   * The latest for the user; the host shows the newest line a child and kind. No route decides about them: restrict them to the user and their
   * children in this school. A line that shows words which their author could take back counts as a showing, so show none of them.
   * @example
   * `news: async ({ db, user, t }) => {`
   * `  const [loan] = await db.repository(Loan).find({ where: { ownerId: user.id }, order: { at: 'DESC' }, take: 1 });`
   * `  return loan ? [{ kind: 'loan', key: loan.id, title: loan.title, detail: t('loan.lent'), path: '/loans', at: loan.at }] : [];`
   * `}`
   */
  news?(request: PortalRequest<P, K>): readonly NewsLine[] | Promise<readonly NewsLine[]>;
  /**
   * The addresses of the brick in the row of tools, at most two, in place of its first page alone. They are asked for without reading rows.
   */
  places?(request: PortalRequest<P, K>): readonly PortalPlace[];
  /**
   * The act that adults of a school begin most often, such as « Écrire »: a button at the top of the portal. It is asked for as the places.
   * @example
   * `begin: async ({ access, t }) => ((await access.can('lend')) ? { title: t('loan.new'), path: '/loans/new' } : undefined)`
   */
  begin?(request: PortalRequest<P, K>): PortalAct | undefined | Promise<PortalAct | undefined>;
  /**
   * The things of a teacher from Monday of this week to Friday of the next one. Those of one week stand below the tasks; tasks with `due` are
   * in it already.
   */
  week?(request: PortalRequest<P, K>): readonly WeekThing[] | Promise<readonly WeekThing[]>;
  /**
   * A page of the host lists these things for all children and schools of a guardian; the portal links to it where there are several children.
   * @example
   * `ofChildren: { title: 'loans', things: async (request) => loansOfChildren(request) }`
   */
  readonly ofChildren?: ChildList<P, K>;
  /**
   * Everything that people find again on the page about a school that they have left (ADR 74). The portal asks for it until they put the reminder
   * away, and also where the brick is on for others of their profile but not for them (ADR 88). Count, and read no content before a document is
   * opened.
   */
  formerSchool?(request: FormerSchoolRequest<K>): FormerThings | Promise<FormerThings>;
}
