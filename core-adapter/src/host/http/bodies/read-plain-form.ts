// SPDX-License-Identifier: EUPL-1.2
import express, { type Request, type Response } from 'express';
import { asError } from '../../infra/util/as-error.js';
import { FormTooLongError } from './form-too-long-error.js';
import { FORM_LIMIT, MOST_FIELDS, noteFields, SHOWN_LIMIT, type Field } from './sent-fields.js';

const TOO_MANY_FIELDS = 'parameters.too.many';

/**
 * Reads the fields of a form without files into the body of the request; another body is left unread.
 * @param limit up to which a form that is too long is read, so that its page can show it again
 * @throws FormTooLongError
 */
export async function readPlainForm(request: Request, response: Response, limit = SHOWN_LIMIT): Promise<void> {
  let bytes = 0;
  const verify = (_request: unknown, _response: unknown, { length }: Buffer): void => void (bytes = length);
  const read = express.urlencoded({ extended: false, limit, parameterLimit: MOST_FIELDS, verify });
  const error = await new Promise<unknown>((resolve) => read(request, response, resolve));
  if (isTooLarge(error)) bytes = Infinity;
  if (bytes > 0) noteFields(request, { fields: fieldsIn(request), bytes, file: undefined });
  if (bytes > FORM_LIMIT) throw new FormTooLongError({ isTooMany: typeOf(error) === TOO_MANY_FIELDS });
  if (error) throw asError(error);
}

/** The fields of a body that was read. */
export function fieldsIn(request: Request): Field[] {
  const body = request.body as Readonly<Record<string, string | readonly string[]>> | undefined;
  return Object.entries(body ?? {}).flatMap(([name, values]) => [values].flat().map((value): Field => [name, value]));
}

/** Whether express found a form larger than the limit, or with too many fields. */
export function isTooLarge(error: unknown): boolean {
  return ['entity.too.large', TOO_MANY_FIELDS].includes(String(typeOf(error)));
}

function typeOf(error: unknown): unknown {
  return error instanceof Error && 'type' in error ? error.type : undefined;
}
