// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { NotFoundError, type SchoolStorage } from '@volee/core-adapter';
import type { ContentRow } from '../../store/content.entity.js';

/** Stored content that is not what its row says. */
export interface ContentDamage {
  readonly kind: 'damaged' | 'missing';
  /** Why the storage cannot read it, such as EIO. */
  readonly code?: string;
}

/** Reads stored content again, all of it. A file that the disk cannot read is damaged like others. */
export async function contentDamage(
  { storageKey, sha256, bytes }: Pick<ContentRow, 'storageKey' | 'sha256' | 'bytes'>,
  storage: Pick<SchoolStorage, 'open'>,
): Promise<ContentDamage | undefined> {
  const hash = createHash('sha256');
  let read = 0;
  try {
    for await (const chunk of await storage.open(storageKey)) {
      const part = chunk as Buffer;
      read += part.length;
      hash.update(part);
    }
  } catch (error) {
    if (error instanceof NotFoundError) return { kind: 'missing' };
    return { kind: 'damaged', code: codeOf(error) };
  }
  return read === bytes && hash.digest('hex') === sha256 ? undefined : { kind: 'damaged' };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
