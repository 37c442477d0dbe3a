// SPDX-License-Identifier: EUPL-1.2
import {
  instantOf,
  type FormerDocument,
  type FormerPage,
  type FormerThing,
  type FormerThings,
} from '@volee/core-adapter';
import { In, IsNull, Not } from 'typeorm';
import { notKept } from '../../domain/keep/keep-for-pupils.js';
import { showRows } from '../../domain/parts/note-shown.js';
import { isPartShown } from '../../domain/works/part-status.js';
import { workOfLeaver } from '../../domain/works/work-audience.js';
import { takesBack } from '../../domain/keep/of-pupils.js';
import { readersSeenBy } from '../../domain/scope/readers.js';
import type { Settings } from '../../settings.js';
import { FILE, NodeRow } from '../../store/node.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { TRASH_DAYS } from '../../domain/trash/trash-days.js';
import { trashTermOf } from '../../domain/trash/trash-terms.js';
import { inParts } from '../../domain/tree/all-below.js';
import { idsAbove } from '../../domain/tree/find-node.js';
import { lastDayOfParts, lastDayOfSpaces, lastDayOfYear } from '../../domain/time/kept-years.js';
import { takeAll, takeGivenBack } from '../../domain/year/take-all.js';
import type { FormerPart, FormerRequest } from './former-part.js';
import { formerClassFiles, formerTrash, formerWorks } from './former-queries.js';
import { FormerWorksView } from './former-works.view.js';
import { presentFormerWorks } from './former-works.presenter.js';

const DAY = 86_400_000;
/** The key of the one document. */
const WORKS = 'travaux';

/**
 * The things of a person in the drive of a former school: their own files and the works of a pupil, with « Tout télécharger ». Guardians find
 * what was given back of the works of their child. Queries count them: rows are read for the page and the download alone.
 */
export async function formerThings(request: FormerRequest, { keepWorks }: Settings): Promise<FormerThings> {
  const { user, owner } = request;
  const isOwn = owner.id === user.id;
  const works = await worksKept(keepWorks, request);
  const kept = isOwn
    ? [...(await ownFiles(request)), ...(await trashKept(request)), ...works, ...(await classFiles(request))]
    : works;
  const take = { ...request, user: { id: owner.id, displayName: owner.displayName, profiles: user.profiles } };
  return {
    kept,
    documents: () => (works.length === 0 ? [] : [worksDocument(request)]),
    open: (key, page) => (key === WORKS && page === 1 && works.length > 0 ? worksPage(request) : undefined),
    take: async () => (isOwn ? takeAll(take, await trashedFiles(request)) : takeGivenBack(take)),
  };
}

async function ownFiles({ db, owner, user, t }: FormerRequest): Promise<FormerThing[]> {
  const files = { rank: FILE, trashedAt: IsNull() };
  const count = await db.repository(NodeRow).count({ where: { ...files, ownerId: owner.id, spaceKind: 'own' } });
  return count === 0
    ? []
    : [{ text: t(user.profiles.includes('pupil') ? 'former.ownFiles' : 'former.files', { count }) }];
}

/**
 * The files in the trash of a person, by themselves or in a folder. Of a pupil, also those of classes that are theirs (`pupilOfClass`), as far as no copy of
 * them is among their own files.
 */
async function trashedFiles({ db, owner, user }: FormerRequest): Promise<NodeRow[]> {
  const nodes = db.repository(NodeRow);
  const file = { rank: FILE, trashedAt: Not(IsNull()) };
  const order = { sortName: 'ASC', id: 'ASC' } as const;
  const own = await nodes.find({ where: { ...file, ownerId: owner.id, spaceKind: 'own' }, order });
  if (!user.profiles.includes('pupil')) return own;
  const inClass = { ...file, spaceKind: 'group' as const };
  const found = await nodes.find({
    where: [
      { ...inClass, addedBy: owner.id },
      { ...inClass, ownerId: owner.id },
    ],
    order,
  });
  const roots = new Map<string, NodeRow>();
  for (const ids of inParts(found.map(rootId))) {
    for (const root of await nodes.find({ where: { id: In(ids) } })) roots.set(root.id, root);
  }
  const theirs = found.filter(
    (one) => one.addedBy === owner.id || !takesBack(one, roots.get(rootId(one)) ?? one, null),
  );
  return [...own, ...(await notKept(theirs, owner.id, { db }))];
}

/** The id of the node that was put into the trash: this node, or a folder above it. */
function rootId(node: NodeRow): string {
  return idsAbove(node)[0] ?? node.id;
}

/** The night may empty the trash on its thirtieth day. */
async function trashKept({ db, owner, user, t }: FormerRequest): Promise<FormerThing[]> {
  const of = { personId: owner.id, pupil: user.profiles.includes('pupil'), file: FILE, yes: true };
  const [found] = await db.query(formerTrash, of);
  if (!found?.first) return [];
  const since = await trashTermOf(found.first, user.profiles, { db });
  const until = new Date(since.getTime() + (TRASH_DAYS - 1) * DAY);
  return [{ text: t('former.trash', { count: found.files }), until }];
}

/** Files that a pupil put into folders of their classes. */
async function classFiles({ db, user, school, t }: FormerRequest): Promise<FormerThing[]> {
  if (!user.profiles.includes('pupil')) return [];
  const of = { personId: user.id, seen: readersSeenBy(['pupil']), file: FILE };
  const [found] = await db.query(formerClassFiles, of);
  if (!found || found.year === null) return [];
  const until = instantOf(lastDayOfSpaces(found.year), '12:00', school.timeZone);
  return [{ text: t('former.classFiles', { count: found.files }), until }];
}

async function worksKept(
  keepWorks: Settings['keepWorks'],
  { db, owner, user, school, schoolYear, clock, t }: FormerRequest,
): Promise<FormerThing[]> {
  const of = { pupilId: owner.id, schoolYear, now: clock.now(), own: owner.id === user.id, yes: true, no: false };
  const thing = (text: 'former.works' | 'former.worksToRead', count: number, lastDay: string): FormerThing[] =>
    count === 0 ? [] : [{ text: t(text, { count }), until: instantOf(lastDay, '12:00', school.timeZone) }];
  return (await db.query(formerWorks, of)).flatMap(({ year, works, begun }) => [
    ...thing('former.works', begun, lastDayOfParts(keepWorks, year)),
    ...thing('former.worksToRead', works - begun, lastDayOfYear(year)),
  ]);
}

/** The parts that `formerWorks` counts. */
function partsOf(request: FormerRequest): Promise<FormerPart[]> {
  const { db, owner } = request;
  const own = { where: { pupilId: owner.id }, order: { id: 'ASC' } } as const;
  const readParts = (): Promise<WorkPupilRow[]> => db.repository(WorkPupilRow).find(own);
  return showRows(readParts, (rows) => partsWithWorks(rows, request), { db });
}

async function partsWithWorks(
  rows: readonly WorkPupilRow[],
  { db, owner, user, clock, schoolYear }: FormerRequest,
): Promise<FormerPart[]> {
  const works = new Map<string, WorkRow>();
  for (const ids of inParts(rows.map(({ workId }) => workId))) {
    for (const work of await db.repository(WorkRow).find({ where: { id: In(ids) } })) works.set(work.id, work);
  }
  const isOwn = owner.id === user.id;
  return rows.flatMap((row) => {
    const work = works.get(row.workId);
    const isTheirs = work && (isOwn ? workOfLeaver(work, row, schoolYear) !== undefined : row.givenBackAt !== null);
    return isTheirs && isPartShown(work, row, clock.now()) ? [{ row, work }] : [];
  });
}

function worksDocument({ t }: FormerRequest): FormerDocument {
  return { key: WORKS, title: t('former.worksTitle'), detail: t('former.worksDetail') };
}

async function worksPage(request: FormerRequest): Promise<FormerPage> {
  const { t, asset } = request;
  const model = await presentFormerWorks(await partsOf(request), request);
  const content = <FormerWorksView model={model} t={t} />;
  return { title: t('former.worksTitle'), content, styles: [asset('file-share-parts.css')] };
}
