// SPDX-License-Identifier: EUPL-1.2
import type { FormerDocument, FormerPage, FormerThing, FormerThings } from '@volee/core-adapter';
import { In, IsNull, Not } from 'typeorm';
import { isShown } from '../parts/part-state.js';
import type { Settings } from '../settings.js';
import { FILE, NodeRow } from '../store/node.entity.js';
import { SpaceRow } from '../store/space.entity.js';
import { WorkPupilRow } from '../store/work-pupil.entity.js';
import { WorkRow } from '../store/work.entity.js';
import { instantOf } from '../time/wall-clock.js';
import { TRASH_DAYS } from '../trash/trash-days.js';
import { inParts } from '../tree/all-below.js';
import { lastDayOfParts, lastDayOfSpaces } from '../year/kept-years.js';
import { classNodes, takeAll, takeGivenBack } from '../year/take-all.js';
import type { FormerPart, FormerRequest } from './former-part.js';
import { FormerWorksView } from './former-works.view.js';
import { presentFormerWorks } from './former-works.presenter.js';

const DAY = 86_400_000;
/** The key of the one document. */
const WORKS = 'travaux';

/**
 * The things of a person in the drive of a former school: their own files and the works of a pupil, with « Tout emporter ». Guardians find
 * what was given back of the works of their child.
 */
export async function formerThings(request: FormerRequest, { keepWorks }: Settings): Promise<FormerThings> {
  const { user, owner } = request;
  const isOwn = owner.id === user.id;
  const parts = (await partsOf(request)).filter(({ row }) => isOwn || row.givenBackAt !== null);
  const trashed = isOwn ? await trashedFiles(request) : [];
  const kept = [
    ...(isOwn ? await ownFiles(request) : []),
    ...trashKept(trashed, request),
    ...worksKept(parts, keepWorks, request),
    ...(isOwn ? await classFiles(request) : []),
  ];
  const take = { ...request, user: { id: owner.id, displayName: owner.displayName, profiles: user.profiles } };
  return {
    kept,
    documents: () => (parts.length === 0 ? [] : [worksDocument(request)]),
    open: (key, page) => (key === WORKS && page === 1 && parts.length > 0 ? worksPage(parts, request) : undefined),
    take: () => (isOwn ? takeAll(take, trashed) : takeGivenBack(take)),
  };
}

async function ownFiles({ db, owner, user, t }: FormerRequest): Promise<FormerThing[]> {
  const files = { rank: FILE, trashedAt: IsNull() };
  const count = await db.repository(NodeRow).count({ where: { ...files, ownerId: owner.id, spaceKind: 'own' } });
  return count === 0
    ? []
    : [{ text: t(user.profiles.includes('pupil') ? 'former.ownFiles' : 'former.files', { count }) }];
}

/** The files in the trash of a person. The trash of a pupil also lists what the pupil put into classes. */
function trashedFiles({ db, owner, user }: FormerRequest): Promise<NodeRow[]> {
  const file = { rank: FILE, trashedAt: Not(IsNull()) };
  const own = { ...file, ownerId: owner.id, spaceKind: 'own' as const };
  const inClass = { ...file, addedBy: owner.id, spaceKind: 'group' as const, trashedFrom: Not(IsNull()) };
  const where = user.profiles.includes('pupil') ? [own, inClass] : [own];
  return db.repository(NodeRow).find({ where, order: { sortName: 'ASC', id: 'ASC' } });
}

/** The night may empty the trash on its thirtieth day. */
function trashKept(files: readonly NodeRow[], { t }: FormerRequest): FormerThing[] {
  if (files.length === 0) return [];
  const first = Math.min(...files.flatMap(({ trashedAt }) => trashedAt?.getTime() ?? []));
  return [{ text: t('former.trash', { count: files.length }), until: new Date(first + (TRASH_DAYS - 1) * DAY) }];
}

/** Files that a pupil put into folders of their classes. */
async function classFiles({ db, user, school, t }: FormerRequest): Promise<FormerThing[]> {
  const files = (await classNodes({ db, user })).filter(({ rank }) => rank === FILE);
  const spaces = await db.repository(SpaceRow).find({ where: { id: In(files.map(({ spaceId }) => spaceId)) } });
  const years = spaces.flatMap(({ year }) => year ?? []);
  if (files.length === 0 || years.length === 0) return [];
  const until = instantOf(lastDayOfSpaces(Math.min(...years)), '12:00', school.timeZone);
  return [{ text: t('former.classFiles', { count: files.length }), until }];
}

function worksKept(
  parts: readonly FormerPart[],
  keepWorks: Settings['keepWorks'],
  { school, t }: FormerRequest,
): FormerThing[] {
  return [...new Set(parts.map(({ work }) => work.year))].sort().map((year) => ({
    text: t('former.works', { count: parts.filter(({ work }) => work.year === year).length }),
    until: instantOf(lastDayOfParts(keepWorks, year), '12:00', school.timeZone),
  }));
}

async function partsOf({ db, owner, clock }: FormerRequest): Promise<FormerPart[]> {
  const rows = await db.repository(WorkPupilRow).find({ where: { pupilId: owner.id }, order: { id: 'ASC' } });
  const works = new Map<string, WorkRow>();
  for (const ids of inParts(rows.map(({ workId }) => workId))) {
    for (const work of await db.repository(WorkRow).find({ where: { id: In(ids) } })) works.set(work.id, work);
  }
  return rows.flatMap((row) => {
    const work = works.get(row.workId);
    return work && row.state !== 'given' && isShown(work, clock.now()) ? [{ row, work }] : [];
  });
}

function worksDocument({ t }: FormerRequest): FormerDocument {
  return { key: WORKS, title: t('former.worksTitle'), detail: t('former.worksDetail') };
}

async function worksPage(parts: readonly FormerPart[], request: FormerRequest): Promise<FormerPage> {
  const { t, asset } = request;
  const model = await presentFormerWorks(parts, request);
  const content = <FormerWorksView model={model} t={t} />;
  return { title: t('former.worksTitle'), content, styles: [asset('file-share-parts.css')] };
}
