// SPDX-License-Identifier: EUPL-1.2
import { normaliseForSearch } from '../../../api/normalise-for-search.js';
import type { Recipient } from '../../domain/directory/audience.js';
import type { PeopleSection, SchoolBrickPeopleModel } from './school-brick-people.view.js';
import type { ChildLine, ClassPeople, PeopleByClass } from './people-by-class.js';
import { personsOf } from './proposed-rules.js';
import type { SchoolFacts } from './school-facts.js';

/** Lines on a page: a child with their guardians is one. */
const PAGE = 100;

/** A page with fewer lines shows them all opened. */
const FEW = 40;

export interface PeopleQuestion {
  readonly title: string;
  readonly text: string;
  readonly page: number;
  readonly url: string;
  readonly backUrl: string;
  readonly choice: readonly (readonly [string, string])[];
}

/** One line of one section; of a class without children, none. */
interface Line {
  readonly of: ClassPeople | undefined;
  readonly child?: ChildLine;
  readonly member?: Recipient;
  readonly other?: Recipient;
}

export function presentPeople(
  people: readonly Recipient[],
  byClass: PeopleByClass,
  { title, text, page: wantedPage, url, backUrl, choice }: PeopleQuestion,
  facts: SchoolFacts,
): SchoolBrickPeopleModel {
  const { t } = facts;
  const wanted = normaliseForSearch(text);
  const matches = (name: string): boolean => normaliseForSearch(name).includes(wanted);
  const lines = linesOf(byClass, matches);
  const last = Math.max(1, Math.ceil(lines.length / PAGE));
  const page = Math.min(Math.max(1, Math.trunc(wantedPage) || 1), last);
  const shown = lines.slice((page - 1) * PAGE, page * PAGE);
  const open = wanted !== '' || lines.length <= FEW;
  const pageUrl = (to: number): string => {
    const query = [...choice, ['q', text], ['page', String(to)]].map(([name = '', value = '']) => [name, value]);
    return `${url}?${new URLSearchParams(query).toString()}`;
  };
  const count = personsOf(people.filter(({ displayName }) => matches(displayName)));
  return {
    title,
    lead: t(wanted === '' ? 'schoolBricks.peopleLead' : 'schoolBricks.peopleFound', {
      count,
      total: personsOf(people),
    }),
    ...(wanted === '' && countsOf(byClass) > personsOf(people) && { countedOnce: t('schoolBricks.countedOnce') }),
    backUrl,
    search: { action: url, text, fields: choice.map(([name, value]) => ({ name, value })) },
    sections: sectionsOf(shown, open, facts),
    ...(last > 1 && {
      range: t('schoolBricks.peopleRange', {
        first: (page - 1) * PAGE + 1,
        last: (page - 1) * PAGE + shown.length,
        total: lines.length,
      }),
    }),
    ...(page > 1 && { previousUrl: pageUrl(page - 1) }),
    ...(page < last && { nextUrl: pageUrl(page + 1) }),
  };
}

/** The sum of the counts of all sections. */
function countsOf({ classes, team, others }: PeopleByClass): number {
  const ofClasses = classes.map(({ teachers, lines }) => {
    const guardians = new Set(lines.flatMap((line) => line.guardians)).size;
    return teachers.length + lines.filter(({ has }) => has).length + guardians;
  });
  return ofClasses.reduce((sum, count) => sum + count, personsOf(team) + personsOf(others));
}

function linesOf({ classes, team, others }: PeopleByClass, matches: (name: string) => boolean): Line[] {
  const ofClasses = classes.flatMap((of): Line[] => {
    if (of.lines.length === 0) return of.teachers.some(matches) ? [{ of }] : [];
    const byTeacher = of.teachers.some(matches);
    return of.lines
      .filter(({ name, guardians }) => byTeacher || [name, ...guardians].some(matches))
      .map((child) => ({ of, child }));
  });
  const found = (people: readonly Recipient[]): Recipient[] => people.filter(({ displayName }) => matches(displayName));
  return [
    ...ofClasses,
    ...found(team).map((member) => ({ of: undefined, member })),
    ...found(others).map((other) => ({ of: undefined, other })),
  ];
}

function sectionsOf(lines: readonly Line[], open: boolean, { t, language }: SchoolFacts): PeopleSection[] {
  const classes = [...new Set(lines.flatMap(({ of }) => of ?? []))];
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const sections = classes.map((of): PeopleSection => {
    const pupils = of.lines.filter(({ has }) => has).length;
    const guardians = new Set(of.lines.flatMap((line) => line.guardians)).size;
    const counts = [
      ...(pupils > 0 ? [t('schoolBricks.pupils', { count: pupils })] : []),
      ...(guardians > 0 ? [t('schoolBricks.parents', { count: guardians })] : []),
    ];
    return {
      label: of.group.name,
      detail: [list.format(of.teachers), counts.join(', ')].filter((part) => part !== '').join(' · '),
      open,
      children: lines.flatMap((line) => (line.of === of && line.child ? [line.child] : [])),
      others: [],
    };
  });
  const withoutClass = (label: string, people: readonly Recipient[]): PeopleSection[] => {
    if (people.length === 0) return [];
    const detail = t('schoolBricks.peopleLead', { count: personsOf(people) });
    return [{ label, detail, open, children: [], others: othersOf(people, t) }];
  };
  const team = lines.flatMap(({ member }) => member ?? []);
  const others = lines.flatMap(({ other }) => other ?? []);
  return [
    ...sections,
    ...withoutClass(t('schoolBricks.team'), team),
    ...withoutClass(t('schoolBricks.noClass'), others),
  ];
}

/** « Odile Perret, membre du personnel »: a person with two profiles is named once. */
function othersOf(others: readonly Recipient[], t: SchoolFacts['t']): string[] {
  const names = new Map<string, string>();
  for (const { id, displayName, profile } of others) {
    const role = profile === 'head' ? t('schoolBricks.reach.head') : t(`audience.${profile}`, { count: 1 });
    names.set(id, `${names.get(id) ?? displayName}, ${role}`);
  }
  return [...names.values()];
}
