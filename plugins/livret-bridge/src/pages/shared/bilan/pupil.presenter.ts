// SPDX-License-Identifier: EUPL-1.2
import type { LivretKey, LivretTexts } from '../../../brick-types.js';
import { levelName, periodName } from '../../../domain/periods/period-name.js';
import { presentBilan, type Words } from './bilan.presenter.js';
import { bilanName } from '../../../domain/read/name-words.js';
import { highlightsOf, type Placed } from './highlights.js';
import { lineIcon } from './line-icon.js';
import type { PupilModel } from './pupil.view.js';
import type { StrongPoint } from './strong.view.js';
import type { BilanBefore, ReadableBilan } from '../../../domain/read/readable-bilan.js';

/** The lead by the number of strong points. */
const LEADS: readonly LivretKey[] = ['child.lead', 'child.strong1', 'child.strong2', 'child.strong3'];
/** The number of periods of a year, by rhythm. */
const PERIODS_IN = { T: 3, S: 2, P5: 5 } as const;
const COLOURS = ['files', 'agenda', 'plum'] as const;

export function presentPupil(bilan: ReadableBilan, schoolYear: number, words: Words): PupilModel {
  const { t } = words;
  const { strong, next, progress } = highlightsOf(bilan);
  const whole = presentBilan(bilan, words);
  const {
    givenName: name,
    signedAs,
    content: { word },
  } = bilan;
  const hasStrong = strong.length > 0;
  const named = (key: LivretKey, unsigned: LivretKey): string =>
    signedAs === null ? t(unsigned) : t(key, { name: signedAs });
  return {
    title: t(hasStrong ? 'child.bravo' : 'child.title', { name }),
    lead: t(LEADS[strong.length] ?? 'child.lead', { bilan: childName(bilan, schoolYear, t) }),
    strong: strong.map(presentStrong),
    word: word === '' ? undefined : { title: named('child.word', 'child.wordUnsigned'), text: word },
    next: next.map(({ line }) => ({ icon: lineIcon(line.code), text: line.next })),
    progress: progress.map((one) => presentProgress(one, bilan, t)),
    // The general appreciation speaks of the child to their parents, and says so. The page of a child shows no digest.
    bilan: { ...whole, wordTitle: named('child.general', 'child.generalUnsigned'), digest: undefined },
    allLead: t('child.allLead', { name }),
    help: named('child.helpNamed', 'child.help'),
  };
}

/** The name of a bilan for its pupil: « Ton bilan de fin de CM1 » for the last period of a year, as a child would call it. */
function childName(bilan: ReadableBilan, schoolYear: number, t: LivretTexts): string {
  const { period, rhythm, level } = bilan;
  const isLast = rhythm !== undefined && period === PERIODS_IN[rhythm];
  return isLast && level !== null ? t('child.endOf', { level: levelName(level) }) : bilanName(bilan, schoolYear, t);
}

function presentStrong({ line: { code, strong, label }, value }: Placed, index: number): StrongPoint {
  return { code, sentence: strong, label, rows: value, colour: COLOURS[index] ?? 'files' };
}

function presentProgress(
  { line: { code, label }, value, was = value }: Placed,
  bilan: ReadableBilan,
  t: LivretTexts,
): PupilModel['progress'][number] {
  const when = bilan.before ? whenBefore(bilan.before, bilan, t) : '';
  return { code, label, value: String(value), words: t('child.grew', { when, count: was, now: value }) };
}

/** « En CM1 », « Au 1er trimestre » */
function whenBefore(before: BilanBefore, { year }: Pick<ReadableBilan, 'year'>, t: LivretTexts): string {
  const { level, rhythm = 'P5' } = before;
  if (before.year !== year) {
    return level === null ? t('child.lastYear') : t('child.inLevel', { level: levelName(level) });
  }
  return t(rhythm === 'P5' ? 'child.inPart' : 'child.inTerm', { period: periodName(before, t) });
}
