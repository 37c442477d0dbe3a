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
export async function* readRequests(
  { name, open }: NamedFile,
  category: Category,
): AsyncGenerator<AafRequest, void, undefined> {
  const reader = new RequestReader(category);
  const reading = <R>(work: () => R): R => {
    try {
      return work();
    } catch (error) {
      throw faultIn(name, reader.line, error);
    }
  };
  try {
    for await (const text of decodeText(open())) yield* reading(() => reader.write(text));
  } catch (error) {
    throw faultIn(name, reader.line, error);
  }
  reading(() => reader.end());
}
