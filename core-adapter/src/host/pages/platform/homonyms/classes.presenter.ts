// SPDX-License-Identifier: EUPL-1.2
import { sharedPupils, type ClassPair, type ComparedClass } from '../../../domain/class-joins/class-join-list.js';
import { BY_RULE } from '../../../domain/sync/classes/class-join.entity.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';
import { withQuery } from '../../../http/read-query.js';
import type { PageOf } from '../../../infra/util/page-of.js';
import type { PageFormatter } from '../shared/page-formatter.js';
import { presentPaging } from '../shared/present-paging.js';
import type { PlatformClassModel, PlatformClassesModel } from './platform-classes.model.js';
import type { ComparedFact, DoubleLine, HomonymLine } from './platform-homonyms.model.js';

export const CLASSES_URL = `${PLATFORM_URLS.homonyms}/classes`;

/** Pairs of classes, for the page of homonyms and the page of joined classes. */
export function presentClassPairs(pairs: readonly ClassPair[], formatter: PageFormatter): HomonymLine[] {
  const { t, number } = formatter;
  return pairs.map((pair) => {
    const { id, state, school, other, own } = pair;
    const values = { number: number(other.pupils.length), shared: number(sharedPupils(pair)) };
    return {
      ...{ id, url: classPairUrl(id) },
      person: lineOf(other, school, formatter),
      other: lineOf(own, school, formatter),
      why: t(state === 'different' ? 'platform.classWhyParted' : 'platform.classWhy', values),
    };
  });
}

export function presentJoinedClasses(
  page: PageOf<ClassPair>,
  text: string,
  formatter: PageFormatter,
): PlatformClassesModel {
  const { t, number } = formatter;
  const { total, items } = page;
  return {
    text,
    found:
      total === 0 ? t('platform.classesNone') : t('platform.classesFound', { count: total, number: number(total) }),
    lines: presentClassPairs(items, formatter),
    paging: presentPaging(page, (at) => withQuery(CLASSES_URL, { q: text, page: at }), t, number),
  };
}

export function classPairUrl(id: string): string {
  return `${CLASSES_URL}/${id}`;
}

interface ClassContext {
  /** The name of the person who decided. */
  readonly who: string;
  readonly problem?: string | undefined;
  readonly reason: string;
}

export function presentClassPair(
  pair: ClassPair,
  { who, problem, reason }: ClassContext,
  formatter: PageFormatter,
): PlatformClassModel {
  const { t, number } = formatter;
  const { id, state, school, other, own } = pair;
  return {
    url: classPairUrl(id),
    state,
    why: t('platform.classLead', { number: number(other.pupils.length), shared: number(sharedPupils(pair)), school }),
    columns: [columnOf(other, formatter), columnOf(own, formatter)],
    facts: factsOf(pair, formatter),
    kept: t('platform.classSameKept', { name: own.name, source: formatter.source(own.source) }),
    decided: decisionOf(pair, who, formatter),
    problem,
    reason,
  };
}

function factsOf({ other, own }: Pick<ClassPair, 'other' | 'own'>, { t, number }: PageFormatter): ComparedFact[] {
  const inBoth = new Set(own.pupils.map(({ id }) => id));
  const both = [other, own] as const;
  const fact = (
    label: string,
    read: (one: ComparedClass) => readonly string[],
    none: string = t('platform.classFact.nobody'),
  ): ComparedFact => {
    const [one, two] = both.map((each) => (read(each).length > 0 ? read(each) : [none]));
    return { label, values: [one ?? [], two ?? []], differs: false };
  };
  const known = new Set(other.pupils.filter(({ id }) => inBoth.has(id)).map(({ id }) => id));
  const named = (only: boolean) => (one: ComparedClass) =>
    one.pupils.filter(({ id }) => known.has(id) !== only).map(({ displayName }) => displayName);
  return [
    fact(t('platform.classFact.name'), ({ name }) => [name]),
    fact(t('platform.classFact.teachers'), ({ teachers }) => teachers, t('platform.fact.unknown')),
    fact(t('platform.classFact.inBoth', { count: known.size, number: number(known.size) }), named(false)),
    fact(t('platform.classFact.inOne'), named(true)),
  ];
}

function decisionOf(
  { state, decidedAt, decidedBy, reason }: ClassPair,
  who: string,
  { t, when }: PageFormatter,
): string[] {
  if (state === 'open' || decidedAt === null) return [];
  const values = { who, when: when(decidedAt) };
  const sentence = t(decidedBy === BY_RULE ? 'platform.classDecided.rule' : `platform.classDecided.${state}`, values);
  return reason === null ? [sentence] : [sentence, t('platform.homonymDecidedReason', { reason })];
}

function lineOf({ name, source, pupils }: ComparedClass, school: string, formatter: PageFormatter): DoubleLine {
  const { t, number } = formatter;
  const count = t('platform.classPupils', { count: pupils.length, number: number(pupils.length) });
  return { name, detail: [school, t('platform.homonymOf', { source: formatter.source(source) }), count].join(', ') };
}

function columnOf({ source }: ComparedClass, formatter: PageFormatter): string {
  return formatter.t('platform.source', { source: formatter.source(source) });
}
