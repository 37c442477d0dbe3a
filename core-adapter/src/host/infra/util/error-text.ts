// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../../../api/errors.js';
import { errorMessage } from './error-message.js';

/** The message of any thrown value, and the remedy of a `DomainError` after it: what operators read in one piece. */
export function errorText(error: unknown): string {
  return withRemedy(errorMessage(error), remedyOf(error));
}

export function remedyOf(error: unknown): string | undefined {
  return error instanceof DomainError ? error.remedy : undefined;
}

/** A sentence with its remedy after it. The remedy of a text of several lines has a line of its own. */
export function withRemedy(sentence: string, remedy: string | undefined): string {
  if (remedy === undefined) return sentence;
  return sentence.includes('\n') ? `${sentence}\n${remedy}` : `${ended(sentence)} ${remedy}`;
}

/** The remedy of an error, if it has one, and what to do after it. */
export function bothRemedies(first: string | undefined, second: string): string {
  return first === undefined ? second : `${first} ${second}`;
}

/** A sentence with the full stop that it may lack; a colon at its end leads nowhere. */
export function ended(sentence: string): string {
  const told = sentence.replace(/:$/, '');
  return /[.!?]$/.test(told) ? told : `${told}.`;
}
