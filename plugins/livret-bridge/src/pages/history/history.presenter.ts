// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import { shortDigest } from '../../domain/bilan/content.js';
import type { LivretRequest } from '../../brick-types.js';
import { isAsSigned } from '../../domain/bilan/hash-of-row.js';
import { bilanPath, HOME_PATH, keptPath, tracePath } from '../../paths.js';
import type { NamedPeriod } from '../../domain/periods/period-name.js';
import { stepWords } from '../shared/bilan/history.presenter.js';
import { bilanName } from '../../domain/read/name-words.js';
import type { BilanRow } from '../../store/bilan.entity.js';
import type { TraceRow } from '../../store/trace.entity.js';
import { hashOfKept, keptIn, type KeptPublication } from '../../domain/trace/kept-publication.js';
import type { Compared, HistoryModel, KeptModel, StepModel } from './history.view.js';

type Reader = Pick<LivretRequest, 't' | 'format' | 'url' | 'schoolYear'>;

export interface HistoryFacts {
  readonly row: BilanRow;
  readonly rhythm: NamedPeriod['rhythm'];
  readonly givenName: string;
  /** The steps, the last one first, without readings. */
  readonly steps: readonly TraceRow[];
  readonly persons: ReadonlyMap<string, Member>;
}

export function presentHistoryPage(facts: HistoryFacts, reader: Reader): HistoryModel {
  const { row, rhythm, givenName, steps, persons } = facts;
  const { t, url, schoolYear } = reader;
  const name = bilanName({ ...row, rhythm }, schoolYear, t);
  return {
    crumbs: [
      { label: t('title'), url: url(HOME_PATH) },
      { label: name, url: url(bilanPath(row.id)) },
      { label: t('history.title') },
    ],
    title: t('history.page', { name: givenName }),
    lead: t('history.lead', { bilan: name }),
    now: row.state === 'published' ? compared(isAsSigned(row), row.sha256, reader) : undefined,
    steps: steps.flatMap((step) => presentStep(step, persons, reader)),
    backUrl: url(bilanPath(row.id)),
  };
}

function presentStep(step: TraceRow, persons: HistoryFacts['persons'], reader: Reader): StepModel[] {
  const text = stepWords(step, persons, reader.t);
  if (text === undefined) return [];
  const { id, bilanId, at, what, word, sha256 } = step;
  const label = reader.t(what === 'moved' ? 'history.digestBefore' : 'history.digest');
  const kept = keptIn(step);
  return [
    {
      ...{ id, text, word, when: reader.format.dayAndTime(at) },
      digest: typeof sha256 === 'string' ? { label, sha256 } : undefined,
      kept: kept && {
        isSame: compareKept(step, kept, reader).isSame,
        url: reader.url(keptPath(bilanId, id)),
        label: reader.t('history.readKept'),
      },
    },
  ];
}

/** The page of one publication that ended. */
export function presentKept({ step, kept, rhythm, givenName }: KeptFacts, reader: Reader): KeptModel {
  const { t, format, url, schoolYear } = reader;
  const name = bilanName({ ...kept, rhythm }, schoolYear, t);
  const days = {
    from: kept.publishedAt === null ? '' : format.dayAndTime(new Date(kept.publishedAt)),
    until: format.dayAndTime(step.at),
  };
  return {
    crumbs: [
      { label: t('title'), url: url(HOME_PATH) },
      { label: name, url: url(bilanPath(step.bilanId)) },
      { label: t('history.title'), url: url(tracePath(step.bilanId)) },
      { label: t('history.kept') },
    ],
    title: t('history.keptTitle', { name: givenName }),
    lead: t('history.keptLead', { bilan: name, ...days }),
    compared: compareKept(step, kept, reader),
    digest: step.sha256 ?? '',
  };
}

export interface KeptFacts {
  readonly step: TraceRow;
  readonly kept: KeptPublication;
  readonly rhythm: NamedPeriod['rhythm'];
  readonly givenName: string;
}

function compareKept({ pupilId, sha256 = null }: TraceRow, kept: KeptPublication, reader: Reader): Compared {
  return compared(hashOfKept(pupilId, kept) === sha256, sha256, reader);
}

function compared(isSame: boolean, sha256: string | null, { t }: Pick<Reader, 't'>): Compared {
  const digest = shortDigest(sha256 ?? '');
  return { isSame, words: t(isSame ? 'history.same' : 'history.unlike', { digest }) };
}
