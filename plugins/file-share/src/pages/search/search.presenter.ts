// SPDX-License-Identifier: EUPL-1.2
import { normaliseForSearch } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { addersOf, type Adders } from '../shared/nodes/adders-of.js';
import { kindOf } from '../shared/nodes/file-kind.js';
import { openPath } from '../shared/nodes/open-path.js';
import { detailOf } from '../shared/nodes/node-lines.presenter.js';
import { SEARCH_PATH } from '../../paths.js';
import { readersTag } from '../../domain/readers/readers-tag.js';
import { seesAll } from '../../domain/scope/sees-all.js';
import { FOLDER, type NodeRow } from '../../store/node.entity.js';
import { idsAbove } from '../../domain/tree/find-node.js';
import { readableAbove } from '../../domain/tree/readable-above.js';
import { markFound } from './mark-found.js';
import { placesToSearch, searchChoices, type PlaceToSearch } from '../../domain/search/places-to-search.js';
import { PAGE, searchNodes } from '../../domain/search/search-nodes.js';
import { searchWorks } from './search-works.js';
import type { SearchQuery } from '../../domain/search/search.input.js';
import type { FoundLine, SearchModel } from './search.view.js';

type SearchRequest = FileShareRequest & { readonly query: SearchQuery };

/** The value of the choice « Partout ». */
const EVERYWHERE = '';

/** The model of the page of a search in all that the user sees. */
export async function presentSearch(request: SearchRequest): Promise<SearchModel> {
  const { query, t, url } = request;
  const choices = [{ value: EVERYWHERE, label: t('search.all') }, ...(await searchChoices(request))];
  const choice = choices.find(({ value }) => value === query.in)?.value ?? EVERYWHERE;
  const hasText = normaliseForSearch(query.q) !== '';
  const places = hasText ? await placesToSearch(choice === EVERYWHERE ? undefined : choice, request) : [];
  const { nodes, next } = await searchNodes(query.q, query.after, places, request);
  const isFirst = query.after === undefined;
  const found = isFirst ? await searchWorks(query.q, choice === EVERYWHERE ? undefined : choice, request) : undefined;
  const works = found?.works ?? [];
  const isMany = !isFirst || next !== undefined || found?.isCut === true;
  const further = new URLSearchParams({ q: query.q, in: choice, after: next ?? '' });
  return {
    ...{ url: url(SEARCH_PATH), search: query.q, choices, choice },
    answer: answerOf({ hasText, isMany, count: works.length + nodes.length }, request),
    works: works.map(({ title, path, ...work }) => ({ ...work, name: markFound(title, query.q), url: url(path) })),
    lines: await presentLines(nodes, places, request),
    nextUrl: next && url(`${SEARCH_PATH}?${further}`),
  };
}

interface Found {
  readonly hasText: boolean;
  /** Whether there is more than the page shows. */
  readonly isMany: boolean;
  readonly count: number;
}

function answerOf({ hasText, isMany, count }: Found, { t }: Pick<SearchRequest, 't'>): string {
  if (!hasText) return t('search.nothing');
  if (count === 0) return t('search.foundNone');
  return isMany ? t('search.foundMany', { count: PAGE }) : t('search.found', { count });
}

async function presentLines(
  nodes: readonly NodeRow[],
  places: readonly PlaceToSearch[],
  request: SearchRequest,
): Promise<FoundLine[]> {
  const { user, t, url, format, query } = request;
  const isPupil = user.profiles.includes('pupil');
  const persons = await personsIn(nodes, places, request);
  const above = await namesAbove(nodes, request);
  const spaces = new Map(places.map(({ spaceId, name }) => [spaceId, name]));
  const seenWhole = new Set(
    places.filter(({ space, profiles }) => seesAll(space.kind, profiles)).map(({ spaceId }) => spaceId),
  );
  const detail = (node: NodeRow, isWhole: boolean): string =>
    [
      detailOf(node, { userId: user.id, seesAll: isWhole, persons, t }),
      format.moment(node.changedAt),
      // A child reads no sizes.
      isPupil || (node.rank === FOLDER && !isWhole) ? '' : format.bytes(node.bytes),
    ]
      .filter((part) => part !== '')
      .join(', ');
  return nodes.map((node) => ({
    id: node.id,
    name: markFound(node.name, query.q),
    kind: kindOf(node),
    url: url(openPath(node)),
    path: [spaces.get(node.spaceId) ?? '', ...idsAbove(node).flatMap((id) => above.get(id) ?? [])].join(' › '),
    detail: detail(node, seenWhole.has(node.spaceId)),
    readers: readersTag(node, user.id, t),
  }));
}

/** The people who added these nodes. A user who reads one of the places as a guardian alone reads no pupil's name. */
function personsIn(
  nodes: readonly NodeRow[],
  places: readonly PlaceToSearch[],
  request: SearchRequest,
): Promise<Adders> {
  const isGuardian = places.some(({ space, profiles }) => space.kind === 'group' && profiles.join() === 'guardian');
  return addersOf(nodes, isGuardian ? ['guardian'] : [], request);
}

/** The names of the folders above these nodes that the user sees, without the roots, by id. */
async function namesAbove(nodes: readonly NodeRow[], request: SearchRequest): Promise<ReadonlyMap<string, string>> {
  const folders = await readableAbove(nodes, request);
  return new Map(folders.filter(({ name }) => name !== '').map(({ id, name }) => [id, name]));
}
