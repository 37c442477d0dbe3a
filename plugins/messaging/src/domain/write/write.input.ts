// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Recipient } from '../rules/recipients.js';
import { visible } from '../message/message-text.js';
import { recipientFields, recipientKey, recipientKeyField, recipientsOf } from './recipient.input.js';

const LONGEST_SEARCH = 80;
export const LONGEST_REASON = 200;
/** The largest number of a column of integers. */
const LAST_TURN = 2_147_483_647;

const search = z.string().trim().max(LONGEST_SEARCH).optional();
const tick = z.literal('true').optional();

/** A search among people and groups, and the recipients chosen so far. */
export const writeQuery = z.object({
  ...{ q: search, urgent: tick },
  /** For pupils: whether the page is for adults only. */
  to: z.enum(['adults']).optional(),
  ...recipientFields,
});
export const draftQuery = z.object({ q: search, urgent: tick, attach: tick, said: tick });
export const draftParams = z.object({ id: z.uuid() });

/**
 * The actions of the page's buttons. A program that names none sends.
 *
 * - `keep`: saves, and answers the script of the page with JSON
 * - `clear`: saves, and shows the page without its search
 * - `attach`: saves, and leads to the form for files
 * - `said`: saves, and leads to the words by which the message was refused before
 * - `send-rest`: sends to those of the recipients that may receive it
 */
export const writeForm = z.object({
  ...recipientFields,
  subject: visible.default(''),
  body: visible.default(''),
  q: search,
  do: z.enum(['send', 'send-rest', 'save', 'keep', 'search', 'clear', 'attach', 'said', 'discard']).default('send'),
  add: recipientKeyField.optional(),
  remove: recipientKeyField.optional(),
  /** A file that is taken out. */
  drop: z.uuid().optional(),
  /** The key of the form: two posts with one key are one. */
  form: z.uuid().optional(),
  /** The number of things that the script of the page has sent with this key, the last press of a button included. */
  turn: z.coerce.number().int().positive().max(LAST_TURN).optional(),
  /** The version of the draft that the form shows. */
  version: z.coerce.number().int().positive().optional(),
  urgent: tick,
  apart: tick,
  reason: visible.pipe(z.string().max(LONGEST_REASON)).default(''),
});

export type WriteForm = z.output<typeof writeForm>;

/** The recipients in a form, with the one that a button adds and without the one that it removes. */
export function chosenRecipients(form: WriteForm): Recipient[] {
  const chosen = new Map(recipientsOf(form).map((one) => [recipientKey(one), one]));
  if (form.add) chosen.set(recipientKey(form.add), form.add);
  if (form.remove) chosen.delete(recipientKey(form.remove));
  return [...chosen.values()];
}
