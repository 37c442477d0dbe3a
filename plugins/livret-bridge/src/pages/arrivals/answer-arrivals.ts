// SPDX-License-Identifier: EUPL-1.2
import type { LivretRequest, LivretTexts } from '../../brick-types.js';
import type { Answer } from './arrivals-fields.js';

/** The number of pupils that were accepted and refused, and of those that were no longer offered. */
export interface Answered {
  readonly accepted: number;
  readonly refused: number;
  readonly gone: number;
}

type AnsweringRequest = Pick<LivretRequest, 'db' | 'handOver' | 't'>;

/**
 * Accepts the ticked pupils of one école and refuses the others that the page showed, unless these are answered later.
 * Pupils that were recalled or answered since the page was shown are left out.
 * @throws ConflictError when one of them is recalled or answered at the same time: nothing is answered then
 */
export async function answerArrivals(answer: Answer, { db, handOver, t }: AnsweringRequest): Promise<Answered> {
  const { from, shown, pupil: ticked, reason, word } = answer;
  const open = (await handOver.offered()).filter((one) => one.state === 'offered' && one.from.uai === from);
  const isOpen = (id: string): boolean => open.some(({ pupilId }) => pupilId === id);
  const rest = reason === 'later' ? [] : shown.filter((id) => !ticked.includes(id));
  const [accepted, refused] = [ticked.filter(isOpen), rest.filter(isOpen)];
  const parcelsOf = (pupilIds: readonly string[]): readonly string[] =>
    open.filter(({ pupilId }) => pupilIds.includes(pupilId)).map(({ id }) => id);
  await db.transaction(async () => {
    if (accepted.length > 0) await handOver.accept(parcelsOf(accepted));
    if (refused.length > 0) await handOver.refuse(parcelsOf(refused), reasonText({ reason, word }, t));
  });
  const gone = ticked.length + rest.length - accepted.length - refused.length;
  return { accepted: accepted.length, refused: refused.length, gone };
}

const WORDS = { elsewhere: 'arrivals.elsewhere', unknown: 'arrivals.unknown' } as const;

/** The reason as the école reads it. */
function reasonText({ reason, word }: Pick<Answer, 'reason' | 'word'>, t: LivretTexts): string {
  const said = reason === 'elsewhere' || reason === 'unknown' ? t(WORDS[reason]) : '';
  return [said, word].filter((part) => part !== '').join('. ');
}
