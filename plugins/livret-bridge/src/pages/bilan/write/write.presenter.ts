// SPDX-License-Identifier: EUPL-1.2
import type { CurrentUser } from '@volee/core-adapter';
import type { Crumb, NeighbourLink } from '@volee/core-adapter/ui';
import { unworkedDomains } from '../../../domain/bilan/unworked-domains.js';
import { STEP_OF } from '../../../domain/board/state-step.js';
import type { LivretRequest } from '../../../brick-types.js';
import { bilanPath, changesPath, gridPath, HOME_PATH, signPath, subjectPath } from '../../../paths.js';
import { levelName } from '../../../domain/periods/period-name.js';
import { bilanName } from '../../../domain/read/name-words.js';
import type { UnsavedCell } from '../../../domain/save/save-form.js';
import { presentBank } from './bank.presenter.js';
import { CellPresenter, idOf } from './cell.presenter.js';
import { presentLine, presentOpened } from './opened.presenter.js';
import { isIn, presentSubjects, type ShownDomain } from './subjects.presenter.js';
import type { SubjectModel, WriteModel } from './write.model.js';
import type { WriteMaterial } from './write-material.js';

type Tools = Pick<LivretRequest, 'format' | 'school' | 'schoolYear' | 't' | 'url'> & {
  readonly user: Pick<CurrentUser, 'id'>;
};

/** The page on which one subject of a bilan is written. */
export function presentWrite(material: WriteMaterial, tools: Tools): WriteModel {
  const { row, catalogue, pupil, unsaved, elements: offered } = material;
  const { t, url, user, school } = tools;
  const cells = new CellPresenter(material, tools);
  const givenName = pupil?.givenName ?? '';
  const domains = shownDomains(material, cells);
  const subjects = presentSubjects(cells, { domains, givenName }, tools);
  const current = chooseSubject(subjects, material);
  const opened = presentOpened(cells, { code: current.code, domains, givenName, offered });
  const heading = opened.kind === 'domain' ? opened.domain.title : current.name;
  return {
    ...headOf(material, current.code, tools),
    ...{ pageTitle: t('bilan.pageTitle', { bilan: t('bilan.title', { name: givenName }), subject: heading }) },
    ...{ action: url(bilanPath(row.id)), changesUrl: url(changesPath(row.id)), personId: user.id },
    timeZone: school.timeZone,
    ...{ isReady: row.state === 'ready', signUrl: url(signPath(row.classId, row.period)) },
    wordOfHead: wordOfHead(material, tools),
    notes: notesOf(material, t),
    ...{ subjects, current, heading, opened },
    carried: [...unsaved.values()].filter(({ name }) => !isIn(current, name)).flatMap(fieldsOf),
    firstLeft: firstLeft(subjects, current, material),
    unworked: unworkedDomains(catalogue, (name) => cells.cell(name).value).flatMap(({ code }) =>
      subjects.filter((one) => one.code === code),
    ),
    scale: catalogue.scale,
    bank: presentBank(material, current.code, tools),
    newElementHint:
      row.level === null
        ? t('bilan.newElementHintNoLevel')
        : t('bilan.newElementHint', { level: levelName(row.level) }),
  };
}

/** The domains with lines that the class fills in, or that have a value all the same. */
function shownDomains({ catalogue, off }: WriteMaterial, cells: CellPresenter): readonly ShownDomain[] {
  return catalogue.domains
    .map((domain) => ({
      domain,
      lines: domain.lines
        .map((line) => presentLine(cells, line, off))
        .filter(({ value, isOff }) => value !== '' || !isOff),
    }))
    .filter(({ lines }) => lines.length > 0);
}

/** The subject of the address, but one with cells that were not saved goes first; by default the first one with something to do. */
function chooseSubject(subjects: readonly SubjectModel[], { unsaved, subject }: WriteMaterial): SubjectModel {
  const names = [...unsaved.keys()];
  const isUnsaved = (one: SubjectModel): boolean => names.some((name) => isIn(one, name));
  const wanted = subjects.filter(({ code }) => code === subject);
  const chosen =
    wanted.find((one) => names.length === 0 || isUnsaved(one)) ??
    subjects.find(isUnsaved) ??
    subjects.find(({ state }) => state === 'todo') ??
    subjects[0];
  if (!chosen) throw new Error('A bilan has at least its general appreciation.');
  return chosen;
}

/** The fields that send a cell again as it was typed. */
function fieldsOf({ name, typed, was, added }: UnsavedCell): WriteModel['carried'] {
  const mark = { name: `was.${name}`, value: was };
  if (!name.startsWith('elements:')) return [mark, { name, value: typed }];
  const ticked = typed.split('\n').filter((value) => value !== '' && value !== added);
  const isNew = added === '' ? [] : [{ name: name.replace('elements:', 'new:'), value: added }];
  return [mark, ...ticked.map((value) => ({ name, value })), ...isNew];
}

function firstLeft(
  subjects: readonly SubjectModel[],
  current: SubjectModel,
  { unsaved }: WriteMaterial,
): string | undefined {
  const first = subjects.find(({ state }) => state === 'todo');
  if (!first) return undefined;
  const cell = [...unsaved.keys()].find((name) => isIn(first, name)) ?? first.empty[0] ?? '';
  return `${first === current ? '' : first.url}#${idOf(cell)}`;
}

type Head = Pick<WriteModel, 'title' | 'crumbs' | 'previous' | 'next' | 'place' | 'way'>;

/** The pupil, their neighbours in the class, and the state of the bilan. */
function headOf(material: WriteMaterial, subject: string, { t, url, schoolYear }: Tools): Head {
  const { row, pupil, period, className, siblings, step } = material;
  const isCorrected = row.state === 'draft' && step !== undefined && step.what !== 'sentBack';
  const state = t(isCorrected ? 'state.correction' : `state.${row.state}`);
  const at = siblings.findIndex(({ id }) => id === row.id);
  const link = (one: { id: string; name: string } | undefined): NeighbourLink | undefined =>
    one && { name: one.name, url: url(subjectPath(one.id, subject)) };
  const ofClass: Crumb[] =
    className === undefined ? [] : [{ label: className, url: url(gridPath(row.classId, row.period)) }];
  const name = pupil?.displayName ?? '';
  const bilan = bilanName({ ...row, rhythm: period?.rhythm }, schoolYear, t);
  return {
    title: name,
    crumbs: [{ label: t('title'), url: url(HOME_PATH) }, ...ofClass, { label: name }],
    previous: at > 0 ? link(siblings[at - 1]) : undefined,
    next: at >= 0 ? link(siblings[at + 1]) : undefined,
    place: at >= 0 && siblings.length > 1 ? t('bilan.place', { at: at + 1, count: siblings.length }) : undefined,
    way: { at: STEP_OF[row.state], words: t('bilan.stands', { state, bilan }) },
  };
}

function notesOf({ unsaved, isBusy }: WriteMaterial, t: Tools['t']): WriteModel['notes'] {
  const all = [...unsaved.values()];
  const problems = all.filter(({ problem }) => problem !== undefined).length;
  const clashes = all.filter(({ other }) => other !== undefined).length;
  return [
    ...(problems > 0 ? [{ kind: 'bad' as const, text: t('bilan.problems', { count: problems }) }] : []),
    ...(clashes > 0 ? [{ kind: 'warn' as const, text: t('bilan.clashes', { count: clashes }) }] : []),
    ...(isBusy ? [{ kind: 'warn' as const, text: t('bilan.busy') }] : []),
  ];
}

function wordOfHead({ step }: WriteMaterial, { t, format }: Tools): WriteModel['wordOfHead'] {
  if (!step) return undefined;
  const values = { name: step.personName ?? t('bilan.theHead'), moment: format.past(step.at) };
  const by = t(step.what === 'sentBack' ? 'bilan.sentBack' : 'bilan.unlocked', values);
  return { by, word: step.word === null ? undefined : t('bilan.beforeQuote', { text: step.word }) };
}
