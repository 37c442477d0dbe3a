// SPDX-License-Identifier: EUPL-1.2
import { normaliseForSearch } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { FileShareRequest } from '../../brick-types.js';
import { HANDED_IN_COLUMNS, toCorrectNow } from '../shared/works/handed-in-now.js';
import { showCorrections } from '../../domain/parts/note-shown.js';
import { stateTag } from '../../domain/parts/part-words.js';
import { ownMember } from '../../domain/parts/own-member.js';
import { readParts } from '../../domain/parts/read-parts.js';
import { partPath, workPath } from '../../paths.js';
import { groupSpace, holderOf } from '../../store/space-ref.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { WORK_COLUMNS, type ListedWork } from '../../domain/works/listed-columns.js';
import { phaseOf } from '../../domain/works/work-progress.js';
import { workTag } from '../shared/works/work-words.js';
import type { StateTag } from '../shared/works/works.model.js';
import { PAST } from '../../domain/search/search.input.js';
import { dueInYear } from '../../domain/time/end-of-year.js';

/** A work with the text in its title: as its class follows it, or as a pupil has it to do. */
export interface FoundWork {
  /** The id of the work, or of one pupil’s part in it. */
  readonly id: string;
  readonly title: string;
  readonly path: string;
  /** « CM1-CM2 », « Inès, CM1-CM2 » */
  readonly place: string;
  readonly state: StateTag;
}

/** The maximum number of works, as many as one page of files. */
const MOST = 100;

export interface FoundWorks {
  readonly works: readonly FoundWork[];
  /** Whether there are more than those. */
  readonly isCut: boolean;
}

/**
 * The works that the user may see with a text in the title, the last ones first. Accents and case do not count. A fixed number of statements.
 * @param choice a class by the holder of its space, `PAST`, or undefined for all
 */
export async function searchWorks(
  text: string,
  choice: string | undefined,
  request: FileShareRequest,
): Promise<FoundWorks> {
  const wanted = normaliseForSearch(text);
  if (wanted === '') return { works: [], isCut: false };
  const isFound = ({ title }: Pick<WorkRow, 'title'>): boolean => normaliseForSearch(title).includes(wanted);
  const found = [...(await followedWorks(isFound, choice, request)), ...(await familyWorks(isFound, choice, request))];
  return { works: found.slice(0, MOST), isCut: found.length > MOST };
}

type IsFound = (work: Pick<WorkRow, 'title'>) => boolean;

async function followedWorks(
  isFound: IsFound,
  choice: string | undefined,
  request: FileShareRequest,
): Promise<FoundWork[]> {
  const { db, access, clock, school, schoolYear, t } = request;
  const [now, past] = [await access.groups('follow'), await access.pastGroups('follow')];
  const names = new Map([
    ...(choice === PAST ? [] : now.filter(({ id }) => isWanted(id, choice)).map(({ id, name }) => [id, name] as const)),
    ...(choice === undefined || choice === PAST ? past.map(({ id, name }) => [id, name] as const) : []),
  ]);
  if (names.size === 0) return [];
  const where = { groupId: In([...names.keys()]) };
  // Titles are short and texts are not: of the works of many classes, these columns are little.
  const all = await db
    .repository(WorkRow)
    .find({ select: WORK_COLUMNS, where, order: { visibleFrom: 'DESC', id: 'ASC' } });
  const works = all
    .filter(isFound)
    .slice(0, MOST + 1)
    .map((work) => dueInYear(work, school));
  const toCorrect = await countToCorrect(works, request);
  return works.map((work) => {
    const phase = phaseOf(work, clock.now(), schoolYear);
    const progress = { handedIn: 0, asked: [], toCorrect: toCorrect.get(work.id) ?? 0 };
    const state = workTag(work, phase, progress, request);
    const place = names.get(work.groupId) ?? '';
    return { id: work.id, title: work.title || t('works.untitled'), path: workPath(work.id), place, state };
  });
}

/** The parts that wait for the teacher, by work. */
async function countToCorrect(
  works: readonly ListedWork[],
  request: Pick<FileShareRequest, 'db' | 'clock' | 'schoolYear'>,
): Promise<ReadonlyMap<string, number>> {
  if (works.length === 0) return new Map();
  const where = { workId: In(works.map(({ id }) => id)), state: 'handedIn' as const };
  const parts = await request.db.repository(WorkPupilRow).find({ select: HANDED_IN_COLUMNS, where });
  const counts = new Map<string, number>();
  for (const { workId } of toCorrectNow(parts, works, request)) counts.set(workId, (counts.get(workId) ?? 0) + 1);
  return counts;
}

/** The works of a pupil, and of the children of a guardian. */
async function familyWorks(
  isFound: IsFound,
  choice: string | undefined,
  request: FileShareRequest,
): Promise<FoundWork[]> {
  const { user, directory, access, schoolYear, t } = request;
  const isPupil = user.profiles.includes('pupil');
  const children = user.profiles.includes('guardian') ? await directory.children() : [];
  const names = new Map(children.map(({ id, givenName }) => [id, givenName]));
  const own = [...(isPupil ? await ownMember(request) : []), ...children];
  const parts = await showCorrections(async () => {
    const found = (await readParts(own, request)).filter(
      ({ work }) => isFound(work) && (choice === PAST ? work.year < schoolYear : isWanted(work.groupId, choice)),
    );
    return access.filter('readPart', found);
  }, request);
  const groups = new Map((await access.groups('readPart')).map(({ id, name }) => [id, name]));
  return parts.map((part) => {
    const { work, pupilId } = part;
    const { kind, icon, label } = stateTag(part, t);
    const place = [names.get(pupilId), groups.get(work.groupId)].filter((one) => one !== undefined).join(', ');
    const state = { kind, icon, text: label };
    return { id: `${work.id} ${pupilId}`, title: work.title, path: partPath(work.id, pupilId), place, state };
  });
}

function isWanted(groupId: string, choice: string | undefined): boolean {
  return choice === undefined || choice === holderOf(groupSpace(groupId));
}
