// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import { asSentence } from '../../domain/read/as-sentence.js';
import { levelName } from '../../domain/periods/period-name.js';
import type { Words } from '../shared/bilan/bilan.presenter.js';
import { correctionNotice } from '../shared/bilan/correction-words.js';
import { bilanName } from '../../domain/read/name-words.js';
import { waits, type FamilyBilan } from '../../domain/home/family-bilans.js';
import type { BilanLine, ChildModel, GuardianHomeModel } from './guardian-home.view.js';

export interface GuardianHomeFacts {
  readonly children: readonly Member[];
  readonly bilans: readonly FamilyBilan[];
  readonly schoolYear: number;
  url(path: string): string;
}

export function presentGuardianHome(facts: GuardianHomeFacts, words: Words): GuardianHomeModel {
  const { children, bilans } = facts;
  const { t } = words;
  const waiting = bilans.filter(waits).length;
  return {
    lead: waiting > 0 ? t('family.waiting', { count: waiting }) : t(quietLead(bilans)),
    children: children.map((child) => presentChild(child, facts, words)),
  };
}

/** The lead when nothing waits for the user: bilans that another school handed over are not confirmed here. */
function quietLead(bilans: readonly FamilyBilan[]): 'family.allRead' | 'family.handed' | 'family.nothing' {
  const open = bilans.filter(({ path }) => path !== undefined);
  if (open.length === 0) return 'family.nothing';
  return open.every(({ fromName }) => fromName !== undefined) ? 'family.handed' : 'family.allRead';
}

function presentChild(child: Member, facts: GuardianHomeFacts, words: Words): ChildModel {
  const { id, displayName, givenName, level } = child;
  const own = facts.bilans.filter(({ pupilId }) => pupilId === id);
  return {
    ...{ id, displayName, name: givenName },
    level: level === null ? undefined : levelName(level),
    bilans: own.map((one) => presentLine(one, facts, words)),
    empty: words.t('family.empty', { name: givenName }),
  };
}

function presentLine(bilan: FamilyBilan, { bilans, schoolYear, url }: GuardianHomeFacts, words: Words): BilanLine {
  const { t } = words;
  const title = bilanName(bilan, schoolYear, t);
  const isNext = bilan === bilans.find(waits);
  const link = bilan.path === undefined ? undefined : { url: url(bilan.path), label: t('family.read'), isNext };
  return { title, detail: detailOf(bilan, schoolYear, words), tag: tagOf(bilan, words), link };
}

function detailOf(bilan: FamilyBilan, schoolYear: number, words: Words): string {
  const { publishedAt, fromName, correction, isInCorrection, isFormer } = bilan;
  const { t, format } = words;
  if (fromName !== undefined) return t('family.from', { school: fromName });
  if (isFormer) return t('former.line');
  if (isInCorrection && correction) {
    return correctionNotice({ row: bilan, correction, isPupil: false }, { ...words, schoolYear });
  }
  if (publishedAt === null) return '';
  const published = t('family.published', { day: format.day(publishedAt) });
  return correction
    ? `${published} ${t('family.corrected', { word: asSentence(correction.step.word ?? '') })}`
    : published;
}

function tagOf(bilan: FamilyBilan, { t, format }: Words): BilanLine['tag'] {
  const { path, isRead, confirmedAt, isInCorrection } = bilan;
  if (isInCorrection) {
    const label = t(path === undefined ? 'family.tagWithdrawn' : 'family.tagCorrecting');
    return { kind: 'plain', icon: 'pencil', label };
  }
  if (waits(bilan)) {
    return isRead
      ? { kind: 'warn', icon: 'pen-fill', label: t('confirm.tag') }
      : { kind: 'warn', icon: 'stars', label: t('family.tagNew') };
  }
  if (confirmedAt === undefined) return undefined;
  return { kind: 'good', icon: 'check-lg', label: t('family.tagConfirmed', { day: format.day(confirmedAt) }) };
}
