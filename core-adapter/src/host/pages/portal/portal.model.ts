// SPDX-License-Identifier: EUPL-1.2
import type { TaskProgress } from '../../../api/portal.js';
import type { BrickColour } from '../../../api/manifest.js';
import type { AvatarPerson, Count } from '../../../ui/index.js';

/** An address of a brick in the row of tools. */
export interface PortalTool {
  readonly title: string;
  readonly url: string;
  readonly icon: string;
  readonly colour: BrickColour;
  readonly count?: Count | undefined;
}

/** A brick as the large door of a pupil. */
export interface PortalBrick extends PortalTool {
  /** The news of the brick, or else its purpose. */
  readonly summary: string;
  /** « L’outil Fichiers s’arrête pour toi le lundi 7 décembre. … » */
  readonly ends?: string | undefined;
}

/** Something that waits for the reader. */
export interface PortalTaskRow {
  readonly title: string;
  readonly detail: string;
  readonly action: string;
  readonly url: string;
  readonly icon: string;
  readonly colour: BrickColour;
  readonly progress?: TaskProgress | undefined;
  /** The only task of the page with a filled button. */
  readonly isFirst?: boolean;
}

/** A line of news: what it is about, then the thing, then details. The whole line is a link. */
export interface PortalLine {
  /** The name of the brick. */
  readonly label: string;
  readonly title: string;
  readonly detail: string;
  readonly url: string;
  readonly icon: string;
  readonly colour: BrickColour;
  readonly isNew: boolean;
}

/** A school of the reader that the page is not about, with the nearest things that wait there. */
export interface OtherSchool {
  readonly name: string;
  readonly url: string;
  readonly tasks: readonly PortalLine[];
}

/** The tools of a guardian in one school of a child. */
export interface KidTools {
  /** « Les outils pour Inès », with the school where the child has several. */
  readonly label: string;
  readonly tools: readonly PortalTool[];
  /** A sentence for each brick that the reader is about to lose. */
  readonly ends?: readonly string[];
}

/** The card of a guardian's child, over all schools of the child. */
export interface PortalKid {
  readonly person: AvatarPerson;
  readonly givenName: string;
  /** The classes and schools: « CM2, École des Tilleuls ». */
  readonly detail: string;
  /** Whether a school of the child was asked: of many schools, the page leaves some out. */
  readonly isAsked: boolean;
  readonly tasks: readonly PortalTaskRow[];
  readonly lines: readonly PortalLine[];
  readonly tools: readonly KidTools[];
}

/** A school day of a pupil or a teacher, with the things on it. */
export interface PortalDay {
  /** « lundi » */
  readonly weekday: string;
  /** « 30 » */
  readonly number: string;
  readonly isToday: boolean;
  readonly things: readonly Pick<PortalTaskRow, 'title' | 'detail' | 'url' | 'icon' | 'colour'>[];
}

/** The days of a week. */
export interface PortalWeekModel {
  /** Empty in a week without dates. */
  readonly days: readonly PortalDay[];
  /** The week after this one. */
  readonly isNext: boolean;
}

/** A replacement that the reader has a part in. */
export interface PortalStandIn {
  /** « Vous remplacez Claire Vuillemin jusqu’au 2 décembre » */
  readonly title: string;
  readonly detail: string;
  /** For the replacement teacher and the teacher who is replaced: « Claire Vuillemin vous laisse un mot : « … » ». */
  readonly word?: string | undefined;
  /** For the teacher who is replaced: the way to leave a word or to change it. */
  readonly link?: { readonly text: string; readonly url: string } | undefined;
  /** For the replacement teacher: what waits in this class stands under a heading of its own. */
  readonly inherits?: { readonly groupId: string; readonly heading: string } | undefined;
}

/** The tasks that a replacement teacher has in place of somebody: « Pour Claire Vuillemin, jusqu’au 2 décembre ». */
export interface InheritedTasks {
  readonly heading: string;
  readonly tasks: readonly PortalTaskRow[];
}

/** The tasks that the page has no row for. */
export interface MoreTasks {
  readonly count: number;
  /** The task itself when it is the only one, and else the tools in which they wait. */
  readonly links: readonly { readonly text: string; readonly url: string }[];
}

/** The reminder that something is left in a former school: « Tu as changé d’école. … » */
export interface FormerLine {
  readonly text: string;
  readonly link: string;
  readonly url: string;
}

/** Things that are kept by bricks which are not on for the reader: « La brique Fichiers n’est pas allumée pour toi en ce moment. … » */
export interface KeptLine {
  readonly text: string;
  /** The way to take it along; undefined where it is not the reader's own. */
  readonly take?: { readonly text: string; readonly label: string; readonly url: string };
}

/** The portal of a person in one school. */
export interface PortalModel {
  /** The reader is a pupil: their own page, with the flock. */
  readonly child: boolean;
  readonly givenName: string;
  /** Today, with its weekday: « mardi 24 novembre ». */
  readonly today: string;
  /** The tasks of the reader that are about no child of theirs, the nearest first. */
  readonly tasks: readonly PortalTaskRow[];
  readonly inherited?: readonly InheritedTasks[] | undefined;
  /** The line about what waits beyond `tasks` and `inherited`; undefined when they show everything. */
  readonly moreTasks?: MoreTasks | undefined;
  /** The news of the reader that is about no child of theirs; adults read it below the tasks. */
  readonly lines: readonly PortalLine[];
  readonly bricks: readonly PortalBrick[];
  /** The row of tools of the reader in this school; empty where the cards of children have it. */
  readonly tools: readonly PortalTool[];
  /** A sentence for each brick of `tools` that the reader is about to lose. */
  readonly ends?: readonly string[];
  /** The number of bricks that are on in the school, for any user: a head without a brick may have switched some on for others. */
  readonly bricksOfSchool?: number | undefined;
  /** The acts that an adult of the school begins here, then the lists of bricks over all children of a guardian of several. */
  readonly actions: readonly PortalTool[];
  /** One card a child of a guardian; empty for other profiles. */
  readonly kids: readonly PortalKid[];
  /** The week of a pupil or a teacher; undefined for others. */
  readonly week?: PortalWeekModel | undefined;
  readonly standIns: readonly PortalStandIn[];
  readonly otherSchools: readonly OtherSchool[];
  readonly former?: FormerLine | undefined;
  readonly kept?: readonly KeptLine[] | undefined;
  /** The page to switch bricks on, for users who may do so here. */
  readonly schoolBricksUrl?: string | undefined;
}
