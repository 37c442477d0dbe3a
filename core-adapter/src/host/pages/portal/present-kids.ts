// SPDX-License-Identifier: EUPL-1.2
import type { Child } from '../../domain/directory/kinships.js';
import type { BrickNews, BrickTask } from '../../http/ask-portal.js';
import type { AskedSchool } from './ask-school.js';
import { presentEnds, presentLine, presentTask, presentTools, signOf, type RowReader } from './portal-rows.js';
import { childrenListUrl } from '../../http/rail-of-children.js';
import { childrenListName } from './present-children-list.js';
import type { KidTools, PortalKid, PortalTool } from './portal.model.js';

/** The maximum number of tasks on the card of a child. */
const MOST_TASKS = 5;
/** The number of children from which cards leave out the tools: the page of a large family stays short. */
const MANY = 5;

export interface KidFacts extends RowReader {
  readonly children: readonly Child[];
  readonly schools: readonly AskedSchool[];
  /** The nearest first, those of all schools. */
  readonly tasks: readonly BrickTask[];
  readonly news: readonly BrickNews[];
  readonly first: BrickTask | undefined;
}

/** One card a child, over all schools of the child. */
export function presentKids(facts: KidFacts): PortalKid[] {
  const { children, tasks, news, first } = facts;
  return children.map((child) => ({
    person: { id: child.id, displayName: child.displayName },
    givenName: child.givenName,
    detail: child.schools.map(({ name, classes }) => [...classes, name].join(', ')).join('\u00a0; '),
    isAsked: child.schools.some(({ uai }) => facts.schools.some((school) => school.uai === uai)),
    tasks: tasks
      .filter((task) => childOf(task, facts) === child.id)
      .slice(0, MOST_TASKS)
      .map((task) => presentTask(task, first)),
    lines: news.filter((line) => childOf(line, facts) === child.id).map((line) => presentLine(line, facts)),
    tools: children.length < MANY ? toolsFor(child, facts) : [],
  }));
}

/**
 * The child that a task or a line is about: it stands on their card. In a school where the person is a guardian of one child and nothing else,
 * all is about that child.
 */
export function childOf(
  { about, uai }: Pick<BrickTask, 'about' | 'uai'>,
  { children, schools }: Pick<KidFacts, 'children' | 'schools'>,
): string | undefined {
  if (about !== undefined) return children.find(({ id }) => id === about)?.id;
  const profiles = schools.find((school) => school.uai === uai)?.visit.user.profiles ?? [];
  const [only, ...others] = children.filter((child) => child.schools.some((school) => school.uai === uai));
  return others.length === 0 && profiles.every((profile) => profile === 'guardian') ? only?.id : undefined;
}

/** The lists over all children, of each brick that the person has as a guardian in a school of theirs. */
export function presentLists({
  children,
  schools,
  language,
  t,
}: Omit<KidFacts, 'tasks' | 'news' | 'first'>): PortalTool[] {
  if (children.length < 2) return [];
  const bricks = new Set(schools.flatMap(({ guardianBricks }) => guardianBricks));
  return [...bricks].flatMap((brick) => {
    const list = brick.portal?.ofChildren;
    if (!list) return [];
    const { icon, colour } = signOf(brick);
    const title = t('children.title', { list: childrenListName(brick, language) });
    return [{ title, url: childrenListUrl(brick.id), icon: list.icon ?? icon, colour }];
  });
}

/** A badge is about all that the user has in a school: it stands on the card of a child who is alone there, where the user is a guardian alone. */
function toolsFor(child: Child, facts: KidFacts): KidTools[] {
  const { schools, t } = facts;
  return child.schools.flatMap(({ uai, name }) => {
    const school = schools.find((one) => one.uai === uai);
    if (!school || school.guardianBricks.length === 0) return [];
    const isAlone = childOf({ uai }, facts) === child.id;
    const label = child.schools.length > 1 ? `${child.givenName}, ${name}` : child.givenName;
    const badges = isAlone ? school.badges : new Map<string, number>();
    const tools = presentTools({ ...school, badges }, school.guardianBricks, facts);
    const ends = presentEnds(school, school.guardianBricks, facts);
    return { label: t('portal.toolsFor', { name: label }), tools, ends };
  });
}
