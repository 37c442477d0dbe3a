// SPDX-License-Identifier: EUPL-1.2
import { MoreThan } from 'typeorm';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import { DIGEST } from '../state/digest-of.js';

export interface KnownDigests {
  /** Whether the person with this number is stored with this digest. */
  matches(number: number, digest: string): boolean;
  /** Keys of persons that the source named and the snapshot does not. */
  readonly gone: readonly string[];
  /** Whether the source never named this key before. */
  isNew(number: number): boolean;
  /** Whether the source named this key once and had stopped before this sync. */
  hasLeft(number: number): boolean;
  /** Whether persons are known and the snapshot has new or returning ones. */
  readonly hasNew: boolean;
}

const PAGE = 10_000;

const NEW = 0;
const PRESENT = 1;
const LEFT = 2;

/**
 * Reads the digests of all persons that the source named, by their numbers in the snapshot. Reads pages into one buffer: the rows of all
 * persons of a region at once would take more memory than the snapshot.
 */
export async function readKnownDigests(
  unitOfWork: UnitOfWork,
  source: string,
  snapshot: Pick<Snapshot, 'numberOf' | 'size'>,
): Promise<KnownDigests> {
  const digests = Buffer.alloc(snapshot.size * DIGEST);
  const gone: string[] = [];
  const states = new Uint8Array(snapshot.size);
  let rows = 0;
  let named = 0;
  let after = '';
  for (;;) {
    const page = await unitOfWork.run((manager) =>
      manager
        .createQueryBuilder(ExternalIdRow, 'external')
        .select('external.key', 'key')
        .addSelect('external.digest', 'digest')
        .addSelect('external.leftAt', 'leftAt')
        .where({ source, key: MoreThan(after) })
        .orderBy('external.key')
        .limit(PAGE)
        .getRawMany<Pick<ExternalIdRow, 'key' | 'digest' | 'leftAt'>>(),
    );
    for (const { key, digest, leftAt } of page) {
      after = key;
      rows += 1;
      const number = snapshot.numberOf(key);
      if (number !== undefined) states[number] = leftAt === null ? PRESENT : LEFT;
      if (leftAt !== null) continue;
      if (number !== undefined) named += 1;
      if (number === undefined) gone.push(key);
      else digests.write(digest ?? '', number * DIGEST, DIGEST, 'latin1');
    }
    if (page.length < PAGE) break;
  }
  return {
    matches: (number, digest) => digests.toString('latin1', number * DIGEST, (number + 1) * DIGEST) === digest,
    gone,
    isNew: (number) => states[number] === NEW,
    hasLeft: (number) => states[number] === LEFT,
    hasNew: rows > 0 && named < snapshot.size,
  };
}
