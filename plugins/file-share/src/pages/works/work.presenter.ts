// SPDX-License-Identifier: EUPL-1.2
import { againWhen, dueWords } from '../../domain/parts/part-words.js';
import { isUntil } from '../../domain/time/is-until.js';
import { dayWords } from '../../domain/time/when-words.js';
import type { FileShareRequest } from '../../brick-types.js';
import { editWorkPath, partPath, takeWorkPath, workPath } from '../../paths.js';
import { WorkRow } from '../../store/work.entity.js';
import { presentParts } from '../shared/works/parts.presenter.js';
import type { FollowedWork } from '../../domain/works/read-works.js';
import type { ListedWork } from '../../domain/works/listed-columns.js';
import { isReady } from '../../domain/works/work-progress.js';
import { hasTouchedPart } from '../../domain/works/save-work.js';
import { readPartFiles } from '../../domain/parts/part-files.js';
import { wallOf, workTag } from '../shared/works/work-words.js';
import type {
  EndModel,
  GiveBackModel,
  GivenModel,
  MissingModel,
  PartLine,
  WorkModel,
} from '../shared/works/works.model.js';

/** One work, for users who follow the class. */
export async function presentWork(
  followed: FollowedWork,
  mayHandOut: boolean,
  request: FileShareRequest,
): Promise<WorkModel> {
  const { work, phase, progress } = followed;
  const { t, url, format } = request;
  const whole = await request.db.repository(WorkRow).findOne({ where: { id: work.id } });
  const { lines, bytes } = await presentParts(followed, mayHandOut, request);
  const isReadable = lines.length > 0;
  return {
    title: work.title || t('works.untitled'),
    isDraft: phase === 'draft',
    tag: workTag(work, phase, progress, request),
    lead: leadWords(followed, whole, request),
    actUrl: mayHandOut ? url(workPath(work.id)) : undefined,
    editUrl: mayHandOut ? url(editWorkPath(work.id)) : undefined,
    wall: wallOf(work, phase, progress, request),
    parts: lines,
    partsTitle: t('works.parts.title', { count: lines.length }),
    take: isReadable
      ? { url: url(takeWorkPath(work.id)), label: t('works.take', { size: format.bytes(bytes) }) }
      : undefined,
    giveBack: mayHandOut ? presentGiveBack(followed, lines, request) : undefined,
    missing: presentMissing(followed, mayHandOut, request),
    given: await presentGiven(followed, whole, request),
    ...(mayHandOut ? await presentEnds(followed, request) : { ends: [], stays: undefined }),
  };
}

/** « Donné le 16 novembre à toute la classe. À rendre pour jeudi 26 à 16 h. En retard : accepté jusqu’à dimanche 29. » */
function leadWords(followed: FollowedWork, whole: WorkRow | undefined, request: FileShareRequest): string {
  const { work, phase } = followed;
  const { t, format } = request;
  if (phase === 'draft') return t('works.lead.draft');
  const to =
    work.audience === 'class'
      ? t('works.to.class')
      : work.audience === 'level'
        ? t('works.to.level', { level: work.level ?? '' })
        : t('works.to.picked');
  const handed =
    phase === 'coming'
      ? t('works.lead.coming', { day: request.format.weekdayAndDay(work.visibleFrom), to })
      : t('works.lead.handedOut', { day: format.day(work.visibleFrom), to });
  const due = phase !== 'over' && dueSentence(work, request);
  const isLateTaken = work.lateUntil !== null && phase !== 'over' && phase !== 'late';
  const late = isLateTaken && work.lateUntil && t('works.lead.late', { day: dayWords(work.lateUntil, request) });
  return [handed, due, late, againSentence(followed, request), chosenWords(work, whole, request)]
    .filter(Boolean)
    .join(' ');
}

/** « À rendre pour jeudi 10 décembre à 18 h. », and the day that has passed while late work is taken. */
function dueSentence({ collects, dueAt }: ListedWork, request: FileShareRequest): string {
  if (!collects || dueAt === null) return '';
  const when = dueWords(dueAt, request);
  return request.t(isUntil(request.clock.now(), dueAt) ? 'works.lead.due' : 'works.lead.wasDue', { when });
}

/** « 1 élève le refait dès que possible, sans date limite. »: the days before are those of the others. */
function againSentence({ work, progress: { asked } }: FollowedWork, request: FileShareRequest): string {
  const count = asked.filter(({ row }) => row?.state === 'again').length;
  const isTaken = work.collects && work.closedAt === null && work.year >= request.schoolYear;
  return count > 0 && isTaken ? request.t('works.lead.again', { count, when: againWhen(work, request) }) : '';
}

/** Why pupils read another day than the one that a teacher chose, before the form refused days after the school year. */
function chosenWords(
  { dueAt }: FollowedWork['work'],
  stored: WorkRow | undefined,
  { t, format }: FileShareRequest,
): string {
  const chosen = stored?.dueAt;
  if (!chosen || !dueAt || chosen <= dueAt) return '';
  return t('works.lead.chosen', { chosen: format.day(chosen), day: format.day(dueAt) });
}

/** « Corrigé pour Inès Renaud. À refaire pour Tom Jacquot. »: the parts that go back together, by what becomes of them. */
function presentGiveBack(
  { work, progress }: FollowedWork,
  lines: readonly PartLine[],
  request: FileShareRequest,
): GiveBackModel | undefined {
  const { t, format } = request;
  const rows = [...progress.asked, ...progress.left].flatMap(({ row }) => row ?? []);
  const ready = rows.filter((row) => isReady(work, row, request));
  if (ready.length === 0) return undefined;
  // A prepared part may never have been handed in: the list of the others does not name it.
  const named = new Map([
    ...lines.map(({ pupilId, name }) => [pupilId, name] as const),
    ...progress.asked.map(({ pupil }) => [pupil.id, pupil.displayName] as const),
  ]);
  const effects = (['corrected', 'again'] as const).flatMap((next) => {
    const ids = new Set(ready.flatMap((row) => (row.ready === next ? [row.pupilId] : [])));
    const names = [...named].flatMap(([id, name]) => (ids.has(id) ? [name] : []));
    return names.length > 0 ? [t(`works.giveBack.${next}`, { names: format.list(names) })] : [];
  });
  return { label: t('works.giveBack.all', { count: progress.ready }), effects };
}

function presentMissing(
  { work, phase, progress }: FollowedWork,
  mayHandOut: boolean,
  request: FileShareRequest,
): MissingModel | undefined {
  const { t, url } = request;
  const missing = progress.asked.filter(({ row }) => row === undefined || isMissing(row.state));
  if (phase === 'draft' || phase === 'coming' || !work.collects || missing.length === 0) return undefined;
  const reminded = missing.flatMap(({ row }) => row?.remindedAt ?? []).sort((one, other) => +other - +one)[0];
  const last = reminded === undefined ? '' : ` ${t('works.remind.last', { when: request.format.moment(reminded) })}`;
  return {
    title: t('works.missing.title', { count: missing.length }),
    pupils: missing.map(({ pupil, row }) => ({
      ...{ id: pupil.id, name: pupil.displayName, hasBegun: row?.state === 'started' },
      url: url(partPath(work.id, pupil.id)),
    })),
    hasBegun: missing.some(({ row }) => row?.state === 'started'),
    remind: mayHandOut && phase !== 'over' ? t('works.remind.button', { count: missing.length }) : undefined,
    reminded: `${t('works.remind.effect', { count: missing.length })}${last}`,
  };
}

function isMissing(state: string): boolean {
  return state === 'given' || state === 'started';
}

async function presentGiven(
  { work }: FollowedWork,
  whole: WorkRow | undefined,
  request: FileShareRequest,
): Promise<GivenModel> {
  const files = await readPartFiles([work.id], request);
  const names = (use: 'read' | 'fill'): string[] => files(work.id, use).map(({ name }) => name);
  return { read: names('read'), fill: names('fill'), text: whole?.text ?? '' };
}

/**
 * The actions that end a work: a draft may be deleted, a work that nobody has begun and nobody has corrected may be withdrawn, and any
 * other work may be ended.
 */
async function presentEnds(
  { work, phase, progress }: FollowedWork,
  { t, db }: FileShareRequest,
): Promise<Pick<WorkModel, 'ends' | 'stays'>> {
  const end = (action: EndModel['action'], icon: string): EndModel => ({
    ...{ action, icon, label: t(`works.end.${action}`), text: t(`works.end.${action}Text`) },
  });
  if (phase === 'draft') return { ends: [end('delete', 'trash')], stays: undefined };
  if (work.closedAt !== null) return { ends: [end('reopen', 'unlock')], stays: undefined };
  const begun = progress.started === 0 ? '' : ` ${t('works.end.closeBegun', { count: progress.started })}`;
  const ending = end('close', 'lock');
  const close = phase === 'over' ? [] : [{ ...ending, text: `${ending.text}${begun}` }];
  if (!(await hasTouchedPart(work, { db }))) {
    return { ends: [end('withdraw', 'arrow-counterclockwise'), ...close], stays: undefined };
  }
  const hasBegun = progress.handedIn + progress.started + progress.left.length > 0;
  return { ends: close, stays: t(hasBegun ? 'works.end.begun' : 'works.end.prepared') };
}
