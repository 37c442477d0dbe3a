// SPDX-License-Identifier: EUPL-1.2
import { MoreThan } from 'typeorm';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { isRetiredKey, keyBeforeRetirement } from '../../directory/retired-key.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import { DIGEST } from '../state/digest-of.js';

export interface KnownDigests {
  /** Whether the person with this number is stored with this digest. */
  matches(number: number, digest: string): boolean;
  /** Keys of people that the source named and the snapshot does not. */
  readonly gone: readonly string[];
  /**
   * Stored keys of people who left, by the number of the entry that may be theirs: their key was its key before, or its stable id is stored
   * with them and with another person.
   */
  readonly former: ReadonlyMap<number, readonly string[]>;
  /** Whether the source never named this key before. */
  isNew(number: number): boolean;
  /** Whether the source named this key in the sync before. */
  isPresent(number: number): boolean;
  /** Whether people are known and the snapshot has new or returning ones. */
  readonly hasNew: boolean;
  /** Stored people with a stable id that the entry of another key has now. */
  readonly moved: readonly MovedPerson[];
}

/** A stored person and the entry that has their stable id now. */
export interface MovedPerson {
  readonly storedKey: string;
  readonly stableIds: readonly string[];
  /** The number of the entry in the snapshot. */
  readonly number: number;
}

const PAGE = 10_000;

const NEW = 0;
const PRESENT = 1;
const LEFT = 2;

/**
 * Reads the digests of all people that the source named, by their numbers in the snapshot. Reads pages into one buffer: the rows of all
 * people of a region at once would take more memory than the snapshot.
 */
export async function readKnownDigests(
  unitOfWork: UnitOfWork,
  source: string,
  snapshot: Pick<Snapshot, 'numberOf' | 'ownerOf' | 'size'>,
): Promise<KnownDigests> {
  const digests = Buffer.alloc(snapshot.size * DIGEST);
  const gone: string[] = [];
  const former = new Map<number, Set<string>>();
  const addFormer = (number: number, key: string): void => {
    former.set(number, (former.get(number) ?? new Set()).add(key));
  };
  const states = new Uint8Array(snapshot.size);
  const owners = new IdOwners(snapshot);
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
        .addSelect('external.stableIds', 'stableIds')
        .where({ source, key: MoreThan(after) })
        .orderBy('external.key')
        .limit(PAGE)
        .getRawMany<Pick<ExternalIdRow, 'key' | 'digest' | 'leftAt' | 'stableIds'>>(),
    );
    for (const { key, digest, leftAt, stableIds } of page) {
      after = key;
      rows += 1;
      const number = snapshot.numberOf(key);
      const before = isRetiredKey(key) ? snapshot.numberOf(keyBeforeRetirement(key)) : undefined;
      if (before !== undefined) addFormer(before, key);
      if (number !== undefined) states[number] = leftAt === null ? PRESENT : LEFT;
      if (stableIds !== null) {
        owners.add({ key, number, isPresent: leftAt === null, stableIds: stableIds.split(' ') });
      }
      if (leftAt !== null) continue;
      if (number !== undefined) named += 1;
      if (number === undefined) gone.push(key);
      else digests.write(digest ?? '', number * DIGEST, DIGEST, 'latin1');
    }
    if (page.length < PAGE) break;
  }
  for (const { number, key } of owners.former()) addFormer(number, key);
  return {
    matches: (number, digest) => digests.toString('latin1', number * DIGEST, (number + 1) * DIGEST) === digest,
    gone,
    former: new Map(Array.from(former, ([number, keys]) => [number, [...keys]])),
    isNew: (number) => states[number] === NEW,
    isPresent: (number) => states[number] === PRESENT,
    hasNew: rows > 0 && named < snapshot.size,
    moved: owners.moved(),
  };
}

interface StoredKey {
  readonly key: string;
  /** The number of the entry with the key. */
  readonly number: number | undefined;
  readonly isPresent: boolean;
  readonly stableIds: readonly string[];
}

/** Finds the entries that have the stable ids of stored people. Only people with an id in another entry are kept. */
class IdOwners {
  readonly #ownIds: Uint8Array;
  readonly #others = new Map<number, StoredKey[]>();

  constructor(private readonly snapshot: Pick<Snapshot, 'ownerOf' | 'size'>) {
    this.#ownIds = new Uint8Array(snapshot.size);
  }

  add(stored: StoredKey): void {
    const owners = new Set(stored.stableIds.flatMap((id) => this.snapshot.ownerOf(id) ?? []));
    const [owner, ...others] = owners;
    if (owner === undefined || others.length > 0) return;
    if (owner === stored.number && stored.isPresent) this.#ownIds[owner] = 1;
    else this.#others.set(owner, [...(this.#others.get(owner) ?? []), stored]);
  }

  /** People who left and share their stable id with another person, with the number of the entry that has the id now. */
  former(): { number: number; key: string }[] {
    return [...this.#others].flatMap(([number, stored]) => {
      if (stored.length === 1 && this.#ownIds[number] === 0) return [];
      // A person who left under a key that another entry has now may come back with that key.
      const left = stored.filter((one) => !one.isPresent && (one.number ?? number) === number);
      return left.map(({ key }) => ({ number, key }));
    });
  }

  /** A person who is present comes before people who left. An id stored with two people identifies neither. */
  moved(): MovedPerson[] {
    return [...this.#others].flatMap(([number, stored]): MovedPerson[] => {
      if (this.#ownIds[number] === 1) return [];
      const present = stored.filter(({ isPresent }) => isPresent);
      const [only, ...others] = present.length > 0 ? present : stored;
      if (!only || others.length > 0 || only.number === number) return [];
      return [{ storedKey: only.key, stableIds: only.stableIds, number }];
    });
  }
}
