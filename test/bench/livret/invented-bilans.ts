// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { Row } from '../consoles/insert-rows.js';
import { bodyOf } from '../messaging/invented-texts.js';
import { CATALOGUE, CYCLE3, CYCLE3_LINES, DOMAINS, FIRST_YEAR, LINE_CODES, LINES } from './livret-catalogue.js';
import { CM2_CLASSES, type LivretSchools } from './livret-schools.js';

/** The school year of the bench. */
export const YEAR = 2026;

/** The period that is written, and the one that is opened. */
export const WRITTEN = 4;
export const OPENED = 5;

/** The number of bilans of each pupil who goes to a collège: three in CM1 and three in CM2. */
export const HANDED = 6;

/** An école that handed bilans over last year, and has left the platform since. */
const FORMER_SCHOOL = '0399999Z';

/** The end of copies about pupils who were in CM2 in the year before: 1 August in France, three years after it began. */
const UNTIL = new Date('2028-07-31T22:00:00Z');

interface Maker {
  readonly newId: (at: Date) => string;
  readonly now: Date;
}

interface Which {
  readonly pupilId: string;
  readonly classId: string;
  readonly year: number;
  readonly period: number;
  readonly level: string;
}

/** The periods, bilans and copies of the bench, by the names of their tables. */
export function inventLivrets(maker: Maker, { ecole, college }: LivretSchools): ReadonlyMap<string, readonly Row[]> {
  const cm2 = ecole.classes.slice(0, CM2_CLASSES);
  const published = cm2.flatMap(({ id: classId, pupilIds }) =>
    pupilIds.flatMap((pupilId) =>
      sixBilans(YEAR).map((at) => bilan(maker, ecole.uai, { ...at, pupilId, classId }, true)),
    ),
  );
  const written = ecole.classes
    .slice(CM2_CLASSES)
    .flatMap(({ id: classId, pupilIds }) =>
      pupilIds.map((pupilId) =>
        bilan(maker, ecole.uai, { pupilId, classId, year: YEAR, period: WRITTEN, level: 'CM1' }, false),
      ),
    );
  const handed = college.sixth.pupilIds.flatMap((pupilId) =>
    sixBilans(YEAR - 1).map((at) => copy(maker, college.uai, { ...at, pupilId, classId: '' })),
  );
  return new Map([
    ['livret_bridge_period', [YEAR - 1, YEAR].flatMap((year) => periods(maker, ecole.uai, year))],
    ['livret_bridge_bilan', [...published, ...written]],
    ['livret_bridge_handed', handed],
  ]);
}

/** Three bilans in CM1 and three in CM2. */
function sixBilans(cm2Year: number): Pick<Which, 'year' | 'period' | 'level'>[] {
  return [cm2Year - 1, cm2Year].flatMap((year) =>
    Array.from({ length: HANDED / 2 }, (_, index) => ({
      ...{ year, period: index + 1, level: year === cm2Year ? 'CM2' : 'CM1' },
    })),
  );
}

function periods({ newId, now }: Maker, school: string, year: number): Row[] {
  const days = [`${year}-08-01`, `${year}-11-01`, `${year + 1}-01-01`, `${year + 1}-03-01`, `${year + 1}-05-01`];
  return days.map((startsOn, index) => {
    const endsOn = `${(days[index + 1] ?? `${year + 1}-07-03`).slice(0, 8)}02`;
    return { id: newId(now), school, year, rhythm: 'P5', period: index + 1, count: 5, startsOn, endsOn, dueOn: endsOn };
  });
}

/** A whole bilan: each position, and 400 characters in each domain. Its keys are sorted. */
function content({ pupilId, year, period }: Which, lines: number): Record<string, unknown> {
  const pupil = Number.parseInt(pupilId.slice(-6), 16);
  const term = year * OPENED + period;
  const positions = Array.from({ length: lines }, (_, line) => position(pupil * 31 + line * 17, year)).join('');
  const texts = [...DOMAINS].sort().map((code, index) => [code, bodyOf(pupil + term + index)] as const);
  return {
    ...{ elements: {}, general: bodyOf(pupil + 50), parcours: {}, positions, strengths: [] },
    ...{ texts: Object.fromEntries(texts), word: bodyOf(pupil + 60) },
  };
}

/** A position in CM1 or CM2: out of ten, four rise, one falls, and one was never assessed. */
function position(seed: number, year: number): string {
  const [turn, first] = [seed % 10, 1 + (seed % 3)];
  if (turn === 9) return 'N';
  const isLater = year > FIRST_YEAR + 1 || (year > FIRST_YEAR && seed % 2 === 0);
  if (!isLater || turn > 4) return String(first);
  return String(turn === 4 ? Math.max(1, first - 1) : first + 1);
}

function bilan({ newId, now }: Maker, school: string, which: Which, isPublished: boolean): Row {
  const { pupilId, year, period, level } = which;
  const held = content(which, LINES);
  const signed = JSON.stringify([pupilId, year, period, level, CATALOGUE, inPairs(held)]);
  const by = { signedAs: 'Adèle Ancelin', signedAt: now, visaAs: 'Hugo Girod', visaAt: now, publishedAt: now };
  const json = (name: string): string => JSON.stringify(held[name]);
  return {
    ...{ ...which, id: newId(now), school, kind: 'periodic', catalogue: CATALOGUE, revision: LINES },
    ...{ positions: held['positions'], general: held['general'], word: held['word'] },
    ...{ texts: json('texts'), elements: json('elements'), strengths: json('strengths'), parcours: json('parcours') },
    ...{ state: isPublished ? 'published' : 'draft', writers: isPublished ? '{}' : writers(pupilId, now) },
    ...(isPublished && { ...by, sha256: createHash('sha256').update(signed).digest('hex') }),
  };
}

/** Names and values, as the digest of a signature takes objects. */
function inPairs(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value).map(([name, one]) => [name, inPairs(one)]);
}

/** The writer of each cell and of each text. */
function writers(by: string, now: Date): string {
  const cells = [...DOMAINS.map((code) => `text:${code}`), ...LINE_CODES, 'general', 'word'];
  return JSON.stringify(Object.fromEntries(cells.map((cell) => [cell, { by, at: now.toISOString() }])));
}

function copy({ newId, now }: Maker, school: string, which: Which): Row {
  const { pupilId, year, period, level } = which;
  const held = content(which, CYCLE3_LINES);
  const about = { shape: 1, cm2Year: YEAR - 1, year, period, count: 5, rhythm: 'P5', level, catalogue: CYCLE3 };
  return {
    ...{ id: newId(now), school, pupilId, fromSchool: FORMER_SCHOOL, fromName: 'École des Tilleuls, Arbenne' },
    ...{ key: `${year}-periodic-${period}`, revision: 1, year, period, catalogue: CYCLE3 },
    ...{ positions: held['positions'], content: JSON.stringify({ ...about, content: held }) },
    ...{ receivedAt: now, until: UNTIL },
  };
}
