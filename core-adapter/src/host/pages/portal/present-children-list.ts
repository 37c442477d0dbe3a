// SPDX-License-Identifier: EUPL-1.2
import type { Language, Translate } from '../../../api/i18n.js';
import type { School } from '../../../api/people.js';
import type { AvatarPerson, TagProps } from '../../../ui/index.js';
import type { ReadyBrick } from '../../domain/bricks/loaded-brick.js';
import type { ChildAsPupil } from '../../domain/directory/kinships.js';
import type { BrickThing } from '../../http/ask-portal.js';
import { childrenListUrl } from '../../http/rail-of-children.js';
import { translator } from '../../infra/i18n/translate.js';
import type { HostKey } from '../../infra/locales/index.js';
import { pathIn } from './portal-rows.js';

/** The maximum number of lines: the page of a large family stays within its bytes. */
const MOST_LINES = 60;

/** A thing about children, with its state before everything else. */
export interface ChildrenLine {
  readonly tag: Pick<TagProps, 'icon' | 'kind'> & { readonly label: string };
  readonly title: string;
  readonly detail: string;
  /** « Inès », « Inès et Tom », and the school for a thing that names none of several children. */
  readonly about: string;
  readonly url: string;
}

/** A choice of the filter: all children, or one. */
export interface ChildrenChoice {
  readonly label: string;
  /** Absent for all children. */
  readonly person?: AvatarPerson;
  readonly url: string;
  readonly isCurrent: boolean;
}

/** Lines under a heading; undefined where the list has one part. */
export interface ChildrenPart {
  readonly title: string | undefined;
  readonly lines: readonly ChildrenLine[];
}

/** The list of a brick over all children and schools of a guardian. */
export interface ChildrenListModel {
  readonly title: string;
  /** The number of things that wait; undefined where none is known of and a school is missing. */
  readonly lead: string | undefined;
  /** Empty with one child. */
  readonly choices: readonly ChildrenChoice[];
  /** The things that are tasks on the portal come first, and the others under a heading of their own. */
  readonly parts: readonly ChildrenPart[];
  /** The schools without an answer of the brick, and those beyond the maximum. */
  readonly missing: readonly string[];
  /** The brick in each school: the lists there go on. */
  readonly schools: readonly { readonly label: string; readonly url: string }[];
}

interface ChildrenListFacts {
  readonly brick: ReadyBrick;
  readonly children: readonly ChildAsPupil[];
  /** The only child that the page is about. */
  readonly child: ChildAsPupil | undefined;
  readonly answers: readonly { readonly school: School; readonly things: readonly BrickThing[] | undefined }[];
  readonly unasked: readonly School[];
  readonly language: Language;
  readonly t: Translate<HostKey>;
}

/** « Travaux » */
export function childrenListName({ manifest, portal }: ReadyBrick, language: Language): string {
  return portal?.ofChildren ? translator(manifest.locales, language, false)(portal.ofChildren.title) : '';
}

export function presentChildrenList(facts: ChildrenListFacts): ChildrenListModel {
  const { brick, child, answers, unasked, language, t } = facts;
  const list = childrenListName(brick, language);
  const all = answers.flatMap(({ things }) => things ?? []);
  const things = all.filter(({ about }) => child === undefined || about.includes(child.id));
  const waiting = things.filter(({ waits }) => waits).length;
  const failed = answers.filter((answer) => answer.things === undefined).map(({ school }) => school.name);
  return {
    title: child ? t('children.titleOf', { list, name: child.givenName }) : t('children.title', { list }),
    lead: leadOf(waiting, facts),
    choices: presentChoices(facts),
    parts: presentParts([...things].sort(byNeed), facts),
    missing: [
      ...(failed.length > 0 ? [t('children.failed', { schools: failed.join(', ') })] : []),
      ...(unasked.length > 0 ? [t('children.unasked', { schools: unasked.map(({ name }) => name).join(', ') })] : []),
    ],
    schools: [...answers.map(({ school }) => school), ...unasked].map(({ name, uai }) => ({
      ...{ label: t('children.inSchool', { list, school: name }), url: pathIn(uai, brick, '') },
    })),
  };
}

/** The heading has the number of all things under it, as the portal counts them, also where the page leaves out lines. */
function presentParts(things: readonly BrickThing[], facts: ChildrenListFacts): ChildrenPart[] {
  const { brick, language, t } = facts;
  const heading = brick.portal?.ofChildren?.soon;
  const soon = heading ? things.filter(({ isSoon }) => isSoon) : [];
  const others = things.filter((thing) => !soon.includes(thing));
  const shown = [...soon, ...others].slice(0, MOST_LINES);
  const lines = (part: readonly BrickThing[]): ChildrenLine[] =>
    part.filter((thing) => shown.includes(thing)).map((thing) => presentThing(thing, facts));
  const title =
    heading && soon.length > 0
      ? translator(brick.manifest.locales, language, false)(heading, { count: soon.length })
      : undefined;
  return [
    { title, lines: lines(soon) },
    { title: title && t('children.others'), lines: lines(others) },
  ].filter((part) => part.lines.length > 0);
}

/** The words of the brick: « choses » are the tasks that the portal counts over all bricks. */
function leadOf(count: number, facts: ChildrenListFacts): string | undefined {
  const { brick, answers, unasked, language, t } = facts;
  const { manifest, portal } = brick;
  const isWhole = unasked.length === 0 && answers.every(({ things }) => things !== undefined);
  if (count === 0) return isWhole ? t('children.none') : undefined;
  const words = portal?.ofChildren?.waiting;
  return words ? translator(manifest.locales, language, false)(words, { count }) : t('children.lead', { count });
}

function presentChoices({ brick, children, child, t }: ChildrenListFacts): ChildrenChoice[] {
  if (children.length < 2) return [];
  const url = childrenListUrl(brick.id);
  return [
    { label: t('children.all'), url, isCurrent: child === undefined },
    ...children.map(({ id, displayName, givenName }) => ({
      ...{ label: givenName, person: { id, displayName }, url: `${url}?child=${id}`, isCurrent: id === child?.id },
    })),
  ];
}

function presentThing(
  { title, detail, path, brick, uai, state, about }: BrickThing,
  facts: ChildrenListFacts,
): ChildrenLine {
  const names = facts.children.filter(({ id }) => about.includes(id)).map(({ givenName }) => givenName);
  const school = facts.answers.find((answer) => answer.school.uai === uai)?.school.name ?? '';
  const { label, icon, kind = 'plain' } = state;
  return {
    ...{ tag: { label, icon, kind }, title, detail, url: pathIn(uai, brick, path) },
    about: names.length > 0 ? names.join(', ') : school,
  };
}

/** Sorts things: those to be done first; of these and of the others, the nearest `due` before those without, the newest first. */
function byNeed(one: BrickThing, other: BrickThing): number {
  const waits = Number(other.waits === true) - Number(one.waits === true);
  return waits || dueTime(one) - dueTime(other) || other.at.getTime() - one.at.getTime();
}

function dueTime({ due }: BrickThing): number {
  return due?.getTime() ?? Number.MAX_SAFE_INTEGER;
}
