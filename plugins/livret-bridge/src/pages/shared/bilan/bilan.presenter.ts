// SPDX-License-Identifier: EUPL-1.2
import type { LivretTexts, LivretRequest } from '../../../brick-types.js';
import type { CatalogueDomain } from '../../../domain/catalogue/catalogue.js';
import { isUnnamed } from '../../../domain/catalogue/unnamed-catalogue.js';
import type { BilanModel, DomainModel, LineModel } from './bilan.model.js';
import { highlightsOf } from './highlights.js';
import { positionsByCode, type ReadableBilan } from '../../../domain/read/readable-bilan.js';

/** The parts of a request that presenters write sentences with. */
export type Words = Pick<LivretRequest, 't' | 'format'>;

/** The content of a bilan, the same for all its readers. */
export function presentBilan(bilan: ReadableBilan, words: Words): BilanModel {
  const { catalogue, content, signedAs, givenName, digest } = bilan;
  const { t } = words;
  const domains = presentDomains(bilan, t);
  const isSmall = ({ lines, text, elements }: DomainModel): boolean =>
    lines.length < 2 && text === '' && elements.length === 0;
  const texts = new Map(Object.entries(content.parcours));
  return {
    wordTitle: signedAs === null ? t('read.wordUnsigned') : t('read.word', { name: signedAs }),
    general: content.general,
    signed: signedLine(bilan, words),
    digest: digest === null ? undefined : t('read.digest', { digest }),
    unnamed: isUnnamed(catalogue) ? t('read.unnamed') : undefined,
    scaleLead: t('read.scaleLead', { name: givenName }),
    scale: catalogue.scale.map(({ value, label }) => ({ value, label: objectives(label, t) })),
    domains: domains.filter((one) => !isSmall(one)),
    others: domains.filter(isSmall).flatMap(({ lines }) => lines),
    parcours: catalogue.parcours.flatMap(({ code, label }) => {
      const text = texts.get(code);
      return text === undefined ? [] : { label, text };
    }),
  };
}

/** « Objectifs atteints » in the legend, where the official label is the adjective alone. */
function objectives(label: string, t: LivretTexts): string {
  const isAdjective = /^(non |partiellement )?(atteints|dépassés)$/i.test(label);
  return isAdjective ? t('read.objectives', { label: label.toLowerCase() }) : label;
}

function presentDomains(bilan: ReadableBilan, t: LivretTexts): DomainModel[] {
  const { catalogue, content } = bilan;
  const texts = new Map(Object.entries(content.texts));
  const elements = new Map(Object.entries(content.elements));
  const present = linePresenter(bilan, t);
  return catalogue.domains
    .map(({ code, label, lines }) => ({
      ...{ code, label, lines: lines.flatMap(present) },
      ...{ text: texts.get(code) ?? '', elements: elements.get(code) ?? [] },
    }))
    .filter(({ lines, text, elements: worked }) => lines.length + worked.length > 0 || text !== '');
}

function linePresenter(bilan: ReadableBilan, t: LivretTexts): (line: CatalogueDomain['lines'][number]) => LineModel[] {
  const values = positionsByCode(bilan.catalogue, bilan.content.positions);
  const labels = new Map(bilan.catalogue.scale.map(({ value, label }) => [value as string, label]));
  const { next, progress } = highlightsOf(bilan);
  const isAmong = (all: typeof next, code: string): boolean => all.some(({ line }) => line.code === code);
  return ({ code, label }) => {
    const value = values.get(code);
    if (value === undefined) return [];
    const said = labels.get(value) ?? '';
    const more = isAmong(progress, code) ? 'read.up' : 'read.now';
    const hasMore = isAmong(progress, code) || isAmong(next, code);
    return [{ code, label, value, words: hasMore ? t(more, { said }) : said }];
  };
}

function signedLine({ signedAs, signedAt, visaAs, visaAt }: ReadableBilan, { t, format }: Words): string | undefined {
  if (signedAs === null || signedAt === null) return undefined;
  const signed = { name: signedAs, day: format.day(signedAt) };
  if (visaAs === null || visaAt === null) return t('read.signed', signed);
  return t('read.signedVisa', { ...signed, head: visaAs, visaDay: format.day(visaAt) });
}
