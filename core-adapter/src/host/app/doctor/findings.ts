// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../../../api/check.js';
import { DomainError } from '../../../api/errors.js';
import { errorMessage } from '../../infra/util/error-message.js';

export function good(sentence: string): Finding {
  return { state: 'good', sentence };
}

export function warn(sentence: string, remedy: string): Finding {
  return { state: 'warn', sentence, remedy };
}

export function bad(sentence: string, remedy: string): Finding {
  return { state: 'bad', sentence, remedy };
}

const NO_REMEDY = 'Look into the log of what is named here, then run "volee doctor" again.';

/** A bad finding with the message and the remedy of an error. */
export function findingOf(error: unknown): Finding {
  const message = errorMessage(error);
  if (!(error instanceof DomainError)) return bad(`It failed in a way that nobody foresaw (${message}).`, NO_REMEDY);
  const [sentence, remedy = NO_REMEDY] = apart(message);
  return bad(sentence, remedy);
}

/**
 * Splits a message into the problem and its remedy, which follows the first semicolon or begins the second sentence. Text in brackets,
 * often of another program, is not split.
 */
export function apart(message: string): [sentence: string, remedy?: string] {
  const end = hideBrackets(message).search(/; |\. (?=[A-Z])/);
  return end === -1 ? [whole(message)] : [whole(message.slice(0, end)), whole(message.slice(end + 2))];
}

/** Masks text in brackets, nested ones too, and keeps the length; an unclosed bracket masks the rest. */
function hideBrackets(text: string): string {
  const hidden = text.replace(/\([^()]*\)/g, (brackets) => '_'.repeat(brackets.length));
  return hidden === text ? text.replace(/\([^]*$/, (rest) => '_'.repeat(rest.length)) : hideBrackets(hidden);
}

/** A sentence with its capital; a name before a colon, such as the id of a brick, stays as it is written. */
function whole(text: string): string {
  return ended(/^\S+: /.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1));
}

/** With the full stop that a sentence lacks; a colon at its end leads nowhere. */
export function ended(text: string): string {
  const bare = text.replace(/:$/, '');
  return /[.!?]$/.test(bare) ? bare : `${bare}.`;
}
