// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact';
import type { StreamReply } from './content.js';
import type { Member, SchoolDirectory } from './school-directory.js';
import type { UserWork } from './school-work.js';

/**
 * A question of a user about the things that the brick keeps of the owner (the user or their child) in a school where the brick has no page
 * for the user: the owner left the school, or the brick is on for others alone, as after a change of class (ADR 88). The request does not
 * tell these two cases apart. It has no relations: the answer follows from what the user was shown. `user.profiles` are those in the
 * school, now or when the owner left.
 * @stable
 */
export interface FormerSchoolRequest<K extends string> extends Pick<
  UserWork<string, K>,
  'school' | 'schoolYear' | 'user' | 'db' | 'storage' | 'clock' | 'log' | 't' | 'format' | 'asset'
> {
  /**
   * The person that the answer is about: the user, or a child of theirs. The user is a guardian of the child in the school, or was one when
   * the child left.
   */
  readonly owner: Pick<Member, 'id' | 'displayName' | 'givenName'>;
  /** People of the school, and people who have left it. */
  readonly directory: Pick<SchoolDirectory, 'persons'>;
}

/** Everything of the owner that the brick still keeps in the school, and that the user may read. @stable */
export interface FormerThings {
  /**
   * The things in the order of the page; empty when nothing is left. The host also reads this list to count them, so a thing in it does
   * not count as shown.
   */
  readonly kept: readonly FormerThing[];
  /**
   * Documents to read on pages of the host, in the order of the list. The host calls it for the list and for the download, not for the
   * portal.
   */
  readonly documents?: () => readonly FormerDocument[] | Promise<readonly FormerDocument[]>;
  /**
   * Reads one page of one document; from then on that page counts as shown. The first page is 1. Undefined when the page does not exist.
   * Required with `documents`.
   */
  readonly open?: (key: string, page: number) => FormerPage | undefined | Promise<FormerPage | undefined>;
  /**
   * The download of the things. By default the host sends to the owner what `personalData.exportPerson` gives out, with the documents;
   * a guardian has no download by default.
   */
  readonly take?: () => StreamReply | Promise<StreamReply>;
}

/** @stable */
export interface FormerThing {
  /** « 12 fichiers » */
  readonly text: string;
  /** An instant of the last day on which all of it is kept; undefined for as long as the owner has an account. */
  readonly until?: Date;
}

/** @stable */
export interface FormerDocument {
  /** Names the document in its address: 1 to 60 letters, digits and hyphens. */
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  /** The number of its pages, each with a bounded part of it. Default: 1. */
  readonly pages?: number;
}

/** @stable */
export interface FormerPage {
  readonly title: string;
  /** Everything below the crumbs, including the heading of the page. */
  readonly content: ComponentChildren;
  /** Addresses of style sheets besides those of the brick: see `asset`. */
  readonly styles?: readonly string[];
  /** Whether the document has a page after this one: the host links to it. Default: false. */
  readonly hasNext?: boolean;
}
