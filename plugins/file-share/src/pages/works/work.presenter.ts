// SPDX-License-Identifier: EUPL-1.2
import { dayWords, pastWords } from '../../domain/time/when-words.js';
import type { FileShareRequest } from '../../brick-types.js';
import { editWorkPath, partPath, takeWorkPath, workPath } from '../../paths.js';
import { WorkRow } from '../../store/work.entity.js';
import { presentParts } from '../shared/works/parts.presenter.js';
import type { FollowedWork } from '../../domain/works/read-works.js';
import { hasTouchedPart } from '../../domain/works/save-work.js';
import { readPartFiles } from '../../domain/parts/part-files.js';
import { wallOf, workTag } from '../shared/works/work-words.js';
import type { EndModel, GivenModel, MissingModel, WorkModel } from '../shared/works/works.model.js';

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
    giveBack: mayHandOut && progress.ready > 0 ? t('works.giveBack.all', { count: progress.ready }) : undefined,
    missing: presentMissing(followed, mayHandOut, request),
    given: await presentGiven(followed, whole, request),
    ...(mayHandOut ? await presentEnds(followed, request) : { ends: [], stays: undefined }),
  };
}

/** « Donné le 16 novembre à toute la classe. En retard : accepté jusqu’à lundi 30. » */
function leadWords({ work, phase }: FollowedWork, whole: WorkRow | undefined, request: FileShareRequest): string {
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
  const isLateTaken = work.lateUntil !== null && phase !== 'over' && phase !== 'late';
  const late = isLateTaken && work.lateUntil && t('works.lead.late', { day: dayWords(work.lateUntil, request) });
  return [handed, late, chosenWords(work, whole, request)].filter(Boolean).join(' ');
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

function presentMissing(
  { work, phase, progress }: FollowedWork,
  mayHandOut: boolean,
  request: FileShareRequest,
): MissingModel | undefined {
  const { t, url } = request;
  const missing = progress.asked.filter(({ row }) => row === undefined || isMissing(row.state));
  if (phase === 'draft' || phase === 'coming' || !work.collects || missing.length === 0) return undefined;
  const reminded = missing.flatMap(({ row }) => row?.remindedAt ?? []).sort((one, other) => +other - +one)[0];
  const last = reminded === undefined ? '' : ` ${t('works.remind.last', { when: pastWords(reminded, request) })}`;
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
