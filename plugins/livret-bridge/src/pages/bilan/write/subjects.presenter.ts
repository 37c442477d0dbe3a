// SPDX-License-Identifier: EUPL-1.2
import type { LivretRequest } from '../../../brick-types.js';
import type { CatalogueDomain } from '../../../domain/catalogue/catalogue.js';
import { PARTS } from '../../../domain/bilan/subject.js';
import { subjectPath } from '../../../paths.js';
import type { CellPresenter } from './cell.presenter.js';
import type { LineModel, SubjectModel } from './write.model.js';

type Tools = Pick<LivretRequest, 't' | 'url'>;

/** A domain with the lines that the page shows. */
export interface ShownDomain {
  readonly domain: CatalogueDomain;
  readonly lines: readonly LineModel[];
}

/** Longer names of domains do not fit in the list: it shows their short names. */
const LONGEST_NAME = 24;

/** The list of the subjects of a bilan: its domains, the parcours, the general appreciation and the page of the pupil. */
export function presentSubjects(
  cells: CellPresenter,
  { domains, givenName }: { readonly domains: readonly ShownDomain[]; readonly givenName: string },
  tools: Tools,
): readonly SubjectModel[] {
  const { t } = tools;
  const written = t('bilan.state.written');
  const parcours = cells.material.catalogue.parcours.map(({ code }) => `parcours:${code}`);
  const ofDomain = {
    done: t('bilan.state.done'),
    one: t('bilan.state.toFill', { count: 1 }),
    todo: t('bilan.state.toFill', { count: 2 }).replace('2', '{count}'),
  };
  const all = [
    ...domains.map(({ domain: { code, label, short }, lines }) => ({
      ...{ code, name: label.length > LONGEST_NAME ? short : label, said: ofDomain },
      cells: lines.flatMap(({ name, isOff }) => (isOff ? [] : [name])),
    })),
    {
      ...{ code: PARTS.parcours, name: t('bilan.parcours'), cells: parcours },
      said: { done: written, none: t('bilan.state.nothing') },
    },
    {
      ...{ code: PARTS.general, name: t('bilan.general'), cells: ['general'] },
      said: { done: written, one: t('bilan.state.toWrite'), todo: t('bilan.state.toWrite') },
    },
    {
      ...{ code: PARTS.child, name: t('bilan.child', { name: givenName }), cells: ['word', 'strengths'] },
      said: { done: written, none: t('bilan.state.free') },
    },
  ];
  return all
    .filter((one) => one.code !== PARTS.parcours || parcours.length > 0)
    .map((one) => presentSubject(cells, one, tools));
}

type Listed = Pick<SubjectModel, 'code' | 'name' | 'cells'> & { readonly said: Omit<SubjectModel['said'], 'choose'> };

function presentSubject(cells: CellPresenter, { said, ...one }: Listed, { t, url }: Tools): SubjectModel {
  const { row, unsaved } = cells.material;
  const empty = one.cells.filter((name) => cells.cell(name).value.trim() === '');
  const waits = [...unsaved].some(([name, { other, problem }]) => (other ?? problem) !== undefined && isIn(one, name));
  const all = { ...said, choose: t('bilan.state.choose') };
  const state = waits ? 'todo' : stateOf(one.cells, empty, said.none !== undefined);
  const words = waits ? all.choose : (all[state === 'todo' && empty.length === 1 ? 'one' : state] ?? '');
  return {
    ...{ ...one, empty, state, said: all, url: url(subjectPath(row.id, one.code)) },
    words: words.replace('{count}', String(empty.length)),
  };
}

function stateOf(cells: readonly string[], empty: readonly string[], isOptional: boolean): SubjectModel['state'] {
  if (isOptional) return empty.length === cells.length ? 'none' : 'done';
  return empty.length === 0 ? 'done' : 'todo';
}

/** Whether a cell belongs to a subject: one of its own, or the text or the elements of its domain. */
export function isIn({ code, cells }: Pick<SubjectModel, 'code' | 'cells'>, name: string): boolean {
  return cells.includes(name) || name.endsWith(`:${code}`);
}
