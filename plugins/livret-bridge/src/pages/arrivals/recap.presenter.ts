// SPDX-License-Identifier: EUPL-1.2
import type { LivretRequest } from '../../brick-types.js';
import { ARRIVALS_PATH, HOME_PATH } from '../../paths.js';
import type { Answer } from './arrivals.input.js';
import { reasonText, type Sorted } from './answer-arrivals.js';

/** The names of an answer to an école, before it is given. */
export interface RecapModel {
  readonly title: string;
  /** « 2 acceptés » : « Inès Renaud et Tom Brenot » */
  readonly facts: readonly { readonly title: string; readonly names: string; readonly why?: string }[];
  /** « Accepter 2 livrets et en refuser 1 » */
  readonly button: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly url: string;
  readonly homeUrl: string;
}

type RecapRequest = Pick<LivretRequest, 't' | 'format' | 'url'>;

export function presentRecap(answer: Answer, sorted: Sorted, { t, format, url }: RecapRequest): RecapModel {
  const { accepted, refused, later, school } = sorted;
  const namesOf = (pupils: Sorted['accepted']): string => format.list(pupils.map(({ name }) => name));
  const facts = [
    { title: t('arrivals.willAccept', { count: accepted.length }), pupils: accepted },
    { title: t('arrivals.willRefuse', { count: refused.length }), pupils: refused, why: reasonText(answer, t) },
    { title: t('arrivals.later'), pupils: later },
  ];
  const { from, shown, pupil, reason, word } = answer;
  return {
    title: t('arrivals.recap', { school }),
    facts: facts
      .filter(({ pupils }) => pupils.length > 0)
      .map(({ title, pupils, why }) => ({ title, names: namesOf(pupils), ...(why !== undefined && { why }) })),
    button: buttonOf(accepted.length, refused.length, t),
    fields: [
      ['from', from],
      ...shown.map((id) => ['shown', id] as const),
      ...pupil.map((id) => ['pupil', id] as const),
      ['reason', reason],
      ['word', word],
    ],
    ...{ url: url(ARRIVALS_PATH), homeUrl: url(HOME_PATH) },
  };
}

function buttonOf(accepted: number, refused: number, t: LivretRequest['t']): string {
  if (accepted === 0) return t('arrivals.refuse', { count: refused });
  const accept = t('arrivals.accept', { count: accepted });
  return refused === 0 ? accept : `${accept} ${t('arrivals.refuseToo', { count: refused })}`;
}
