// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type Member } from '@volee/core-adapter';
import { fullWhenWords, whenWords } from '../../domain/time/when-words.js';
import type { FileShareRequest } from '../../brick-types.js';
import { classWorksPath, giveBackPath, returnedFilesPath, workPath } from '../../paths.js';
import { partStatus, stateOf } from '../../domain/works/part-status.js';
import { roundModel } from '../shared/works/rounds.presenter.js';
import { readRounds } from '../../domain/parts/read-rounds.js';
import type { Settings } from '../../settings.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { isUntil } from '../../domain/time/is-until.js';
import type { GiveBackFields } from './give-back.input.js';
import type { GiveBackForm, GiveBackModel, UndoForm } from './give-back.model.js';
import type { ListedPart } from '../../domain/works/listed-columns.js';
import { partTag } from '../shared/works/parts.presenter.js';
import { readWork, type FollowedWork } from '../../domain/works/read-works.js';
import { canUndo } from '../../domain/parts/undo-give-back.js';
import { firstWord } from '../../domain/parts/first-word.js';
import { readPartFiles } from '../../domain/parts/part-files.js';
import { presentNeighbours } from './neighbours.presenter.js';
import { presentPartFile, presentPartFiles } from './part-files.presenter.js';
import { isReady, wasHandedIn } from '../../domain/works/work-progress.js';

/** A form that was refused, with the reason. */
export interface Typed {
  readonly fields?: GiveBackFields;
  readonly refusal?: string;
  readonly wordProblem?: string;
  readonly nextProblem?: string;
  readonly sureProblem?: string;
  /** The id of the file that the page shows. */
  readonly file?: string | undefined;
}

export async function presentGiveBack(
  { work, pupilId }: { readonly work: WorkRow; readonly pupilId: string },
  request: FileShareRequest,
  settings: Pick<Settings, 'maxFileSize'>,
  typed: Typed,
): Promise<GiveBackModel> {
  const { t, url, access, directory } = request;
  const pupil = (await directory.persons([pupilId])).get(pupilId);
  if (!pupil) throw new NotFoundError('The pupil is no longer of the school.', { details: { pupil: pupilId } });
  const followed = await readWork(work, request);
  const listed = rowOf(followed, pupilId);
  const stored = listed && (await request.db.repository(WorkPupilRow).findOne({ where: { id: listed.id } }));
  const word = stored ? (stored.prepared ?? firstWord(stored)) : '';
  const now = request.clock.now();
  const row = stored && {
    ...stored,
    state: stateOf({ work, part: stored, now, schoolYear: request.schoolYear }),
  };
  const mayGiveBack = work.year >= request.schoolYear && (await access.can('giveBack', { groupId: work.groupId }));
  const files = await readPartFiles(row ? [row.id] : [], request);
  const [own, back] = [files(row?.id, 'own'), files(row?.id, 'back')];
  const at = { workId: work.id, pupilId };
  const title = work.title || t('works.untitled');
  return {
    title: t('giveBack.title', { title, name: pupil.displayName }),
    name: pupil.displayName,
    crumbs: [
      { label: t('tabs.works'), url: url(classWorksPath(work.groupId)) },
      { label: title, url: url(workPath(work.id)) },
      { label: pupil.displayName },
    ],
    lead: leadWords(pupil, work, row, request),
    tag: row && (wasHandedIn(row) || isReady(work, row, request)) ? partTag(work, row, request) : undefined,
    neighbours: presentNeighbours(followed, pupilId, request),
    ...(await presentPartFiles(own, at, { asked: typed.file, isTeacher: mayGiveBack }, request)),
    filesTitle: t(row && wasHandedIn(row) ? 'giveBack.handedIn' : 'giveBack.begun'),
    noFiles: t(row && wasHandedIn(row) ? 'works.parts.noFile' : 'giveBack.nothing'),
    word: row?.word ?? '',
    // A head and teachers of last year read files and the note only once they are given back.
    returned: (mayGiveBack ? back : back.filter(({ readers }) => readers !== 'teachers')).map((file) => ({
      ...presentPartFile(file, at, request),
      canRemove: mayGiveBack && file.readers === 'teachers',
    })),
    answer: row?.answer ?? '',
    rounds: (await readRounds(row, request)).reverse().map((round) => roundModel(round, request)),
    undo: mayGiveBack && row ? presentUndo({ work, pupil, row }, request) : undefined,
    form: mayGiveBack ? presentForm({ work, pupil, row, word }, request, settings, typed) : undefined,
  };
}

/** Undefined once the pupil or their family was shown what came back, and when the part has changed since. */
function presentUndo(
  { work, pupil, row }: { readonly work: WorkRow; readonly pupil: Member; readonly row: WorkPupilRow },
  { t, url }: FileShareRequest,
): UndoForm | undefined {
  if (row.givenBackAt === null || !canUndo(row)) return undefined;
  const words = t('giveBack.unseen', { name: pupil.givenName });
  return { url: url(giveBackPath(work.id, pupil.id)), at: row.givenBackAt.toISOString(), words };
}

function rowOf({ progress }: FollowedWork, pupilId: string): ListedPart | undefined {
  const all = [...progress.asked, ...progress.left];
  return all.find((one) => one.pupilId === pupilId)?.row;
}

/** « CM2. Bien arrivé mardi 24 novembre à 14 h 02. » */
function leadWords(
  { level }: Member,
  { dueAt, closedAt }: WorkRow,
  row: WorkPupilRow | undefined,
  request: FileShareRequest,
): string {
  const { t, clock } = request;
  const isStillTheirs = row?.state === 'handedIn' && dueAt !== null && isUntil(clock.now(), dueAt) && closedAt === null;
  const words = [
    level,
    row?.handedInAt && wasHandedIn(row)
      ? t(row.late ? 'giveBack.receivedLate' : 'giveBack.received', { when: fullWhenWords(row.handedInAt, request) })
      : t(row?.state === 'started' ? 'giveBack.started' : 'giveBack.untouched'),
    isStillTheirs ? t('giveBack.mayTakeBack', { when: whenWords(dueAt, request) }) : undefined,
    row?.takenBackAt ? t(`giveBack.${takenBackKey(row)}`, { when: request.format.moment(row.takenBackAt) }) : undefined,
    row?.givenBackAt ? t('giveBack.givenAt', { when: request.format.moment(row.givenBackAt) }) : undefined,
  ];
  return words.flatMap((one) => (one ? [one.endsWith('.') ? one : `${one}.`] : [])).join(' ');
}

/** Whether a part that was taken back is the pupil's to change, or counts as handed in. */
function takenBackKey({ state }: Pick<WorkPupilRow, 'state'>): 'takenBack' | 'collected' {
  return state === 'handedIn' ? 'collected' : 'takenBack';
}

interface Corrected {
  readonly work: WorkRow;
  readonly pupil: Member;
  readonly row: WorkPupilRow | undefined;
  /** The word of the field, unless the form was refused. */
  readonly word: string;
}

function presentForm(
  { work, pupil, row, word }: Corrected,
  request: FileShareRequest,
  { maxFileSize }: Pick<Settings, 'maxFileSize'>,
  { fields, refusal, wordProblem, nextProblem, sureProblem }: Typed,
): GiveBackForm {
  const { t, url, clock, schoolYear } = request;
  const { isTheirTurn } = partStatus({ work, part: row, now: clock.now(), schoolYear });
  const isKept = row !== undefined && row.ready !== null;
  return {
    url: url(giveBackPath(work.id, pupil.id)),
    uploadUrl: url(returnedFilesPath(work.id, pupil.id)),
    revision: String(row?.revision ?? 0),
    answer: fields?.answer ?? word,
    next: fields ? fields.next : (row?.ready ?? (row?.state === 'corrected' ? 'corrected' : undefined)),
    givenName: pupil.givenName,
    againUntil: t('giveBack.againText'),
    kept: isKept ? t(isTheirTurn ? 'giveBack.waits' : 'giveBack.notSeen', { name: pupil.givenName }) : undefined,
    ...{ isTheirTurn, isSure: fields?.sure !== undefined },
    ...{ refusal, wordProblem, nextProblem, sureProblem },
    maxSize: request.format.bytes(maxFileSize),
  };
}
