// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import type { ZodType } from 'zod';
import { InputError } from '../../../api/errors.js';
import type { IncomingFile } from '../../../api/http.js';
import { readFiles, readParts } from '../bodies/read-files.js';
import type { BrickRoute } from '../../domain/bricks/brick-route.js';

const FIELDS_FIRST = 'Put the fields of a form before its files.';

/** The form of a request. */
export interface FormReader {
  /** The values of the fields by name; several values of one name are a list, as in a form without files. */
  readonly fields: () => Promise<unknown>;
  readonly files: AsyncIterable<IncomingFile>;
  /** Lets the rest of the form through unread, so that the answer reaches the browser. */
  readonly end: () => void;
}

/** @param threw receives each error that a listener on the content of a file throws */
export function readForm(request: Request, route: BrickRoute, threw: (error: unknown) => void): FormReader {
  const fields = (): Promise<unknown> => Promise.resolve(request.body);
  if (!route.upload) return { fields, files: noFiles(), end: () => undefined };
  const { maxFiles } = route.upload;
  if (!route.body) return { fields, files: readFiles(request, maxFiles, threw), end: () => undefined };
  // The form was sent as application/x-www-form-urlencoded, by a program or by a button that sends no file.
  if (request.body !== undefined) return { fields, files: noFiles(), end: () => undefined };
  return fieldsThenFiles(readParts(request, { maxFiles, withFields: true }, threw), route.body);
}

function fieldsThenFiles(parts: ReturnType<typeof readParts>, body: ZodType): FormReader {
  let first: IncomingFile | undefined;

  async function fields(): Promise<unknown> {
    const values = new Map<string, string | string[]>();
    for (;;) {
      const { value: part } = await parts.next();
      if (!part) break;
      if ('content' in part) {
        first = part;
        break;
      }
      const before = values.get(part.field);
      values.set(part.field, before === undefined ? part.value : [before, part.value].flat());
    }
    if (first && values.size === 0 && !body.safeParse({}).success) {
      throw new InputError('A file comes before the fields of the form.', { remedy: FIELDS_FIRST });
    }
    return Object.fromEntries(values);
  }

  async function* files(): AsyncGenerator<IncomingFile> {
    if (first) yield first;
    for await (const part of parts) {
      if (!('content' in part)) {
        throw new InputError(`The field "${part.field}" comes after a file.`, { remedy: FIELDS_FIRST });
      }
      yield part;
    }
  }

  // A reader that waits for a part that never comes ends with the connection.
  return { fields, files: files(), end: () => void parts.return(undefined).catch(() => undefined) };
}

async function* noFiles(): AsyncGenerator<IncomingFile> {}
