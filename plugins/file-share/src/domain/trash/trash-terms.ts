// SPDX-License-Identifier: EUPL-1.2
import type { Profile, SchoolDatabase, SchoolDirectory } from '@volee/core-adapter';
import { pupilsAmong } from '../readers/pupils-among.js';
import type { NodeRow } from '../../store/node.entity.js';
import { SpaceRow, TOTAL } from '../../store/space.entity.js';

type ThrownNode = Pick<NodeRow, 'trashedAt' | 'trashedBy' | 'addedBy' | 'ownerId'>;
type Total = Pick<SpaceRow, 'trashFrom' | 'trashFromOf'>;

interface TermTools {
  readonly db: SchoolDatabase;
  readonly directory: Pick<SchoolDirectory, 'relations' | 'everPupils'>;
}

/**
 * The instants from which the 30 days of nodes in the trash count: since they are there, or since the brick was last off for all, or for the
 * person who owns them or threw them away (ADR 66).
 */
export async function trashTerms(
  nodes: readonly ThrownNode[],
  { db, directory }: TermTools,
): Promise<(node: ThrownNode) => Date> {
  const total = await readTotal(db);
  const isAnyOff = Object.keys(total.trashFromOf ?? {}).length > 0;
  const keepers = isAnyOff ? [...new Set(nodes.flatMap(keepersOf))] : [];
  const profiles = await profilesOf(keepers, directory);
  return (node) => {
    const ofKeepers = keepersOf(node).map((id) => trashFrom(total, profiles.get(id) ?? []));
    return latest([node.trashedAt ?? new Date(0), trashFrom(total, []), ...ofKeepers]);
  };
}

/** As `trashTerms`, for what a person with these profiles put into the trash. */
export async function trashTermOf(
  trashedAt: Date,
  profiles: readonly Profile[],
  { db }: Pick<TermTools, 'db'>,
): Promise<Date> {
  return latest([trashedAt, trashFrom(await readTotal(db), profiles)]);
}

async function readTotal(db: SchoolDatabase): Promise<Total> {
  const total = await db.repository(SpaceRow).findOne({ where: { holder: TOTAL } });
  return total ?? { trashFrom: null, trashFromOf: null };
}

/** The end of the last time without the brick. A person has the brick as long as one of their profiles has it. */
function trashFrom({ trashFrom: ofAll, trashFromOf }: Total, profiles: readonly Profile[]): Date {
  const ends = profiles.map((profile) => new Date(trashFromOf?.[profile] ?? 0).getTime());
  return latest([ofAll ?? new Date(0), new Date(ends.length === 0 ? 0 : Math.min(...ends))]);
}

/**
 * The people who can bring a node back: in a class, the person who threw it away and the pupil who owns it. In rows from before
 * `trashedBy`, the author stands for the former.
 */
function keepersOf({ ownerId, trashedBy, addedBy }: ThrownNode): string[] {
  return [ownerId, trashedBy ?? addedBy].filter((id) => id !== null);
}

/** The profiles of people, by id. A former pupil is a pupil, since a sync may leave one out for a day. */
async function profilesOf(
  ids: readonly string[],
  directory: TermTools['directory'],
): Promise<ReadonlyMap<string, readonly Profile[]>> {
  if (ids.length === 0) return new Map();
  const { profiles } = await directory.relations(ids);
  const left = ids.filter((id) => !profiles.has(id));
  const pupils = await pupilsAmong(left, directory);
  return new Map([...profiles, ...pupils.map((id): [string, readonly Profile[]] => [id, ['pupil']])]);
}

function latest(instants: readonly Date[]): Date {
  return new Date(Math.max(...instants.map((instant) => instant.getTime())));
}
