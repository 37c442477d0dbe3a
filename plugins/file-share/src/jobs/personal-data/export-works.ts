// SPDX-License-Identifier: EUPL-1.2
import type { Clock, PersonExport, SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { showRows } from '../../domain/parts/note-shown.js';
import { isPartShown } from '../../domain/works/part-status.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRoundRow } from '../../store/work-round.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { inParts } from '../../domain/tree/all-below.js';

interface ExportTools {
  readonly db: SchoolDatabase;
  readonly clock: Clock;
}

/** A pupil's parts of works, and the works that a teacher handed out. */
export async function exportWorks(personId: string, { db, clock }: ExportTools): Promise<PersonExport['records']> {
  const handedOut = await db
    .repository(WorkRow)
    .find({ where: { addedBy: personId }, order: { changedAt: 'ASC', id: 'ASC' } });
  const own = { where: { pupilId: personId }, order: { id: 'ASC' } } as const;
  const readParts = (): Promise<WorkPupilRow[]> => db.repository(WorkPupilRow).find(own);
  const works = await showRows(readParts, (parts) => partRecords(personId, parts, { db, clock }), { db });
  return { works, handedOut: handedOut.map(workRecord) };
}

async function partRecords(
  personId: string,
  parts: readonly WorkPupilRow[],
  { db, clock }: ExportTools,
): Promise<object[]> {
  const works = new Map<string, WorkRow>();
  for (const ids of inParts(parts.map(({ workId }) => workId))) {
    for (const work of await db.repository(WorkRow).find({ where: { id: In(ids) } })) works.set(work.id, work);
  }
  const rounds = await db
    .repository(WorkRoundRow)
    .find({ where: { pupilId: personId }, order: { givenBackAt: 'ASC', id: 'ASC' } });
  return parts.flatMap((part) => {
    const work = works.get(part.workId);
    const own = rounds.filter(({ partId }) => partId === part.id);
    return work && !isPartShown(work, part, clock.now()) ? [] : [partRecord(part, own, work)];
  });
}

/** A teacher's word is the pupil's to read once it is given back: what is prepared stays out. */
function partRecord(part: WorkPupilRow, rounds: readonly WorkRoundRow[], work: WorkRow | undefined): object {
  const { state, startedAt, handedInAt, takenBackAt, late, word, answer, givenBackAt, remindedAt } = part;
  const { shown, shownToRead, revision } = part;
  return {
    ...{
      title: work?.title,
      state,
      startedAt,
      handedInAt,
      takenBackAt,
      late,
      word,
      remindedAt,
      shown,
      shownToRead,
      changes: revision,
    },
    ...{ givenBackAt, givenBack: rounds.map(roundRecord) },
    ...(givenBackAt !== null && { answer }),
  };
}

function roundRecord({ word, handedInAt, late, answer, givenBackAt, state }: WorkRoundRow): object {
  return { word, handedInAt, late, answer, givenBackAt, state };
}

function workRecord(work: WorkRow): object {
  const { title, text, year, audience, level, isDraft, visibleFrom, collects } = work;
  const { dueAt, lateUntil, closedAt, changedAt } = work;
  return {
    ...{ title, text, year, audience, level, isDraft, visibleFrom, collects },
    ...{ dueAt, lateUntil, closedAt, changedAt },
  };
}
