// SPDX-License-Identifier: EUPL-1.2
import { DomainError, InputError } from '@volee/core-adapter';
import type { AafRequest, Category } from '../entry.js';
import { decodeText } from './decode-text.js';
import { RequestReader } from './request-reader.js';

/** A file that was handed over. */
export interface NamedFile {
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

/**
 * The requests of one file, streamed: what is read is gone once it was taken.
 * @throws InputError with the name of the file and the line
 */
export async function* readRequests(file: NamedFile, category: Category): AsyncGenerator<AafRequest, void, undefined> {
  const reader = new RequestReader(category);
  for await (const ready of portions(file, reader)) yield* ready;
}

async function* portions({ name, open }: NamedFile, reader: RequestReader): AsyncGenerator<readonly AafRequest[]> {
  try {
    for await (const text of decodeText(open())) yield reader.write(text);
    reader.end();
  } catch (error) {
    throw faultIn(name, reader.line, error);
  }
}

/** Errors of the parser begin with its own line and column. */
function faultIn(name: string, line: number, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof DomainError) {
    return new InputError(`${name}, line ${line}: ${reason}.`, { remedy: error.remedy });
  }
  if (error instanceof Error && 'syscall' in error) return new InputError(`${name} cannot be read: ${reason}.`);
  const what = reason.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
  return new InputError(`${name}, line ${line}: it is not well-formed XML (${what}).`, { remedy: 'Export it anew.' });
}
