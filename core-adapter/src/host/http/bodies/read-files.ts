// SPDX-License-Identifier: EUPL-1.2
import { AsyncResource } from 'node:async_hooks';
import { on } from 'node:events';
import type { Readable } from 'node:stream';
import busboy, { type FileInfo } from 'busboy';
import type { Request } from 'express';
import { dropUnseen } from '../../../api/drop-unseen.js';
import { DomainError, InputError } from '../../../api/errors.js';
import type { IncomingFile } from '../../../api/http.js';
import { asError } from '../../infra/util/as-error.js';
import { FormTooLongError } from './form-too-long-error.js';
import { FORM_LIMIT, MOST_FIELDS, noteFields, SHOWN_LIMIT, type SentFields } from './sent-fields.js';
import { guardStream } from '../../infra/util/guard-stream.js';

const NAME_LENGTH = 200;
/** Names of devices on Windows, with any extension: a file of that name cannot be saved there. */
const RESERVED = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])\s*(?:\.|$)/i;

const brokenOff = (): InputError =>
  new InputError('The upload broke off before its end.', { remedy: 'Send it again.' });
const endless = (): InputError => new InputError('The form cannot be read to its end.', { remedy: 'Send it again.' });

/** A field of a form with files. */
export interface SentField {
  readonly field: string;
  readonly value: string;
}

/** The files of a form as {@link readParts} reads them; fields are dropped. */
export async function* readFiles(
  request: Request,
  maxFiles: number,
  threw: (error: unknown) => void,
): AsyncGenerator<IncomingFile> {
  for await (const part of readParts(request, { maxFiles, withFields: false }, threw))
    if ('content' in part) yield part;
}

interface Wanted {
  readonly maxFiles: number;
  readonly withFields: boolean;
  /** Up to so many bytes, fields that are too long are noted, to be shown again. */
  readonly shown?: number;
}

/**
 * The files of a form, and its fields if they are wanted, one after the other, as they arrive. Fields are noted for an error page, too.
 * When the connection breaks off, the current file and the loop fail. Unread content is drained, so that the answer still reaches the
 * browser.
 * @param threw receives each error that a listener on the content of a file throws; the rest of the upload then fails
 */
export async function* readParts(
  request: Request,
  { maxFiles, withFields, shown = SHOWN_LIMIT }: Wanted,
  threw: (error: unknown) => void,
): AsyncGenerator<IncomingFile | SentField, void> {
  const parser = createParser(request, maxFiles, shown);
  const sent = noteFields(request, { fields: [], bytes: 0, file: undefined });
  const endWith = parser.destroy.bind(parser);
  // The stream calls this with errors of busboy's own: a part cut short, no closing boundary (RFC 2046 §5.1.1). The file being read
  // fails with the same error, and to the brick it must be the visitor's fault too.
  parser.destroy = (error) => endWith(error && endless());
  // The request was aborted before its files were read: no event will follow.
  if (request.destroyed) throw brokenOff();
  const brokeOff = (): void => void (request.complete || endWith(brokenOff()));
  const letThrough = (): void => {
    request.off('close', brokeOff);
    request.unpipe(parser);
    request.resume();
  };
  const giveUp = (error: unknown): void => {
    threw(error);
    letThrough();
    // The form ends later: the parser is in the middle of the part from which the listener was called.
    process.nextTick(() => endWith(asError(error)));
  };
  // Once the form is refused, the rest of a chunk is still parsed before the loop receives the error.
  const found = (part: IncomingFile | SentField): void => void (parser.destroyed || parser.emit('part', part));
  let tooMany = false;
  parser.on('filesLimit', () => (tooMany = true));
  // A later error is ignored; the loop receives its own.
  parser.on('error', () => undefined);
  if (withFields) readFields(parser, sent, shown, found, endWith);
  // The listener is registered at once, since the part may wait behind another file, and bound, since the socket emits the event.
  parser.on(
    'file',
    AsyncResource.bind((field: string, content: Readable, { filename }: FileInfo) => {
      // A stream that fails before it is read must not end the process; its reader receives the error.
      content.on('error', () => undefined);
      guardStream(content, giveUp);
      if (!filename) return void content.resume();
      sent.file ??= field;
      found({ field, name: cleanName(filename), content });
    }),
  );
  request.on('close', brokeOff);
  // `pipeline` would destroy the request with the parser, and with it the way back to the browser.
  request.pipe(parser);

  try {
    for await (const [part] of on(parser, 'part', { close: ['close'] })) yield part as IncomingFile | SentField;
  } catch (error) {
    throw error instanceof DomainError ? error : brokenOff();
  } finally {
    letThrough();
  }
  if (sent.bytes > FORM_LIMIT) throw new FormTooLongError();
  if (tooMany) {
    throw new InputError(`More than ${maxFiles} files came at once.`, { remedy: 'Send them in several goes.' });
  }
}

/** Reads the fields of a form, up to the size of a form without files. Longer ones are read on, but only noted: the form is refused. */
function readFields(
  parser: busboy.Busboy,
  sent: SentFields,
  shown: number,
  found: (field: SentField) => void,
  refuse: (error: Error) => void,
): void {
  parser.on('fieldsLimit', () => {
    sent.bytes = Infinity;
    refuse(new FormTooLongError({ isTooMany: true }));
  });
  parser.on('field', (field: string | undefined, value, { nameTruncated, valueTruncated }) => {
    sent.bytes += valueTruncated ? Infinity : Buffer.byteLength(value) + Buffer.byteLength(field ?? '');
    if (sent.bytes > shown) sent.fields.length = 0;
    if (sent.bytes > shown || nameTruncated) return refuse(new FormTooLongError());
    if (field === undefined) return;
    sent.fields.push([field, value]);
    if (sent.bytes <= FORM_LIMIT) found({ field, value });
  });
  parser.on('file', () => sent.bytes > FORM_LIMIT && refuse(new FormTooLongError()));
}

function createParser(request: Request, maxFiles: number, fieldSize: number): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { files: maxFiles, fields: MOST_FIELDS, fieldSize },
    });
  } catch {
    throw new InputError('The form cannot be read as one with files.', {
      remedy: 'Send the files as multipart/form-data.',
    });
  }
}

/** F1: no path, no control or unseen characters, no device of Windows, one Unicode form (NFC), and a length that every disk takes. */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = dropUnseen(last.normalize('NFC'))
    .replace(/[\p{Cc}\p{Co}\p{Cn}\u2028\u2029]/gu, '')
    .trim();
  if (clean === '' || clean === '.' || clean === '..') return 'fichier';
  return shortened(RESERVED.test(clean) ? `_${clean}` : clean);
}

/** Counted in code points: half of a surrogate pair is no character. */
function shortened(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= NAME_LENGTH) return name;
  const extension = /\.[^.]{1,12}$/u.exec(name)?.[0] ?? '';
  return characters.slice(0, NAME_LENGTH - Array.from(extension).length).join('') + extension;
}
