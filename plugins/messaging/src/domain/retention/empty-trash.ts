// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type JobWork, type Profile } from '@volee/core-adapter';
import { In, LessThan, LessThanOrEqual } from 'typeorm';
import { markLast } from '../box/mark-last.js';
import { DAYS_IN_TRASH } from '../box/move-thread.js';
import { CopyRow } from '../../store/copy.entity.js';
import { trashOwners } from '../../store/trash-owners.query.js';

/** Copies in one transaction. */
const PART = 200;

const DAY = 86_400_000;

/** Owners in one look-up of profiles. */
const OWNERS = 200;

type TrashWork = Pick<JobWork, 'db' | 'clock' | 'offSince'> & {
  readonly directory: Pick<JobWork['directory'], 'relations' | 'everPupils'>;
};

/**
 * Deletes copies that have been in the trash for their time, while the owner had a page to take them out. A copy that they take out
 * meanwhile stays.
 */
export async function emptyTrash(work: TrashWork, signal: AbortSignal): Promise<void> {
  const { db, clock } = work;
  await beginAnew(work);
  const due = { box: 'trash' as const, purgeAt: LessThanOrEqual(clock.now()) };
  for (;;) {
    signal.throwIfAborted();
    const left = await db.transaction(async () => {
      const copies = db.repository(CopyRow);
      const part = await copies.find({ where: due, order: { purgeAt: 'ASC', id: 'ASC' }, take: PART });
      if (part.length === 0) return 0;
      await copies.delete({ id: In(part.map(({ id }) => id)), ...due });
      for (const [ownerId, rows] of byOwner(part)) {
        await markLast([...new Set(rows.map(({ threadId }) => threadId))], { ownerId, box: 'trash' }, db);
      }
      return part.length;
    });
    if (left === 0) return;
  }
}

/** Lets the days of copies in the trash begin anew when the brick is on again: for everybody, or for people without it. */
async function beginAnew({ db, clock, offSince, directory }: TrashWork): Promise<void> {
  const days = DAYS_IN_TRASH * DAY;
  const lastOff = async (profile?: Profile): Promise<number> =>
    (await offSince(new Date(clock.now().getTime() - days), profile)).at(-1)?.until.getTime() ?? 0;
  const copies = db.repository(CopyRow);
  const begin = async (end: number, ownerIds?: readonly string[]): Promise<void> => {
    const purgeAt = new Date(end + days);
    const of = { box: 'trash' as const, purgeAt: LessThan(purgeAt), ...(ownerIds && { ownerId: In([...ownerIds]) }) };
    if (end > 0 && ownerIds?.length !== 0) await copies.update(of, { purgeAt });
  };
  await begin(await lastOff());
  const ends = new Map<Profile, number>();
  for (const profile of PROFILES) ends.set(profile, await lastOff(profile));
  if (Math.max(...ends.values()) === 0) return;
  const owners = (await db.query(trashOwners, { box: 'trash' })).map(({ ownerId }) => ownerId);
  for (let start = 0; start < owners.length; start += OWNERS) {
    const part = owners.slice(start, start + OWNERS);
    // A person has the brick as long as one of their profiles has it.
    const profiles = await profilesOf(part, directory);
    const endOf = (id: string): number =>
      Math.min(...(profiles.get(id) ?? []).map((one) => ends.get(one) ?? 0), Infinity);
    for (const end of new Set(ends.values()))
      await begin(
        end,
        part.filter((id) => endOf(id) === end),
      );
  }
}

/** The profiles of people, by id. A former pupil is a pupil, since a sync may leave one out for a day. */
async function profilesOf(
  ids: readonly string[],
  directory: TrashWork['directory'],
): Promise<ReadonlyMap<string, readonly Profile[]>> {
  const { profiles } = await directory.relations(ids);
  const pupils = await directory.everPupils(ids.filter((id) => !profiles.has(id)));
  return new Map([...profiles, ...[...pupils].map((id): [string, readonly Profile[]] => [id, ['pupil']])]);
}

function byOwner(copies: readonly CopyRow[]): Map<string, CopyRow[]> {
  const owners = new Map<string, CopyRow[]>();
  for (const copy of copies) owners.set(copy.ownerId, [...(owners.get(copy.ownerId) ?? []), copy]);
  return owners;
}
