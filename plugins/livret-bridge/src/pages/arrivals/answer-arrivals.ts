// SPDX-License-Identifier: EUPL-1.2
import type { LivretRequest, LivretTexts } from '../../brick-types.js';
import type { Answer } from './arrivals.input.js';

interface OfferedPupil {
  readonly id: string;
  readonly name: string;
}

/** The pupils of an answer, without those that are no longer offered. */
export interface Sorted {
  /** The name of the école; empty when nothing of it is offered any more. */
  readonly school: string;
  readonly accepted: readonly OfferedPupil[];
  readonly refused: readonly OfferedPupil[];
  /** Neither accepted nor refused yet. */
  readonly later: readonly OfferedPupil[];
  /** The number of pupils that were answered or recalled since the page was shown. */
  readonly gone: number;
}

type AnsweringRequest = Pick<LivretRequest, 'db' | 'handOver' | 't'>;

/** Sorts the pupils of one école by the answer. Those recalled or answered since the page was shown are left out. */
export async function sortArrivals(answer: Answer, request: Pick<AnsweringRequest, 'handOver'>): Promise<Sorted> {
  return sorted(answer, await offeredBy(answer.from, request));
}

/**
 * Accepts the ticked pupils of one école and refuses the others that the page showed, unless these are answered later.
 * @returns the pupils as they were before: a refused parcel is listed no more
 * @throws ConflictError when one of them is recalled or answered at the same time: nothing is answered then
 */
export async function answerArrivals(answer: Answer, { db, handOver, t }: AnsweringRequest): Promise<Sorted> {
  const open = await offeredBy(answer.from, { handOver });
  const pupils = sorted(answer, open);
  const parcelsOf = (those: readonly OfferedPupil[]): readonly string[] =>
    open.filter(({ pupilId }) => those.some(({ id }) => id === pupilId)).map(({ id }) => id);
  await db.transaction(async () => {
    if (pupils.accepted.length > 0) await handOver.accept(parcelsOf(pupils.accepted));
    if (pupils.refused.length > 0) await handOver.refuse(parcelsOf(pupils.refused), reasonText(answer, t));
  });
  return pupils;
}

/** The reason as the école reads it. */
export function reasonText({ reason, word }: Pick<Answer, 'reason' | 'word'>, t: LivretTexts): string {
  const said = reason === 'elsewhere' || reason === 'unknown' ? t(`arrivals.${reason}`) : '';
  return [said, word].filter((part) => part !== '').join('. ');
}

type Offered = Awaited<ReturnType<AnsweringRequest['handOver']['offered']>>;

async function offeredBy(uai: string, { handOver }: Pick<AnsweringRequest, 'handOver'>): Promise<Offered> {
  return (await handOver.offered()).filter(({ state, from }) => state === 'offered' && from.uai === uai);
}

function sorted({ shown, pupil: ticked, reason }: Answer, open: Offered): Sorted {
  const names = new Map(open.map(({ pupilId, pupilName }) => [pupilId, pupilName]));
  const stillOpen = (ids: readonly string[]): OfferedPupil[] =>
    ids.flatMap((id) => {
      const name = names.get(id);
      return name === undefined ? [] : [{ id, name }];
    });
  const unticked = shown.filter((id) => !ticked.includes(id));
  const isLater = reason === 'later';
  const [accepted, rest] = [stillOpen(ticked), stillOpen(unticked)];
  return {
    school: open[0]?.from.name ?? '',
    accepted,
    refused: isLater ? [] : rest,
    later: isLater ? rest : [],
    gone: ticked.length - accepted.length + (isLater ? 0 : unticked.length - rest.length),
  };
}
