// SPDX-License-Identifier: EUPL-1.2
import type { MessagingTexts } from '../../brick-types.js';
import type { Recipient } from '../rules/recipients.js';
import { LONGEST_BODY, LONGEST_SUBJECT } from '../message/message-text.js';

/** A sentence for each part of a form that keeps it from being sent or saved. */
export interface WriteProblems {
  readonly to?: string;
  readonly subject?: string;
  readonly body?: string;
  readonly reason?: string;
}

interface Content {
  readonly recipients: readonly Recipient[];
  readonly subject: string;
  readonly body: string;
}

/** Sentences about texts that are too long to be kept. */
export function lengthProblems({ subject, body }: Content, t: MessagingTexts): WriteProblems {
  return {
    ...(subject.length > LONGEST_SUBJECT && { subject: t('problem.longSubject', { count: LONGEST_SUBJECT }) }),
    ...(body.length > LONGEST_BODY && { body: t('problem.longBody', { most: LONGEST_BODY, count: body.length }) }),
  };
}

/** Sentences about texts that are too long or missing in a message to be sent; the subject may be missing. */
export function sendProblems(content: Content, t: MessagingTexts): WriteProblems {
  return {
    ...(content.recipients.length === 0 && { to: t('problem.noRecipient') }),
    ...(content.body === '' && { body: t('problem.noBody') }),
    ...lengthProblems(content, t),
  };
}

export function hasProblems(problems: WriteProblems): boolean {
  return Object.keys(problems).length > 0;
}
