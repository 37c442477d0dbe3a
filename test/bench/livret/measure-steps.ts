// SPDX-License-Identifier: EUPL-1.2
import { middleOf } from '../measure/percentiles.js';
import { pathOf } from './grid-of-class.js';
import { HANDED, OPENED } from './invented-bilans.js';
import type { LivretPlace } from './livret-place.js';
import { CM2_CLASSES } from './livret-schools.js';

/** Medians over rounds, in milliseconds. */
export interface OpeningTaken {
  readonly bilans: number;
  readonly opened: number;
}

/** Lets the head open a period for all classes, and measures that. The first round is not counted. */
export async function measureOpening(place: LivretPlace, rounds: number): Promise<OpeningTaken> {
  const { uai, headId, classes } = place.ecole;
  const head = await place.client(headId);
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const { milliseconds } = await head.form(pathOf(uai, '/periods'), [['open', String(OPENED)]]);
    if (round > 0) times.push(milliseconds);
    await place.tell({ kind: 'closePeriod', uai });
  }
  return { bilans: classes.flatMap(({ pupilIds }) => pupilIds).length, opened: middleOf(times) };
}

/** Medians over rounds, in milliseconds. */
export interface HandingTaken {
  readonly pupils: number;
  readonly offered: number;
  readonly accepted: number;
  /** The time of the job that delivers to the collège, after the answer to its head. */
  readonly delivered: number;
  /** The time of all three. */
  readonly whole: number;
}

/**
 * Measures a handover: the head of an école offers the bilans of the pupils in CM2, the head of the collège accepts all, and a job
 * delivers.
 */
export async function measureHanding(place: LivretPlace, rounds: number): Promise<HandingTaken> {
  const { ecole, college } = place;
  const [from, to] = [await place.client(ecole.headId), await place.client(college.headId)];
  const pupils = ecole.classes.slice(0, CM2_CLASSES).flatMap(({ pupilIds }) => pupilIds);
  const fields = (name: string) => pupils.map((id) => [name, id] as const);
  const taken: Omit<HandingTaken, 'pupils'>[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const offer = [['do', 'offer'], ['to', college.uai], ...fields('pupil')] as const;
    const { milliseconds: offered } = await from.form(pathOf(ecole.uai, '/hand-over'), offer);
    const answer = [['from', ecole.uai], ['reason', 'later'], ['word', ''], ...fields('shown'), ...fields('pupil')];
    const { milliseconds: accepted } = await to.form(pathOf(college.uai, '/arrivals'), answer as [string, string][]);
    const begun = performance.now();
    await place.tell({ kind: 'runJobs' });
    const delivered = performance.now() - begun;
    const arrived = await place.count({ kind: 'arrived', uai: ecole.uai });
    if (arrived !== pupils.length * HANDED) throw new Error(`Of ${pupils.length * HANDED} bilans ${arrived} arrived.`);
    if (round > 0) taken.push({ offered, accepted, delivered, whole: offered + accepted + delivered });
    await place.tell({ kind: 'forgetParcels', uai: ecole.uai });
  }
  const middle = (figure: keyof Omit<HandingTaken, 'pupils'>): number => middleOf(taken.map((one) => one[figure]));
  return {
    ...{ pupils: pupils.length, offered: middle('offered'), accepted: middle('accepted') },
    ...{ delivered: middle('delivered'), whole: middle('whole') },
  };
}
