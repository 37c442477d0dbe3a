// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Language } from '../../api/i18n.js';
import { isIcon } from '../../ui/icon.js';
import type { ReadyBrick } from '../domain/bricks/loaded-brick.js';
import { askBrick, type PortalServices } from './ask-brick.js';
import type { SchoolContext } from './school-context.js';

/** The maximum number of tasks of one brick, about each child and about nobody in particular. */
const MOST = 5;
/** The maximum number of places of one brick. */
const MOST_PLACES = 2;

const BADGE = z.int().nonnegative();
const PATH = z.string().startsWith('/');
const TASK = z.object({
  title: z.string().min(1),
  detail: z.string(),
  action: z.string().min(1),
  path: PATH,
  due: z.date().optional(),
  isPressing: z.literal(true).optional(),
  about: z.string().optional(),
  groupId: z.string().optional(),
  progress: z.object({ done: z.int().nonnegative(), of: z.int().positive() }).optional(),
});
const NEWS = z.object({
  kind: z.string().min(1),
  key: z.string().min(1),
  title: z.string().min(1),
  detail: z.string(),
  path: PATH,
  at: z.date(),
  about: z.string().optional(),
  isNew: z.literal(true).optional(),
});
const THING = z.object({
  title: z.string().min(1),
  detail: z.string(),
  path: PATH,
  at: z.date(),
  state: z.object({
    label: z.string().min(1),
    icon: z.string().refine(isIcon, 'no icon has this name'),
    kind: z.enum(['plain', 'good', 'warn', 'bad']).optional(),
  }),
  about: z.array(z.string()),
  waits: z.literal(true).optional(),
  isSoon: z.literal(true).optional(),
  due: z.date().optional(),
});
const WEEK_THING = z.object({ title: z.string().min(1), detail: z.string(), path: PATH, at: z.date() });
const PLACE = z.object({
  title: z.string().min(1),
  path: PATH,
  icon: z.string().refine(isIcon, 'no icon has this name').optional(),
  hasBadge: z.literal(true).optional(),
});

const ACT = PLACE.omit({ hasBadge: true }).optional();
const TASKS = z.array(TASK);
const NEWS_LINES = z.array(NEWS);
const PLACES = z.array(PLACE);
const THINGS = z.array(THING);
const WEEK = z.array(WEEK_THING);

/** The brick and the school that an answer is from. */
interface OfBrick {
  readonly brick: ReadyBrick;
  readonly uai: string;
}

type AskedNews = Readonly<z.infer<typeof NEWS>>;

export type BrickTask = Readonly<z.infer<typeof TASK>> & OfBrick;
export type BrickNews = AskedNews & OfBrick;
export type BrickThing = Readonly<z.infer<typeof THING>> & OfBrick;
export type BrickWeekThing = Readonly<z.infer<typeof WEEK_THING>> & OfBrick;
export type BrickAct = Readonly<NonNullable<z.infer<typeof ACT>>> & OfBrick;
export type BrickPlace = Readonly<z.infer<typeof PLACE>>;

type Badges = ReadonlyMap<string, number>;

const badgesOfVisits = new WeakMap<SchoolContext, Promise<Badges>>();

/** The things in two weeks of a teacher in a school. */
export async function weekOf(
  context: PortalServices,
  visit: SchoolContext,
  language: Language,
): Promise<BrickWeekThing[]> {
  if (!visit.user.profiles.includes('teacher')) return [];
  const asked = (await visit.bricks()).map(async (brick) => {
    const things = await askBrick(context, { brick, visit, language, part: 'week', schema: WEEK });
    return (things ?? []).map((thing) => ({ ...thing, brick, uai: visit.school.uai }));
  });
  return (await Promise.all(asked)).flat();
}

/** The tasks of the user in a school. */
export async function tasksOf(context: PortalServices, visit: SchoolContext, language: Language): Promise<BrickTask[]> {
  const asked = (await visit.bricks()).map(async (brick) => {
    const tasks = await askBrick(context, { brick, visit, language, part: 'tasks', schema: TASKS });
    return firstOfEach(tasks ?? []).map((task) => ({ ...task, brick, uai: visit.school.uai }));
  });
  return (await Promise.all(asked)).flat();
}

/** The first tasks about each child, and about nobody in particular. */
function firstOfEach(tasks: readonly z.infer<typeof TASK>[]): z.infer<typeof TASK>[] {
  return tasks.filter(({ about }, index) => tasks.slice(0, index).filter((one) => one.about === about).length < MOST);
}

/** The latest news of the user in a school, one a brick, child and kind. A line about anybody but the user and their children there is left out. */
export async function newsOf(context: PortalServices, visit: SchoolContext, language: Language): Promise<BrickNews[]> {
  const { user, relations, school } = visit;
  const known = new Set([user.id, ...(await relations.children()).map(({ id }) => id)]);
  const asked = (await visit.bricks()).map(async (brick) => {
    const news = await askBrick(context, { brick, visit, language, part: 'news', schema: NEWS_LINES });
    const own = (news ?? []).filter(({ about }) => about === undefined || known.has(about));
    return latestOfKinds(own).map((line) => ({ ...line, brick, uai: school.uai }));
  });
  return (await Promise.all(asked)).flat();
}

/**
 * The things that a brick lists about children of the user in a school; undefined when it has failed. Things about anybody else are left out, and
 * so are the ids of other people.
 */
export async function childThingsOf(
  context: PortalServices,
  visit: SchoolContext,
  brick: ReadyBrick,
  language: Language,
): Promise<BrickThing[] | undefined> {
  const known = new Set((await visit.relations.children()).map(({ id }) => id));
  const things = await askBrick(context, { brick, visit, language, part: 'ofChildren', schema: THINGS });
  return things?.flatMap((thing) => {
    const about = thing.about.filter((id) => known.has(id));
    if (about.length === 0 && thing.about.length > 0) return [];
    return [{ ...thing, about, brick, uai: visit.school.uai }];
  });
}

/** The places of each brick that has some, by id. */
export async function placesOfBricks(
  context: PortalServices,
  visit: SchoolContext,
  language: Language,
): Promise<ReadonlyMap<string, readonly BrickPlace[]>> {
  const asked = (await visit.bricks()).map(async (brick) => {
    const places = await askBrick(context, { brick, visit, language, part: 'places', schema: PLACES });
    return [brick.id, (places ?? []).slice(0, MOST_PLACES)] as const;
  });
  return new Map((await Promise.all(asked)).filter(([, places]) => places.length > 0));
}

/** The acts that an adult of the school begins from the portal, one a brick. */
export async function actsOf(context: PortalServices, visit: SchoolContext, language: Language): Promise<BrickAct[]> {
  if (visit.user.profiles.every((profile) => profile === 'pupil' || profile === 'guardian')) return [];
  const asked = (await visit.bricks()).map(async (brick) => {
    const act = await askBrick(context, { brick, visit, language, part: 'begin', schema: ACT });
    return act ? [{ ...act, brick, uai: visit.school.uai }] : [];
  });
  return (await Promise.all(asked)).flat();
}

/** Sorts tasks: the pressing ones first, then by due time. Tasks without a due time stay last, in the order of the brick. */
export function nearestFirst(tasks: readonly BrickTask[]): BrickTask[] {
  return [...tasks].sort((one, other) => rankOf(one) - rankOf(other) || dueAt(one) - dueAt(other) || 0);
}

/** The badge of each brick that has one, by id; asked once for each visit. */
export function badgesOf(context: PortalServices, visit: SchoolContext, language: Language): Promise<Badges> {
  const badges = badgesOfVisits.get(visit) ?? askForBadges(context, visit, language);
  badgesOfVisits.set(visit, badges);
  return badges;
}

async function askForBadges(context: PortalServices, visit: SchoolContext, language: Language): Promise<Badges> {
  const bricks = (await visit.bricks()).filter(({ portal }) => portal?.badge);
  const asked = bricks.map(async (brick) => {
    return [
      brick.id,
      (await askBrick(context, { brick, visit, language, part: 'badge', schema: BADGE })) ?? 0,
    ] as const;
  });
  return new Map(await Promise.all(asked));
}

function latestOfKinds(lines: readonly AskedNews[]): AskedNews[] {
  const newestFirst = [...lines].sort((one, other) => other.at.getTime() - one.at.getTime());
  return newestFirst.filter((line, index) => newestFirst.findIndex((one) => isOfKind(one, line)) === index);
}

function isOfKind(one: AskedNews, { kind, about }: AskedNews): boolean {
  return one.kind === kind && one.about === about;
}

function rankOf({ isPressing }: BrickTask): number {
  return isPressing ? 0 : 1;
}

function dueAt({ due }: BrickTask): number {
  return due?.getTime() ?? Infinity;
}
