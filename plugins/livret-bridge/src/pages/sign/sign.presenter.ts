// SPDX-License-Identifier: EUPL-1.2
import { parseCell } from '../../domain/bilan/cell.js';
import { readCell } from '../../domain/bilan/cell-value.js';
import { contentOf } from '../../domain/bilan/content.js';
import { unworkedDomains } from '../../domain/bilan/unworked-domains.js';
import { isComplete } from '../../domain/bilan/what-is-missing.js';
import type { LivretRequest } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import type { ClassBilans, PupilBilan } from '../../domain/life/class-bilans.js';
import { missingOf } from '../../domain/life/missing-of.js';
import { tickValue } from '../../domain/life/ticked.js';
import { bilanPath, gridPath, HOME_PATH, readyClassPath, signPath } from '../../paths.js';
import type { OffLines } from '../../domain/periods/class-rows.js';
import { firstNames } from '../shared/first-names.js';
import { missingWords } from '../shared/missing-words.js';
import type { SignLine, SignModel, WaitingLine } from './sign.view.js';

/** The facts on the page of signing besides the bilans. */
export interface SignInput extends ClassBilans {
  readonly period: number;
  /** « 1er trimestre » */
  readonly periodName: string;
  readonly off: OffLines;
  readonly catalogues: Catalogues;
  /** The bilans in correction of which the family goes on reading the published text. */
  readonly readable: ReadonlySet<string>;
  readonly problem?: string | undefined;
}

type SignReader = Pick<LivretRequest, 't' | 'format' | 'url' | 'user' | 'clock' | 'authenticatedAt'>;

/** Presents the bilans: ready ones are offered, all ticked; drafts say what they need. */
export function presentSign(input: SignInput, reader: SignReader): SignModel {
  const { group, bilans, period, periodName, off, catalogues, problem } = input;
  const { t, format, url, user, clock, authenticatedAt } = reader;
  const state = (one: PupilBilan): boolean => isComplete(missingOf(one.row, catalogues, off));
  const lines = bilans.filter((one) => one.row.state === 'ready' && state(one));
  const waiting = bilans
    .filter(({ row }) => row.state === 'draft' || row.state === 'ready')
    .filter((one) => !lines.includes(one));
  return {
    crumbs: [
      { label: t('title'), url: url(HOME_PATH) },
      { label: group.name, url: url(gridPath(group.id, period)) },
      { label: t('sign.crumb') },
    ],
    title: t(lines.length === 0 ? 'sign.titleNone' : 'sign.title', { count: lines.length }),
    lead: t(lines.length === 0 ? 'sign.leadNone' : 'sign.lead', { period: periodName, group: group.name }),
    problem,
    proven: authenticatedAt && t('sign.proven', { when: format.past(authenticatedAt) }),
    formUrl: url(signPath(group.id, period)),
    readyUrl: url(readyClassPath(group.id, period)),
    unworked: unworkedWords(lines, catalogues, reader),
    lines: lines.map((one) => signLine(one, reader)),
    waiting: waiting.map((one) => waitingLine(one, input, reader)),
    complete: waiting.filter(state).length,
    families: familiesWords(lines, input.readable, t),
    signature: t('sign.signature', { name: user.displayName, day: format.day(clock.now()) }),
  };
}

function familiesWords(lines: readonly PupilBilan[], readable: SignInput['readable'], t: SignReader['t']): string {
  const count = lines.filter(({ row }) => readable.has(row.id)).length;
  if (count === 0) return t('sign.families');
  return count === lines.length ? t('sign.familiesCorrection') : `${t('sign.families')} ${t('sign.familiesBefore')}`;
}

/** The pupils with an assessed subject of which no element was ticked: a line of warning, since nothing asks for elements. */
function unworkedWords(
  lines: readonly PupilBilan[],
  catalogues: Catalogues,
  reader: Pick<SignReader, 't' | 'format'>,
): string | undefined {
  const names = lines.filter(({ row }) => isUnworked(row, catalogues)).map(({ pupil }) => pupil.displayName);
  return names.length === 0 ? undefined : reader.t('sign.unworked', { names: firstNames(names, reader) });
}

function isUnworked(row: PupilBilan['row'], catalogues: Catalogues): boolean {
  const [catalogue, content] = [catalogues.get(row.catalogue), contentOf(row)];
  return unworkedDomains(catalogue, (name) => readCell(content, parseCell(catalogue, name))).length > 0;
}

function signLine({ row, pupil }: PupilBilan, { t, url }: SignReader): SignLine {
  const count = [...row.positions].filter((position) => position >= '1' && position <= '4').length;
  const left = [...row.positions].filter((position) => position === 'N').length;
  return {
    name: pupil.displayName,
    tick: tickValue(row),
    positions: left === 0 ? String(count) : t('sign.notAssessed', { positions: count, count: left }),
    general: t('sign.quote', { text: row.general }),
    url: url(bilanPath(row.id)),
  };
}

function waitingLine({ row, pupil }: PupilBilan, { catalogues, off }: SignInput, { t, url }: SignReader): WaitingLine {
  const missing = missingOf(row, catalogues, off);
  return {
    name: pupil.displayName,
    isComplete: isComplete(missing),
    reason: isComplete(missing) ? t('sign.stillDraft') : missingWords(missing, t),
    url: url(bilanPath(row.id)),
  };
}
