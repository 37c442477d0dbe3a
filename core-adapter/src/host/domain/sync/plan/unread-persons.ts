// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull } from 'typeorm';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { AttachmentRow } from '../../directory/attachment.entity.js';
import { batches } from '../../directory/batches.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import type { Recognised } from './recognise-persons.js';
import { digestOf } from '../state/digest-of.js';
import type { PersonStates } from '../state/person-state.js';
import type { RenamedKeys } from './renamed-keys.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import { keepUnread, type UnreadFacts } from './keep-unread.js';
import type { SyncPlan } from './sync-plan.js';

/** An empty digest: the next sync compares the person again. */
const NO_DIGEST = '';

/** Keeps data about people of schools that could not be read in full. Does and reads nothing when every school was read. */
export class UnreadPersons {
  /** Kept children of guardians, by the guardian's key. */
  readonly #families = new Map<string, ReadonlySet<string>>();

  private constructor(private readonly facts: UnreadFacts | undefined) {}

  static async open(
    unitOfWork: UnitOfWork,
    source: string,
    snapshot: Snapshot,
    renamed: RenamedKeys,
  ): Promise<UnreadPersons> {
    if (snapshot.unread.size === 0) return new UnreadPersons(undefined);
    const pupils = await readPupils(unitOfWork, source, [...snapshot.unread.keys()]);
    const named = Array.from(pupils, (key) => renamed.newKeys.get(key) ?? key);
    return new UnreadPersons({ snapshot, pupils: new Set(named) });
  }

  /** The states to plan with. People with a retired key leave as usual: one key, and one login, belongs to one person. */
  keep({ current, replaced, displaced }: Recognised, after: PersonStates): PersonStates {
    if (!this.facts) return after;
    const retired = new Set([...replaced.values(), ...displaced].map(({ formerKey }) => formerKey));
    const all = new Map(after);
    for (const [key, was] of current.present) {
      if (retired.has(key)) continue;
      const is = after.get(key);
      const person = keepUnread(was, is, this.facts);
      if (!person || person === is) continue;
      const ids =
        is?.stableIds && [...new Set([...(current.stored.get(key)?.stableIds ?? []), ...is.stableIds])].sort();
      all.set(key, { ...person, ...(ids && { stableIds: ids }) });
      this.#families.set(key, person.children);
    }
    return all;
  }

  /**
   * The digests to store, except those of people with kept data. An unchanged person keeps the stored digest, which was made from the
   * stored state.
   */
  digests(
    digests: SyncPlan['digests'],
    { stored, present }: Recognised['current'],
    after: PersonStates,
    yearOf: (uai: string) => number,
  ): SyncPlan['digests'] {
    if (!this.facts) return digests;
    const kept = [...after].filter(([key]) => this.#families.has(key));
    const changed = kept.filter(([key, person]) => {
      const was = present.get(key);
      const known = person.stableIds && { stableIds: stored.get(key)?.stableIds ?? [] };
      return !was || digestOf({ ...was, ...known }, yearOf) !== digestOf(person, yearOf);
    });
    return [
      ...digests.filter(([key]) => !this.#families.has(key)),
      ...changed.map(([key]): [string, string] => [key, NO_DIGEST]),
    ];
  }

  /** Clears the digests of guardians with a kept child's key that names another person now: these families have ended. */
  digestsOfFamilies(replaced: ReadonlySet<string>): SyncPlan['digests'] {
    const guardians = [...this.#families].filter(([, children]) => [...children].some((child) => replaced.has(child)));
    return guardians.map(([key]) => [key, NO_DIGEST]);
  }
}

async function readPupils(unitOfWork: UnitOfWork, source: string, uais: readonly string[]): Promise<Set<string>> {
  const keys = new Set<string>();
  for (const batch of batches(uais)) {
    const rows = await unitOfWork.run((manager) =>
      manager
        .createQueryBuilder(AttachmentRow, 'attachment')
        .innerJoin(ExternalIdRow, 'external', 'external.personId = attachment.personId AND external.source = :source', {
          source,
        })
        .select('external.key', 'key')
        .where({ source, uai: In([...batch]), profile: 'pupil', until: IsNull() })
        .andWhere('external.leftAt IS NULL')
        .getRawMany<{ key: string }>(),
    );
    for (const { key } of rows) keys.add(key);
  }
  return keys;
}
