// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Response } from 'express';
import { isBackground } from './background-request.js';
import { isSameOrigin } from './request-origin.js';
import { safeLocalPath } from './safe-local-path.js';
import { typedInOf, withoutIds } from './typed-in.js';
import { wantsHtml } from './wants-html.js';

/** The largest form without files, in bytes. */
export const FORM_LIMIT = 100_000;

const readFields = express.urlencoded({ extended: false, limit: FORM_LIMIT });

/** An id, alone or after the name of a field, as in the value of a button. */
const ID = /^\S* ?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

export type Field = readonly [name: string, value: string];

/** A form as a browser sent it. */
export interface SentForm {
  readonly fields: readonly Field[];
  /** Of a form with files nothing is read: such a form has no text. */
  readonly hasFiles: boolean;
  /**
   * The names of its text fields, as its address lists them; undefined for a form without that list, such as the form of a program or one
   * with many fields.
   */
  readonly typedIn: ReadonlySet<string> | undefined;
}

/**
 * The form that a browser has sent from a page of this site. Undefined for a request from elsewhere (ADR 10), of a script or a program,
 * and without any field.
 */
export async function readSentForm(
  request: Request,
  response: Response,
  publicUrl: URL,
): Promise<SentForm | undefined> {
  if (request.method !== 'POST' || !isSameOrigin(request, publicUrl.origin)) return undefined;
  if (!wantsHtml(request) || isBackground(request)) return undefined;
  // Logins and logouts bring no text of a person.
  if (safeLocalPath(request.originalUrl, publicUrl) === '/') return undefined;
  const typedIn = typedInOf(request);
  if (request.is('multipart/form-data')) return { fields: [], hasFiles: true, typedIn };
  const fields = await fieldsOf(request, response);
  return fields.length === 0 ? undefined : { fields, hasFiles: false, typedIn };
}

/**
 * All texts that a person has typed. When the form does not list its text fields, the values decide: ids, numbers, days and the words of
 * buttons are left out.
 */
export function typedTexts({ fields, typedIn }: SentForm): readonly string[] {
  const typed = fields.filter(([name, value]) => (typedIn ? typedIn.has(withoutIds(name)) : looksTyped(value.trim())));
  return typed.map(([, value]) => value.trim()).filter((value) => value !== '');
}

function looksTyped(value: string): boolean {
  return /[\p{L}\p{S}]/u.test(value) && /[^\w.:+-]/.test(value) && !ID.test(value);
}

/** The fields that a handler before has read, or that are read now. A form that is too large or broken has no fields. */
async function fieldsOf(request: Request, response: Response): Promise<readonly Field[]> {
  if (request.body === undefined) {
    await new Promise<void>((resolve) => readFields(request, response, () => resolve()));
  }
  const body = request.body as Readonly<Record<string, string | string[]>> | undefined;
  return Object.entries(body ?? {}).flatMap(([name, values]) => [values].flat().map((value): Field => [name, value]));
}
