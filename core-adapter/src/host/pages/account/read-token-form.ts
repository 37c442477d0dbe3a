// SPDX-License-Identifier: EUPL-1.2
import { textOf } from '../../http/read-query.js';
import { TOKEN_ENDS, type TokenEnd } from './account-tokens.model.js';
import { endAfterDays, type TokenChoice } from '../../domain/tokens/token-choice.js';

/** A form as it was sent. */
export interface SentForm {
  readonly name: string;
  readonly brickIds: readonly string[];
  readonly end: TokenEnd;
}

export const EMPTY_FORM: SentForm = { name: '', brickIds: [], end: '365' };

/** Values that the form never sends are read as no choice. */
export function readTokenForm(body: unknown): SentForm {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
  const bricks = [sent['bricks']].flat().filter((one): one is string => typeof one === 'string');
  const end = TOKEN_ENDS.find((one) => one === sent['end']) ?? EMPTY_FORM.end;
  return { name: textOf(sent, 'name'), brickIds: bricks, end };
}

export function choiceOf({ name, brickIds, end }: SentForm, timeZone: string, now: Date): TokenChoice {
  return { name, brickIds, endsAt: end === 'never' ? null : endAfterDays(Number(end), timeZone, now) };
}
