// SPDX-License-Identifier: EUPL-1.2
import type { Choice } from '../../../../ui/index.js';
import { byProfile } from '../../../domain/directory/by-profile.js';
import type { ListedSchool } from '../../../domain/directory/school-list.js';
import type { SchoolSearch } from './school-page.js';
import type { LoadedBrick } from '../../../domain/bricks/loaded-brick.js';
import type { PageOf } from '../../../infra/util/page-of.js';
import type { NamedBrick, PlatformSchool, PlatformSchoolsModel } from './platform-schools.model.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';
import { BRICK_ICON, brickText, HOST_COLOUR } from '../../../http/send-page.js';
import type { PageFormatter } from '../shared/page-formatter.js';
import { presentPaging } from '../shared/present-paging.js';
import { withQuery } from '../../../http/read-query.js';

/** Ids have no colon. */
const OFF = ':off';

/** Each brick on, and each brick off; the empty value stands for any school. */
export function brickChoices(bricks: readonly LoadedBrick[], { t, language }: PageFormatter): Choice[] {
  const named = bricks.map((brick) => ({ value: brick.id, brick: brickText(brick, 'title', language, false) }));
  return [
    { value: '', label: t('platform.anyBrick') },
    ...named.flatMap(({ value, brick }) => [
      { value, label: t('platform.brickOn', { brick }) },
      { value: value + OFF, label: t('platform.brickOff', { brick }) },
    ]),
  ];
}

export function chosenBrick(value: string): SchoolSearch['brick'] {
  if (value === '') return undefined;
  return value.endsWith(OFF) ? { id: value.slice(0, -OFF.length), on: false } : { id: value, on: true };
}

export function nameBrick(brick: LoadedBrick, { language }: PageFormatter): NamedBrick {
  return {
    id: brick.id,
    title: brickText(brick, 'title', language, false),
    icon: brick.manifest?.icon ?? BRICK_ICON,
    colour: brick.manifest?.colour ?? HOST_COLOUR,
  };
}

interface FoundSchools {
  readonly page: PageOf<ListedSchool>;
  /** The bricks that are on, by UAI. */
  readonly on: ReadonlyMap<string, readonly string[]>;
  readonly features: readonly LoadedBrick[];
  readonly text: string;
  readonly brick: string;
  readonly choices: readonly Choice[];
}

export function presentSchools(found: FoundSchools, formatter: PageFormatter): PlatformSchoolsModel {
  const { page, on, features, text, brick, choices } = found;
  const { t, number } = formatter;
  const bricks = features.map((feature) => nameBrick(feature, formatter));
  return {
    text,
    brick,
    brickChoices: choices,
    narrowed: text !== '' || brick !== '',
    found: t('platform.found', { count: page.total, number: number(page.total) }),
    schools: page.items.map((school) =>
      presentSchool(
        school,
        bricks.filter(({ id }) => on.get(school.uai)?.includes(id)),
        formatter,
      ),
    ),
    paging: presentPaging(page, (at) => withQuery(PLATFORM_URLS.schools, { q: text, brick, page: at }), t, number),
  };
}

function presentSchool(
  school: ListedSchool,
  bricks: readonly NamedBrick[],
  { t, number }: PageFormatter,
): PlatformSchool {
  const { uai, name, kind, persons, groups } = school;
  return {
    uai,
    name,
    kind: t(`platform.kind.${kind}`),
    url: `/admin/s/${uai}/bricks`,
    persons: byProfile((profile) => number(persons[profile])),
    groups: number(groups),
    bricks,
  };
}
