// SPDX-License-Identifier: EUPL-1.2
import { oncePerRequest, type ChildThing, type NewsLine, type PortalTask } from '@volee/core-adapter';
import type { LoadedPart } from '../../domain/parts/load-part.js';
import { isDueSoon } from '../../domain/parts/due-soon.js';
import { showCorrections } from '../../domain/parts/note-shown.js';
import { dueWords, partLead, partWords, stateTag } from '../../domain/parts/part-words.js';
import { byUrgency, partsBack, partsOnPortal, readParts, shelfOf, urgentSince } from '../../domain/parts/read-parts.js';
import { againWords } from '../../pages/shared/works/todo-words.js';
import { partPath } from '../../paths.js';
import { MOST_TASKS, type PortalReader } from './portal-reader.js';

/** The parts of the children; the corrections among those that the page tells of are shown by it. */
async function readFamilyParts(
  request: PortalReader,
  told?: (parts: readonly LoadedPart[]) => readonly LoadedPart[],
): Promise<readonly LoadedPart[]> {
  const { user, directory, access } = request;
  if (!user.profiles.includes('guardian')) return [];
  const children = await directory.children();
  return showCorrections(async () => access.filter('readPart', await readParts(children, request)), request, told);
}

const familyParts = oncePerRequest((request: PortalReader) =>
  readFamilyParts(request, (parts) => partsOnPortal(parts, request.schoolYear)),
);

/** The tasks of a guardian: works that a child has to do again, and works that are due soon and not handed in yet. */
export async function familyTasks(request: PortalReader): Promise<PortalTask[]> {
  return pressing(await toDo(request), request).map((part) => {
    const { work, pupilId, row, status } = part;
    const isAgain = status.state === 'again';
    return {
      ...{ title: work.title, action: request.t('mine.see'), path: partPath(work.id, pupilId), about: pupilId },
      detail: isAgain ? againWords(row?.answer ?? '', request) : soonWords(part, request),
      ...(!isAgain && work.dueAt && { due: work.dueAt }),
    };
  });
}

/** The works of each child that are to be done and no task yet, the nearest first, and those that came back, the last one first. */
export async function familyNews(request: PortalReader): Promise<NewsLine[]> {
  const todo = await toDo(request);
  const tasks = new Set(pressing(todo, request));
  const later = todo.filter((part) => !tasks.has(part));
  const next = later.map((part, place) => {
    const line = newsOf('due', part, part.work.visibleFrom, request);
    const count = later.slice(place + 1).filter(({ pupilId }) => pupilId === part.pupilId).length;
    return count === 0 ? line : { ...line, detail: `${line.detail} ${request.t('news.thenDue', { count })}` };
  });
  const corrected = partsBack(await familyParts(request), request.schoolYear).flatMap((part) =>
    part.row?.givenBackAt ? [newsOf('corrected', part, part.row.givenBackAt, request)] : [],
  );
  return [...next, ...corrected];
}

/** The works of this school year of all children, with their states, for the list over all schools. */
export async function familyThings(request: PortalReader): Promise<ChildThing[]> {
  const parts = (await readFamilyParts(request)).filter((part) => shelfOf(part, request.schoolYear) !== 'earlier');
  return parts.map((part) => {
    const { work, row, pupilId } = part;
    const shelf = shelfOf(part, request.schoolYear);
    const due = shelf === 'todo' || shelf === 'handedIn' ? urgentSince(part) : null;
    return {
      ...{ title: work.title, detail: besideState(part, request), path: partPath(work.id, pupilId), about: [pupilId] },
      at: doneAt(part) ?? row?.givenBackAt ?? work.visibleFrom,
      state: stateTag(part, request.t),
      ...(due && { due }),
      ...(shelf === 'todo' && { waits: true as const }),
      ...(isDueSoon(part, request) && { isSoon: true as const }),
    };
  });
}

/** After the name of the child: the day of a work that was handed in or corrected, as its state says, and the sentence of others. */
function besideState(part: LoadedPart, request: PortalReader): string {
  const at = doneAt(part);
  return at ? request.format.moment(at) : partWords(part, request);
}

/** A work that was handed in again also has the time of its earlier correction: the state decides. */
function doneAt({ row, status: { state } }: LoadedPart): Date | null | undefined {
  if (state === 'corrected') return row?.givenBackAt;
  return state === 'handedIn' || state === 'handedInLate' ? row?.handedInAt : null;
}

function newsOf(kind: string, part: LoadedPart, at: Date, request: PortalReader): NewsLine {
  const { work, pupilId } = part;
  return {
    ...{ kind, key: `${work.id} ${pupilId}`, title: work.title, detail: partLead(part, request) },
    ...{ path: partPath(work.id, pupilId), at, about: pupilId },
  };
}

/** The works of the children that are to be done, the most urgent first. */
async function toDo(request: PortalReader): Promise<LoadedPart[]> {
  const parts = await familyParts(request);
  return parts.filter((part) => shelfOf(part, request.schoolYear) === 'todo').sort(byUrgency);
}

/** The works that are tasks: those of each child, as many as the portal takes. */
function pressing(todo: readonly LoadedPart[], request: PortalReader): LoadedPart[] {
  const counts = new Map<string, number>();
  return todo.filter((part) => {
    const before = counts.get(part.pupilId) ?? 0;
    if (before >= MOST_TASKS || !isDueSoon(part, request)) return false;
    counts.set(part.pupilId, before + 1);
    return true;
  });
}

/** « À rendre bientôt : pour demain à 8 h 30. » A work that is late already keeps the sentence that says until when it is taken. */
function soonWords(part: LoadedPart, request: PortalReader): string {
  const { work, status } = part;
  if (work.dueAt === null || status.isLateNow) return partLead(part, request);
  return request.t('task.dueSoon', { when: dueWords(work.dueAt, request) });
}
