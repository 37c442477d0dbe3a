// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';

/** The most bytes of all fields of a form together. */
export const FORM_LIMIT = 100_000;
/** A longer form is refused; up to so many bytes its texts are shown again (ADR 108). */
export const SHOWN_LIMIT = 1_000_000;
/** The most fields of a form. */
export const MOST_FIELDS = 1_000;

export type Field = readonly [name: string, value: string];

/** The part of a form that was read, also of one that is refused. */
export interface SentFields {
  /** Empty for a form above the limit up to which it is read. */
  readonly fields: Field[];
  /** Infinite for a form that was not read to its end: beyond the limits, or with too many fields. */
  bytes: number;
  /** The field of the first file. */
  file: string | undefined;
}

const sentFields = new WeakMap<Request, SentFields>();

/** Keeps the fields that a reader of the form finds, for the page that answers it. */
export function noteFields(request: Request, sent: SentFields): SentFields {
  sentFields.set(request, sent);
  return sent;
}

/** The fields that a reader of the form has noted. */
export function notedFields(request: Request): SentFields | undefined {
  return sentFields.get(request);
}
