// SPDX-License-Identifier: EUPL-1.2
import { dayOf, NotFoundError, timeOf, type Group, type Member } from '@volee/core-adapter';
import { fileKind, type Tick } from '@volee/core-adapter/ui';
import { capital, dayWords, fullWhenWords } from '../../domain/time/when-words.js';
import type { FileShareRequest } from '../../brick-types.js';
import { classWorksPath, editWorkPath, newWorkPath, workPath, WORKS_PATH } from '../../paths.js';
import type { Settings } from '../../settings.js';
import type { WorkRow } from '../../store/work.entity.js';
import { audienceValue } from '../../domain/works/plan-work.js';
import type { WorkPlan, WorkProblems } from '../../domain/works/work-plan.js';
import type { WorkFields } from '../../domain/works/work.input.js';
import { readPartFiles } from '../../domain/parts/part-files.js';
import { REMOVED, WORK_FOLDERS, type WorkFolder, type WorkRoot } from '../../domain/works/work-folders.js';
import type {
  AudienceChoice,
  GivenFile,
  GivenFiles,
  WorkFormModel,
  EffectPoint,
  WorkEffect,
} from './work-form.model.js';

export interface WorkFormState {
  readonly groupId: string;
  /** Undefined for a work that was not kept yet. */
  readonly work: WorkRow | undefined;
  /** The pupils of the class now. */
  readonly members: readonly Member[];
  /** The pupils who were picked or have seen the work. */
  readonly known: readonly string[];
  readonly fields: WorkFields;
  readonly plan: WorkPlan;
  readonly problems: WorkProblems;
  readonly refusal?: string | undefined;
}

export async function presentWorkForm(
  state: WorkFormState,
  request: FileShareRequest,
  { maxFileSize }: Pick<Settings, 'maxFileSize'>,
): Promise<WorkFormModel> {
  const { groupId, work, members, known, fields, plan, problems, refusal } = state;
  const { t, url } = request;
  const isHandedOut = work !== undefined && !work.isDraft;
  const title = t(isHandedOut ? 'works.change' : 'works.new');
  const group = await groupOfForm(groupId, request);
  const isClass = group.kind === 'class';
  return {
    title,
    lead: t(isClass ? 'works.lead.class' : 'works.lead.group', { group: group.name }),
    crumbs: [
      { label: t('tabs.works'), url: url(WORKS_PATH) },
      { label: group.name, url: url(classWorksPath(groupId)) },
      ...(work ? [{ label: work.title || t('works.untitled'), url: url(workPath(work.id)) }] : []),
      { label: t(isHandedOut ? 'works.changeShort' : 'works.newShort') },
    ],
    url: url(work ? editWorkPath(work.id) : newWorkPath(groupId)),
    ...{ fields, problems, refusal, isHandedOut, isKept: work !== undefined, dueFrom: dueFrom(work, request) },
    audiences: presentAudiences(members, group, request),
    pupils: members.map((pupil) => presentTick(pupil, fields, known)),
    absent: await absentNames(members, known, request),
    files: await presentFiles(work, request),
    most: { bytes: maxFileSize, words: t('upload.tooLarge', { size: request.format.bytes(maxFileSize) }) },
    effect: await presentEffect(plan, pupilsOf(plan, members), request),
    kept: work?.isDraft ? t('works.kept', { when: keptWords(work, request) }) : undefined,
  };
}

/** The groups are those that the permission was checked with: they cost no statement more. */
async function groupOfForm(groupId: string, { access }: Pick<FileShareRequest, 'access'>): Promise<Group> {
  const group = (await access.groups('handOut')).find(({ id }) => id === groupId);
  if (!group) throw new NotFoundError('Works are handed out in a group of this school year.');
  return group;
}

/** Today, or the day that the work has already, where that is over. */
function dueFrom(
  work: WorkRow | undefined,
  { school: { timeZone }, clock }: Pick<FileShareRequest, 'school' | 'clock'>,
): string {
  const today = clock.today();
  const before = work?.dueAt ? dayOf(work.dueAt, timeZone) : today;
  return before < today ? before : today;
}

export function fieldsOf(
  work: WorkRow,
  pupilIds: readonly string[],
  { school: { timeZone }, clock }: Pick<FileShareRequest, 'school' | 'clock'>,
): WorkFields {
  const isNow = work.isDraft && work.visibleFrom <= clock.now();
  return {
    ...{ title: work.title, text: work.text, for: audienceValue(work), pupils: [...pupilIds], shown: [] },
    visible: work.visibleFrom <= clock.now() ? 'now' : 'day',
    visibleOn: dayOf(isNow ? clock.now() : work.visibleFrom, timeZone),
    collects: work.collects ? 'true' : undefined,
    dueOn: work.dueAt ? dayOf(work.dueAt, timeZone) : '',
    dueAt: work.dueAt ? timeOf(work.dueAt, timeZone) : '',
    late: work.lateUntil ? 'true' : undefined,
    ...{ version: work.changedAt.toISOString(), do: 'keep' },
  };
}

function pupilsOf({ audience, level, pupilIds }: WorkPlan, members: readonly Member[]): string[] {
  if (audience === 'picked') return [...pupilIds];
  const meant = audience === 'class' ? members : members.filter((pupil) => pupil.level === level);
  return meant.map(({ id }) => id);
}

/** The class, each of its levels when it has several, or pupils one by one. */
function presentAudiences(
  members: readonly Member[],
  { kind, name: group }: Group,
  { t }: Pick<FileShareRequest, 't'>,
): AudienceChoice[] {
  const levels = [...new Set(members.flatMap(({ level }) => level ?? []))].sort();
  const count = (level: string): number => members.filter((pupil) => pupil.level === level).length;
  return [
    {
      value: 'class',
      label: t(kind === 'class' ? 'works.for.class' : 'works.for.group', { group }),
      detail: t('works.for.count', { count: members.length }),
    },
    ...(levels.length > 1 ? levels : []).map((level) => ({
      value: `level:${level}`,
      label: t('works.for.level', { level }),
      detail: t('works.for.count', { count: count(level) }),
    })),
    { value: 'picked', label: t('works.for.picked'), detail: t('works.for.oneByOne') },
  ];
}

/** A pupil who has the work and has come back since the form was shown is ticked: nobody has unticked them. */
function presentTick(
  { id, displayName, level }: Member,
  { pupils, shown }: WorkFields,
  known: readonly string[],
): Tick {
  const isBack = shown.length > 0 && !shown.includes(id) && known.includes(id);
  return { value: id, label: displayName, detail: level ?? undefined, checked: isBack || pupils.includes(id) };
}

/** The pupils who keep the work and are not in the class at the moment. */
async function absentNames(
  members: readonly Member[],
  known: readonly string[],
  { t, directory }: Pick<FileShareRequest, 't' | 'directory'>,
): Promise<string | undefined> {
  const here = new Set(members.map(({ id }) => id));
  const absent = known.filter((id) => !here.has(id));
  const persons = await directory.persons(absent);
  const names = absent.flatMap((id) => persons.get(id)?.displayName ?? []);
  return names.length === 0 ? undefined : t('works.for.absent', { names: names.join(', ') });
}

async function presentFiles(work: WorkRow | undefined, request: FileShareRequest): Promise<GivenFiles[]> {
  const { t, format } = request;
  const files = await readPartFiles(work ? [work.id] : [], request);
  const lines = (folder: WorkRoot, said: WorkFolder | 'removed'): GivenFile[] =>
    files(work?.id, folder).map(({ id, name, bytes }) => ({
      ...{ ...fileKind(name), id, name },
      detail: t(`works.files.${said}Detail`, { size: format.bytes(bytes) }),
    }));
  return WORK_FOLDERS.map((use) => ({ use, lines: lines(use, use), removed: lines(REMOVED[use], 'removed') }));
}

function keptWords({ changedAt }: WorkRow, request: FileShareRequest): string {
  const { t, school, clock } = request;
  const isToday = dayOf(changedAt, school.timeZone) === clock.today();
  return isToday ? t('works.keptAt', { hour: request.format.hour(changedAt) }) : request.format.moment(changedAt);
}

type EffectRequest = Pick<FileShareRequest, 't' | 'format' | 'clock' | 'school' | 'directory'>;

/** The effect of handing out a work: for how many pupils and families, from which day, and until when it can be changed. */
async function presentEffect(plan: WorkPlan, pupilIds: readonly string[], request: EffectRequest): Promise<WorkEffect> {
  const { t, clock, directory } = request;
  const isLater = plan.visibleFrom > clock.now();
  const guardians = [...(await directory.guardiansOf(pupilIds)).values()].flat();
  const families = new Set(guardians.map(({ id }) => id)).size;
  return {
    title: isLater ? capital(request.format.weekdayAndDay(plan.visibleFrom)) : t('works.effect.now'),
    figures: [
      { value: pupilIds.length, label: t('works.effect.pupils', { count: pupilIds.length }) },
      { value: families, label: t('works.effect.families', { count: families }) },
    ],
    points: presentPoints(plan, request),
    button: buttonWords(plan, pupilIds.length, request),
  };
}

function presentPoints(plan: WorkPlan, request: EffectRequest): EffectPoint[] {
  const { t } = request;
  const due = plan.dueAt && capital(fullWhenWords(plan.dueAt, request));
  const late = plan.lateUntil && request.format.weekdayAndDay(plan.lateUntil);
  return [
    { icon: 'lock-fill', text: t('works.effect.own') },
    ...(due ? [{ icon: 'clock-fill', text: t('works.effect.due', { due }) }] : []),
    ...(late ? [{ icon: 'hourglass-split', text: t('works.effect.late', { day: late }) }] : []),
    { icon: 'arrow-counterclockwise', text: t('works.effect.change') },
  ];
}

/** « Donner aux 11 CM1 lundi 30 » */
function buttonWords(plan: WorkPlan, count: number, request: EffectRequest): string {
  const { t, clock } = request;
  const { audience, level } = plan;
  const words =
    audience === 'level'
      ? t('works.handOut.level', { count, level: level ?? '' })
      : t('works.handOut.pupils', { count });
  return plan.visibleFrom > clock.now()
    ? t('works.handOut.later', { words, day: dayWords(plan.visibleFrom, request) })
    : words;
}
