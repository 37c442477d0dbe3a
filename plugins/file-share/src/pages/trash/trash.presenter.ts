// SPDX-License-Identifier: EUPL-1.2
import { fileKind, type FileKind } from '@volee/core-adapter/ui';
import type { FileShareRequest } from '../../brick-types.js';
import { KEPT_FOLDER } from '../../domain/keep/keep-for-pupils.js';
import { emptyTrashPath, folderPath, restorePath, SEARCH_PATH, trashPath } from '../../paths.js';
import type { Settings } from '../../settings.js';
import { nameOfSpace } from '../../domain/space/name-of-space.js';
import { presentTabs } from '../shared/tabs.presenter.js';
import { FOLDER, NodeRow } from '../../store/node.entity.js';
import { presentPlace, type PlaceModel } from '../shared/place.presenter.js';
import { spacePlace, trashBytes } from '../../domain/quota/space-place.js';
import { comesHome } from '../../domain/trash/comes-home.js';
import { restorePlaces, type RestorePlace } from '../../domain/trash/restore-places.js';
import { daysLeft } from '../../domain/trash/trash-days.js';
import type { TrashPlace } from '../../domain/trash/trash-place.js';
import { trashTerms } from '../../domain/trash/trash-terms.js';
import type { EmptyForm, TrashLine, TrashModel } from './trash.view.js';
import { trashedNodes } from '../../domain/trash/trashed-nodes.js';

type TrashRequest = FileShareRequest & { readonly query: { readonly after?: string | undefined } };

/** The lines of one page. */
export const PAGE = 100;
/** The days that are told in bold. */
const URGENT = 3;

/** The model of the trash of a space. */
export async function presentTrash(place: TrashPlace, request: TrashRequest, settings: Settings): Promise<TrashModel> {
  const { db, t, url, query } = request;
  const nodes = db.repository(NodeRow);
  const after = query.after === undefined ? undefined : await nodes.findOne({ where: { id: query.after } });
  const page = await trashedNodes(place, { after, take: PAGE }, request);
  const spaceName = await nameOfSpace(place.space, request);
  const here = trashPath(place.spaceId);
  const places = await restorePlaces(page.nodes, { db });
  return {
    tabs: await presentTabs(request, place.space),
    searchUrl: url(SEARCH_PATH),
    crumbs: [{ label: spaceName, url: url(folderPath({ space: place.space })) }, { label: t('trash.title') }],
    lines: await presentLines(
      page.nodes,
      { places, spaceName, countsFrom: await trashTerms(page.nodes, request) },
      request,
    ),
    nextUrl: page.last && url(`${here}?${new URLSearchParams({ after: page.last.id })}`),
    room: await presentRoom(place, request, settings),
    // The trash of a former class is not emptied from here.
    empty: presentEmpty(
      place,
      page.nodes.filter(({ spaceId }) => spaceId === place.spaceId),
      request,
    ),
  };
}

const FOLDER_KIND: FileKind = { icon: 'folder-fill', colour: 'files' };

interface LinesAbout {
  readonly places: ReadonlyMap<string, RestorePlace>;
  readonly spaceName: string;
  /** The instant from which the days of a node count. */
  readonly countsFrom: (node: NodeRow) => Date;
}

async function presentLines(
  nodes: readonly NodeRow[],
  { places, spaceName, countsFrom }: LinesAbout,
  request: TrashRequest,
): Promise<TrashLine[]> {
  const lines: TrashLine[] = [];
  for (const node of nodes) {
    const place = places.get(node.id);
    const isHome = await comesHome(node, place?.folder, request);
    lines.push(presentLine(node, place, { spaceName, countsFrom, isHome }, request));
  }
  return lines;
}

interface LineAbout extends Omit<LinesAbout, 'places'> {
  /** Whether it comes back to the pupil's own files. */
  readonly isHome: boolean;
}

function presentLine(
  node: NodeRow,
  place: RestorePlace | undefined,
  { spaceName, countsFrom, isHome }: LineAbout,
  { t, format, url, clock }: TrashRequest,
): TrashLine {
  const { id, name, trashedAt, trashedFromName, files } = node;
  const isFolder = node.rank === FOLDER;
  const since = trashedAt ?? clock.now();
  const left = daysLeft(countsFrom(node), clock.now());
  const when = format.moment(since);
  const from = trashedFromName === null || trashedFromName === '' ? spaceName : trashedFromName;
  return {
    ...(isFolder ? FOLDER_KIND : fileKind(name)),
    id,
    name: isFolder ? t('trash.folder', { name, count: files }) : name,
    // Its folder may be one that the pupil has never seen.
    detail: isHome ? t('trash.fromClass', { when }) : t('trash.from', { folder: from, when }),
    notes: isHome ? [t('trash.home')] : notesOf(node, place, t),
    left: t('trash.days', { count: left }),
    isUrgent: left <= URGENT,
    restoreUrl: url(restorePath(node)),
  };
}

/** The notes that a node comes back elsewhere, or under another name. */
function notesOf(
  { name, trashedFrom, trashedFromName }: NodeRow,
  place: RestorePlace | undefined,
  t: FileShareRequest['t'],
): string[] {
  return [
    ...(place?.folder?.id === trashedFrom ? [] : [anotherFolder(trashedFromName, place, t)]),
    ...(place && place.name !== name ? [t('trash.renamed', { name: place.name })] : []),
  ];
}

/** A file that a pupil took out of a work was never in the folder of what came from classes, and there may be none yet. */
function anotherFolder(folder: string | null, place: RestorePlace | undefined, t: FileShareRequest['t']): string {
  if (folder === KEPT_FOLDER) return t('trash.kept', { folder });
  return t(place?.folder ? 'trash.otherFolder' : 'trash.folderAnew');
}

/** The place of the whole space; pupils in a class do not see it. */
async function presentRoom(
  { spaceId, space }: TrashPlace,
  request: TrashRequest,
  { quota: quotas }: Settings,
): Promise<PlaceModel | undefined> {
  const isTheirs = space.kind !== 'group' || (await request.access.heldAs('change', space)).includes('teacher');
  if (!isTheirs) return undefined;
  const place = await spacePlace({ spaceId, spaceKind: space.kind }, { ...request, quotas });
  const inTrash = await trashBytes(spaceId, request);
  return presentPlace(place, { isOwn: space.kind === 'own', inTrash }, request);
}

function presentEmpty(
  { spaceId }: TrashPlace,
  shown: readonly NodeRow[],
  { t, url, format, clock, query }: TrashRequest,
): EmptyForm | undefined {
  const count = shown.length;
  if (count === 0) return undefined;
  const bytes = shown.reduce((sum, { cost }) => sum + cost, 0);
  const newest = shown[0]?.trashedAt ?? clock.now();
  return {
    url: url(emptyTrashPath(spaceId)),
    button: t('trash.empty', { count, size: format.bytes(bytes) }),
    until: newest.toISOString(),
    after: query.after,
  };
}
