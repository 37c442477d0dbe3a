// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../../api/people.js';
import { normaliseForSearch } from '../../../../api/normalise-for-search.js';
import type { PageOf } from '../../../infra/util/page-of.js';
import type { ComparedPersons, Homonym } from '../../../domain/homonyms/homonym-list.js';
import type { KnownPerson } from '../../../domain/directory/known-person.js';
import { personToKeep } from '../../../domain/homonyms/person-to-keep.js';
import type {
  ComparedFact,
  DoubleLine,
  PlatformHomonymModel,
  PlatformHomonymsModel,
} from './platform-homonyms.model.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';
import type { PageFormatter } from '../shared/page-formatter.js';
import { presentPaging } from '../shared/present-paging.js';
import { withQuery } from '../../../http/read-query.js';

const DAY = 86_400_000;

export function presentHomonyms(
  page: PageOf<Homonym>,
  text: string,
  { parcels, classes }: Pick<PlatformHomonymsModel, 'parcels' | 'classes'>,
  formatter: PageFormatter,
): PlatformHomonymsModel {
  const { t, number } = formatter;
  const { items } = page;
  const total = page.total + parcels.length + classes.length;
  return {
    text,
    found:
      total === 0 ? t('platform.homonymsNone') : t('platform.homonymsFound', { count: total, number: number(total) }),
    lines: items.map(({ id, person, other, why }) => ({
      id,
      url: homonymUrl(id),
      person: presentDouble(person, formatter),
      other: presentDouble(other, formatter),
      why: t(`platform.homonymWhy.${why}`),
    })),
    parcels,
    classes,
    paging: presentPaging(page, (at) => withQuery(PLATFORM_URLS.homonyms, { q: text, page: at }), t, number),
  };
}

export function homonymUrl(id: string): string {
  return `${PLATFORM_URLS.homonyms}/${id}`;
}

export function presentDouble(person: KnownPerson, formatter: PageFormatter): DoubleLine {
  const { t } = formatter;
  const names = sourceNames(person, formatter);
  const former = t(person.hasLeft ? 'platform.homonymHeld' : 'platform.homonymFormer');
  const sources = names === '' ? former : t('platform.homonymOf', { source: names });
  return { name: person.displayName, detail: [...placesOf(person), sources].join(', ') };
}

interface HomonymContext {
  readonly loginSource: string | undefined;
  /** `people.eraseAfter` */
  readonly eraseAfter: number;
  /** The name of the person who decided. */
  readonly who: string;
  readonly problem?: string | undefined;
  /** The reader is one of the two. */
  readonly isOwn: boolean;
  readonly reason: string;
}

export function presentHomonym(
  homonym: Homonym,
  context: HomonymContext,
  formatter: PageFormatter,
): PlatformHomonymModel {
  const { id, why, state, person, other } = homonym;
  const { loginSource, eraseAfter, who, isOwn, reason } = context;
  const own = isOwn && state === 'open' ? formatter.t('platform.homonymProblem.own') : undefined;
  const doubles = [person, other].map((one) => ({ id: one.id, sources: one.sources.map(({ name }) => name) }));
  const [one, two] = doubles;
  const isOlderKept = why === 'key' || other.sources.length === 0;
  const staying = one && two ? personToKeep([one, two], loginSource) : '';
  return {
    url: homonymUrl(id),
    why: formatter.t(`platform.homonymWhy.${why}`),
    columns: columnsOf(homonym, isOlderKept, formatter),
    facts: state === 'same' ? [] : factsOf(homonym, formatter),
    kept: isOlderKept
      ? formatter.t('platform.homonymSameFormer')
      : formatter.t('platform.homonymSameKept', {
          source: sourceNames(person.id === staying ? person : other, formatter),
        }),
    erased: [person, other].some(({ hasLeft }) => hasLeft) ? erasedAfter(eraseAfter, formatter) : undefined,
    decided: decisionOf(homonym, who, formatter),
    problem: context.problem ?? own,
    canAnswer: !isOwn,
    reason,
  };
}

function erasedAfter(eraseAfter: number, { t, number }: PageFormatter): string {
  const count = Math.ceil(eraseAfter / DAY);
  return t('platform.homonymDifferentErased', { count, number: number(count) });
}

/** @param isOlderKept the second record is the older one of a person, whichever directory names it */
export function columnsOf(
  { person, other }: ComparedPersons,
  isOlderKept: boolean,
  formatter: PageFormatter,
): readonly [string, string] {
  return [columnOf(person, 'First', formatter), columnOf(other, isOlderKept ? 'Former' : 'Second', formatter)];
}

/** People who left have no directory any more. */
function columnOf(person: KnownPerson, which: 'First' | 'Second' | 'Former', formatter: PageFormatter): string {
  const { t } = formatter;
  const source = sourceNames(person, formatter);
  return source === '' ? t(`platform.homonym${which}`) : t('platform.source', { source });
}

function decisionOf({ state, decidedAt, reason }: Homonym, who: string, { t, when }: PageFormatter): string[] {
  if (state === 'open' || decidedAt === null) return [];
  const sentence = t(`platform.homonymDecided.${state}`, { who, when: when(decidedAt) });
  return reason === null ? [sentence] : [sentence, t('platform.homonymDecidedReason', { reason })];
}

export function factsOf({ person, other, numbers }: ComparedPersons, formatter: PageFormatter): ComparedFact[] {
  const { t, language } = formatter;
  const orUnknown = (lines: readonly string[]) => (lines.length > 0 ? lines : [t('platform.fact.unknown')]);
  const fact = (key: FactKey, read: (of: KnownPerson) => readonly string[]): ComparedFact => {
    const said = [person, other].map((one) => read(one).filter((line) => line !== ''));
    const [one = [], two = []] = said;
    const differs =
      one.length > 0 && two.length > 0 && normaliseForSearch(one.join()) !== normaliseForSearch(two.join());
    return { label: t(`platform.fact.${key}`), values: [orUnknown(one), orUnknown(two)], differs };
  };
  const profile = (of: Profile): string => t(`profile.${of}`).toLocaleLowerCase(language);
  const ine = ({ numbered }: KnownPerson): string =>
    t(`platform.ine.${!numbered ? 'none' : numbers === 'lacking' ? 'given' : numbers}`);
  return [
    fact('givenName', ({ givenName }) => [givenName]),
    fact('familyName', ({ familyName }) => [familyName]),
    fact('birthDate', (of) => birthDaysOf(of, formatter)),
    {
      ...{ label: t('platform.fact.ine'), values: [[ine(person)], [ine(other)]] },
      differs: numbers === 'different',
    },
    alike(fact('places', (of) => (of.schools.length > 0 ? placesOf(of, profile) : [t('platform.fact.nowhere')]))),
    alike(fact('sources', ({ sources }) => sources.map(({ name, key }) => `${name} (${key})`))),
  ];
}

/** « 9 février 2014 »; several where directories do not agree. */
export function birthDaysOf(
  { birthDates }: Pick<KnownPerson, 'birthDates'>,
  { day }: Pick<PageFormatter, 'day'>,
): string[] {
  return birthDates.map((date) => day(new Date(`${date}T12:00:00Z`)));
}

type FactKey = 'givenName' | 'familyName' | 'birthDate' | 'places' | 'sources';

/** A difference here is no hint: it is the reason why two directories name the person. */
function alike(fact: ComparedFact): ComparedFact {
  return { ...fact, differs: false };
}

/** « École des Lilas (CM1), élève »; without `wordOf`, the profiles are left out. */
export function placesOf({ schools }: Pick<KnownPerson, 'schools'>, wordOf?: (profile: Profile) => string): string[] {
  return schools.map(({ name, classes, profiles }) => {
    const place = classes.length === 0 ? name : `${name} (${classes.join(', ')})`;
    return wordOf ? [place, ...profiles.map(wordOf)].join(', ') : place;
  });
}

function sourceNames({ sources }: KnownPerson, formatter: PageFormatter): string {
  return sources.map(({ name }) => formatter.source(name)).join(', ');
}
