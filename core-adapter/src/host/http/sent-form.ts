// SPDX-License-Identifier: EUPL-1.2
import type { Request, Response } from 'express';
import type { HostContext } from '../context/host-context.js';
import { isBackground } from './background-request.js';
import { readParts } from './bodies/read-files.js';
import { fieldsIn, readPlainForm } from './bodies/read-plain-form.js';
import { isSameOrigin } from './request-origin.js';
import { safeLocalPath } from './safe-local-path.js';
import { FORM_LIMIT, notedFields, SHOWN_LIMIT, type Field, type SentFields } from './bodies/sent-fields.js';
import { typedInOf, withoutIds } from './typed-in.js';
import { typistOf } from './typist.js';
import { wantsHtml } from './wants-html.js';

/** An id, alone or after the name of a field, as in the value of a button. */
const ID = /^\S* ?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** A form as a browser sent it. */
export interface SentForm {
  /** The fields; of a form with files, those before the first file. */
  readonly fields: readonly Field[];
  /** The field of the first file that came, in a form for files. Files are not kept. */
  readonly upload: { readonly file: string | undefined } | undefined;
  /** Whether the form is longer than a route takes. Without fields it was too long to be shown as well. */
  readonly isTooLong: boolean;
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
  context: Pick<HostContext, 'settings' | 'lastPerson'>,
  request: Request,
  response: Response,
): Promise<SentForm | undefined> {
  const { publicUrl } = context.settings.server;
  if (request.method !== 'POST' || !isSameOrigin(request, publicUrl.origin)) return undefined;
  if (!wantsHtml(request) || isBackground(request)) return undefined;
  // Logins and logouts bring no text of a person.
  if (safeLocalPath(request.originalUrl, publicUrl) === '/') return undefined;
  // The host holds no more for unknown visitors than a form that may be taken.
  const limit = typistOf(context, request) === undefined ? FORM_LIMIT : SHOWN_LIMIT;
  const { fields, bytes, file } = await readFields(request, response, limit);
  const isTooLong = bytes > FORM_LIMIT;
  if (fields.length === 0 && file === undefined && !isTooLong) return undefined;
  return { fields, isTooLong, upload: isForFiles(request) ? { file } : undefined, typedIn: typedInOf(request) };
}

/** Whether files came with a form, which have to be chosen again. */
export function hasFiles({ upload }: Pick<SentForm, 'upload'>): boolean {
  return upload?.file !== undefined;
}

/**
 * All texts that a person has typed. When the form does not list its text fields, the values decide: ids, numbers, days and the words of
 * buttons are left out.
 */
export function typedTexts({ fields, typedIn }: Pick<SentForm, 'fields' | 'typedIn'>): readonly string[] {
  const typed = fields.filter(([name, value]) => (typedIn ? typedIn.has(withoutIds(name)) : looksTyped(value.trim())));
  return typed.map(([, value]) => value.trim()).filter((value) => value !== '');
}

function looksTyped(value: string): boolean {
  return /[\p{L}\p{S}]/u.test(value) && /[^\w.:+-]/.test(value) && !ID.test(value);
}

/** The fields that a handler before has read, or that are read now. */
async function readFields(request: Request, response: Response, limit: number): Promise<SentFields> {
  if (!notedFields(request) && request.body === undefined) {
    const reading = isForFiles(request) ? readLeading(request, limit) : readPlainForm(request, response, limit);
    // The fields before the fault are noted: of a form that is too long, broken or cut.
    await reading.catch(() => undefined);
  }
  return notedFields(request) ?? { fields: fieldsIn(request), bytes: 0, file: undefined };
}

/** Reads the fields before the first file, and lets the rest through. */
async function readLeading(request: Request, shown: number): Promise<void> {
  for await (const part of readParts(request, { maxFiles: 1, withFields: true, shown }, () => undefined))
    if ('content' in part) return;
}

function isForFiles(request: Request): boolean {
  return Boolean(request.is('multipart/form-data'));
}
