// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { SCHOOL } from '@volee/core-adapter/testing';
import type { DriveForTests } from '../start/drive-for-tests.js';
import { giveWork, partRow, putFiles, type GiveTools } from '../start/work-for-tests.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { NodeRow } from '../../store/node.entity.js';
import { openPartFolder } from '../../domain/works/work-folders.js';

const MINUTE = 60_000;
const WORD = 'Voilà mon exposé';

/** The columns that make a state of a part: those of the work, by minutes from now, and of the part. */
interface StateColumns {
  readonly work?: Partial<Pick<WorkRow, 'isDraft' | 'year'>>;
  readonly minutes?: Partial<Record<'visibleFrom' | 'dueAt' | 'closedAt', number>>;
  /** Undefined as long as the pupil has not begun. */
  readonly part?: Partial<WorkPupilRow>;
  /** The minutes from now at which the pupil took it back. */
  readonly takenBack?: number;
}

const handedIn = { state: 'handedIn', word: WORD } as const;
const corrected = { ...handedIn, state: 'corrected', answer: 'Bravo' } as const;

/** The states of the part of a pupil in a work of the CM1, and one in a class of last year. */
export const PART_STATES = {
  draft: { work: { isDraft: true } },
  before: { minutes: { visibleFrom: 60 } },
  given: { minutes: { dueAt: 60 } },
  started: { minutes: { dueAt: 60 }, part: { state: 'started' } },
  handedIn: { minutes: { dueAt: 60 }, part: handedIn },
  takenBack: { minutes: { dueAt: 60 }, part: handedIn, takenBack: 0 },
  collected: { minutes: { dueAt: -60 }, part: handedIn, takenBack: -90 },
  late: { minutes: { dueAt: -60 }, part: { ...handedIn, late: true } },
  overdue: { minutes: { dueAt: -60 }, part: { state: 'started' } },
  corrected: { minutes: { dueAt: 60 }, part: corrected },
  again: { minutes: { dueAt: 60 }, part: { ...corrected, state: 'again' } },
  closed: { minutes: { dueAt: 60, closedAt: -60 }, part: { state: 'started' } },
  lastYear: { work: { year: 2025 }, minutes: { dueAt: -60 }, part: corrected },
} as const satisfies Readonly<Record<string, StateColumns>>;
export type State = keyof typeof PART_STATES;

/** A part, with an id of a file of each kind; that of no file where there is none. */
export interface PartAt {
  readonly work: WorkRow;
  readonly pupilId: string;
  readonly word: string;
  readonly read: string;
  readonly own: string;
  readonly back: string;
}

/** Writes a work with Inès’ part in a state, and no other one. */
export async function partIn(state: State, { host, tables, storage }: DriveForTests): Promise<PartAt> {
  const tools: GiveTools = { db: tables(SCHOOL), storage: storage(SCHOOL), clock: host.clock };
  await clearParts(tools);
  const { work: columns, minutes = {}, part: given, takenBack }: StateColumns = PART_STATES[state];
  const takenBackAt = takenBack === undefined ? null : inMinutes(takenBack, tools);
  const part = given && { ...given, takenBackAt };
  const times = Object.fromEntries(
    Object.entries(minutes).map(([name, value]): [string, Date] => [name, inMinutes(value, tools)]),
  );
  const groupId = state === 'lastYear' ? host.ids.ce2 : host.ids.cm1;
  const work = await giveWork(
    { groupId, title: 'secret-work', read: { 'texte.txt': 'x' }, ...columns, ...times },
    tools,
  );
  const pupilId = await host.ids.person('pupil');
  const read = await tools.db.repository(NodeRow).findOne({ where: { name: 'texte.txt' } });
  const at = { work, pupilId, word: part?.word ?? WORD, read: read?.id ?? '', own: randomUUID(), back: randomUUID() };
  return part === undefined ? at : { ...at, ...(await fillPart(work, pupilId, part, tools)) };
}

/** The part with a file of the pupil and one of the teacher; guardians read them once they were given back. */
async function fillPart(
  work: WorkRow,
  pupilId: string,
  part: Partial<WorkPupilRow>,
  tools: GiveTools,
): Promise<Pick<PartAt, 'own' | 'back'>> {
  const { db, clock } = tools;
  const row = await partRow(work, pupilId, tools);
  const isBack = part.answer !== undefined;
  const dates = { startedAt: clock.now(), handedInAt: clock.now(), givenBackAt: isBack ? clock.now() : null };
  await db.repository(WorkPupilRow).update({ id: row.id }, { ...part, ...dates, shown: true });
  const put = async (folder: 'own' | 'back'): Promise<string> => {
    const [file] = await putFiles(await openPartFolder(row, folder, tools), { [`${folder}.txt`]: folder }, tools);
    const id = file?.id ?? '';
    if (isBack) await db.repository(NodeRow).update({ id }, { readers: 'families' });
    return id;
  };
  return { own: await put('own'), back: await put('back') };
}

async function clearParts({ db }: Pick<GiveTools, 'db'>): Promise<void> {
  await db.repository(NodeRow).delete({ spaceKind: 'work' });
  for (const entity of [WorkRow, WorkPupilRow]) {
    const rows = db.repository<{ id: string; school: string }>(entity);
    for (const { id } of await rows.find({})) await rows.delete({ id });
  }
}

function inMinutes(minutes: number, { clock }: Pick<GiveTools, 'clock'>): Date {
  return new Date(clock.now().getTime() + minutes * MINUTE);
}
