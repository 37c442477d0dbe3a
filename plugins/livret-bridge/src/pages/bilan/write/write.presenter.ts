// SPDX-License-Identifier: EUPL-1.2
import type { CurrentUser } from '@volee/core-adapter';
import type { Crumb } from '@volee/core-adapter/ui';
import { STEP_OF } from '../../../domain/board/state-step.js';
import type { LivretRequest } from '../../../brick-types.js';
import { linesOf, type CatalogueDomain, type CatalogueLine } from '../../../domain/catalogue/catalogue.js';
import { bilanPath, changesPath, gridPath, HOME_PATH, PHRASES_PATH, signPath } from '../../../paths.js';
import { capital } from '../../../domain/periods/capital.js';
import { levelName } from '../../../domain/periods/period-name.js';
import { phraseFor } from '../../../domain/phrases/phrase-for.js';
import { bilanName } from '../../../domain/read/name-words.js';
import { CellPresenter } from './cell.presenter.js';
import { whatIsLeft } from './what-is-left.js';
import type {
  DomainModel,
  ParcoursModel,
  PicksModel,
  PupilLink,
  WriteModel,
  LineModel,
  TextModel,
} from './write.model.js';
import type { WriteMaterial } from './write-material.js';
import { parseCell } from '../../../domain/bilan/cell.js';
import { textLimit } from '../../../domain/save/text-limit.js';

type Tools = Pick<LivretRequest, 'format' | 'schoolYear' | 't' | 'url'> & { readonly user: Pick<CurrentUser, 'id'> };

/** The page on which a bilan is written. */
export function presentWrite(material: WriteMaterial, tools: Tools): WriteModel {
  const { row, catalogue, pupil, unsaved, elements, off } = material;
  const { t, url, user } = tools;
  const cells = new CellPresenter(material, tools);
  const name = pupil?.givenName ?? '';
  const domains = catalogue.domains.map((domain) => {
    const newElement = unsaved.get(`elements:${domain.code}`)?.added ?? '';
    return presentDomain(cells, domain, { off, offered: elements.get(domain.code) ?? [], newElement });
  });
  const general = presentText(cells, 'general', { label: t('bilan.generalLabel', { name }), rows: 5 });
  const shown = domains.filter(({ lines }) => lines.length > 0);
  return {
    ...heading(material, name, tools),
    ...{ action: url(bilanPath(row.id)), changesUrl: url(changesPath(row.id)), personId: user.id },
    way: { at: STEP_OF[row.state], words: t(`state.${row.state}`) },
    ...{ isReady: row.state === 'ready', signUrl: url(signPath(row.classId, row.period)) },
    wordOfHead: wordOfHead(material, tools),
    notes: notesOf(material, t),
    left: whatIsLeft(shown, general, t),
    clashes: clashesOf(material, cells),
    before: quoteBefore(material, tools),
    scale: catalogue.scale,
    cards: shown.filter(({ lines }) => lines.length > 1),
    others: shown.filter(({ lines }) => lines.length === 1),
    parcours: catalogue.parcours.map((one) => presentParcours(cells, one)),
    general,
    word: presentText(cells, 'word', {
      ...{
        label: t('bilan.word', { name }),
        aside: t('bilan.wordOptional'),
        hint: t('bilan.wordHint', { name }),
        rows: 3,
      },
    }),
    strengths: presentStrengths(cells, shown),
    phrases: material.phrases.map((phrase) => phraseFor(phrase, name)),
    phrasesUrl: url(PHRASES_PATH),
    newElementHint:
      row.level === null
        ? t('bilan.newElementHintNoLevel')
        : t('bilan.newElementHint', { level: levelName(row.level) }),
    childTitle: t('bilan.child', { name }),
  };
}

type Heading = Pick<WriteModel, 'title' | 'lead' | 'crumbs' | 'previous' | 'next'>;

function heading(material: WriteMaterial, name: string, { t, url, schoolYear }: Tools): Heading {
  const { row, pupil, period, className, siblings } = material;
  const at = siblings.findIndex(({ id }) => id === row.id);
  const link = (one: { id: string; name: string } | undefined): PupilLink | undefined =>
    one && { name: one.name, url: url(bilanPath(one.id)) };
  const ofClass: Crumb[] =
    className === undefined ? [] : [{ label: className, url: url(gridPath(row.classId, row.period)) }];
  return {
    title: t('bilan.title', { name }),
    lead: t('bilan.lead', { bilan: capital(bilanName({ ...row, rhythm: period?.rhythm }, schoolYear, t)) }),
    crumbs: [{ label: t('title'), url: url(HOME_PATH) }, ...ofClass, { label: pupil?.displayName ?? name }],
    previous: at > 0 ? link(siblings[at - 1]) : undefined,
    next: at >= 0 ? link(siblings[at + 1]) : undefined,
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

function clashesOf({ unsaved }: WriteMaterial, cells: CellPresenter): WriteModel['clashes'] {
  return [...unsaved.keys()]
    .map((name) => cells.cell(name))
    .flatMap(({ id, clash }) => (clash ? [{ id, label: clash.title }] : []));
}

function quoteBefore({ before }: WriteMaterial, { t, url, format }: Tools): WriteModel['before'] {
  if (!before || before.general === '') return undefined;
  const { signedAs, signedAt } = before;
  const by = [signedAs, signedAt && format.day(signedAt)].filter((one) => one !== null && one !== undefined);
  return { quote: t('bilan.beforeQuote', { text: before.general }), by: by.join(', '), url: url(bilanPath(before.id)) };
}

function wordOfHead({ step }: WriteMaterial, { t, format }: Tools): WriteModel['wordOfHead'] {
  if (!step) return undefined;
  const values = { name: step.personName ?? t('bilan.theHead'), moment: format.past(step.at) };
  const by = t(step.what === 'sentBack' ? 'bilan.sentBack' : 'bilan.unlocked', values);
  return { by, word: step.word === null ? undefined : t('bilan.beforeQuote', { text: step.word }) };
}

function presentParcours(
  cells: CellPresenter,
  { code, label }: { readonly code: string; readonly label: string },
): ParcoursModel {
  return { code, label, text: presentText(cells, `parcours:${code}`, { label, rows: 2 }) };
}

/** A teacher chooses among the lines of the page. */
function presentStrengths(cells: CellPresenter, shown: readonly DomainModel[]): PicksModel {
  const cell = cells.cell('strengths');
  const chosen = cell.value.split(' ').filter((code) => code !== '');
  const names = shown.flatMap(({ lines }) => lines.map(({ name }) => name));
  const lines = linesOf(cells.material.catalogue).filter(({ code }) => names.includes(code) || chosen.includes(code));
  const inOrder = [...lines].sort((a, b) => rank(chosen, a.code) - rank(chosen, b.code));
  return {
    ...cell,
    legend: cells.tools.t('bilan.strengthsHint'),
    picks: inOrder.map(({ code, strong }) => ({ value: code, label: strong, checked: chosen.includes(code) })),
    count: chosen.length,
  };
}

/** Chosen lines come first, in the order in which they were chosen. */
function rank(chosen: readonly string[], code: string): number {
  const at = chosen.indexOf(code);
  return at < 0 ? chosen.length : at;
}

/** The lines of a domain that the class fills in, and its elements and its appreciation. */
function presentDomain(
  cells: CellPresenter,
  { code, label, lines }: CatalogueDomain,
  { off, offered, newElement }: { off: readonly string[]; offered: readonly string[]; newElement: string },
): DomainModel {
  const { t } = cells.tools;
  const shown = lines.map((line) => presentLine(cells, line, off)).filter(({ value, isOff }) => value !== '' || !isOff);
  return {
    ...{ code, title: label, newElement },
    lines: shown,
    elements: presentElements(cells, { code, label, offered, newElement }),
    text: presentText(cells, `text:${code}`, {
      label: t('bilan.appreciation', { domain: label }),
      aside: t('bilan.optional'),
      rows: 3,
    }),
  };
}

function presentLine(cells: CellPresenter, { code, label }: CatalogueLine, off: readonly string[]): LineModel {
  const [cell, isOff] = [cells.cell(code), off.includes(code)];
  return { ...cell, label, isOff, isMissing: cell.value === '' && !isOff };
}

function presentElements(
  cells: CellPresenter,
  { code, label, offered, newElement }: { code: string; label: string; offered: readonly string[]; newElement: string },
): PicksModel {
  const cell = cells.cell(`elements:${code}`);
  const ticked = cell.value.split('\n').filter((one) => one !== '' && one !== newElement);
  // Ticked ones come first in their own order: the form then sends an unchanged list unchanged.
  const all = [...new Set([...ticked, ...offered])];
  return {
    ...cell,
    legend: cells.tools.t('bilan.elementsOf', { domain: label }),
    picks: all.map((one) => ({ value: one, label: one, checked: ticked.includes(one) })),
    count: ticked.length,
  };
}

/** A text of a bilan, with its limit. */
function presentText(
  cells: CellPresenter,
  name: string,
  { label, aside, hint, rows }: { label: string; aside?: string; hint?: string; rows: number },
): TextModel {
  const { catalogue } = cells.material;
  const limit = textLimit(catalogue, parseCell(catalogue, name)) ?? 0;
  return { ...cells.cell(name), label, aside, hint, rows, limit };
}
