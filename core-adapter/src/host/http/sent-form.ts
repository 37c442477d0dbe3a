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
import { visitorOf } from './visitor.js';
import { wantsHtml } from './wants-html.js';

/** An id, alone or after the name of a field, as in the value of a button. */
const ID = /^\S* ?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** A form as a browser sent it. */
export interface SentForm {
  /** The fields that were read: of a form with files that no route has read, those before the first file. */
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
  context: Pick<HostContext, 'settings' | 'lastPerson' | 'directory'>,
  request: Request,
  response: Response,
): Promise<SentForm | undefined> {
  const { publicUrl } = context.settings.server;
  if (request.method !== 'POST' || !isSameOrigin(request, publicUrl.origin)) return undefined;
  if (!wantsHtml(request) || isBackground(request)) return undefined;
  // Logins and logouts bring no text of a person.
  if (safeLocalPath(request.originalUrl, publicUrl) === '/') return undefined;
  const limit = (await mayShowMore(context, request)) ? SHOWN_LIMIT : FORM_LIMIT;
  const { fields, bytes, file } = await readFields(request, response, limit);
  const isTooLong = bytes > FORM_LIMIT;
  if (fields.length === 0 && file === undefined && !isTooLong) return undefined;
  return { fields, isTooLong, upload: isForFiles(request) ? { file } : undefined, typedIn: typedInOf(request) };
}

/**
 * Whether the host reads more of a form than a route takes: for a session, and for an author who is still there (ADR 108). The cookie alone
 * says nothing of somebody who has left. The directory is asked only about a form that is longer; when it is away, nobody is known.
 */
async function mayShowMore(context: Pick<HostContext, 'lastPerson' | 'directory'>, request: Request): Promise<boolean> {
  if (visitorOf(request).person) return true;
  const id = typistOf(context, request);
  if (id === undefined || Number(request.headers['content-length']) <= FORM_LIMIT) return false;
  const known = await context.directory.personInSchools(id).catch(() => undefined);
  return known !== undefined && !known.person.disabled;
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
