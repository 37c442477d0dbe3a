// SPDX-License-Identifier: EUPL-1.2
import { In, type EntityManager } from 'typeorm';
import { InputError, NotFoundError } from '../../../api/errors.js';
import { newId } from '../../infra/database/new-id.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { IS_JOINED } from '../directory/is-joined.js';
import { PersonRow } from '../directory/person.entity.js';
import { HomonymRow } from '../sync/state/homonym.entity.js';
import { homonymProblem } from './homonym-problem.js';
import { refuseNamedTwice } from './merge-persons.js';
import { refuseOwn } from './refuse-own.js';

/** A pair of records about which an administrator may open a question. */
export interface PairByHand {
  /** The person who is there, or the newer one of two. */
  readonly personId: string;
  readonly otherId: string;
  /** The directory that names the first person; empty when none does. */
  readonly source: string;
  /** The question about the two that is open, or was answered with "different". */
  readonly known: HomonymRow | null;
}

/**
 * Whether an administrator may ask if two people are one. Changes nothing.
 * @param actor id of a person, or `cli`
 * @throws InputError, NotFoundError; ConflictError when the actor is one of the two, both have left, one source names both, they are one
 * already, or one of them is one with somebody else
 */
export async function judgeByHand(
  manager: EntityManager,
  ids: readonly [string, string],
  actor: string,
): Promise<PairByHand> {
  if (ids[0] === ids[1]) throw new InputError('This is one person; name two.');
  const persons = await manager.findBy(PersonRow, { id: In([...ids]) });
  // Ids are in the order in which people came.
  const [person, other] = [...persons].sort(
    (a, b) => Number(a.disabledAt !== null) - Number(b.disabledAt !== null) || (a.id < b.id ? 1 : -1),
  );
  if (!person || !other) throw new NotFoundError('One of these two persons is not known, or was erased.');
  refuseOwn(ids, actor);
  const known = await manager.findOneBy(HomonymRow, [
    { personId: ids[0], otherId: ids[1] },
    { personId: ids[1], otherId: ids[0] },
  ]);
  const keys = await manager.findBy(ExternalIdRow, { personId: In([...ids]) });
  const source = keys.find((key) => key.personId === person.id && key.leftAt === null)?.source ?? '';
  const pair = { personId: person.id, otherId: other.id, source, known };
  if (known?.state === 'open') return pair;
  if (known?.state === 'same') throw homonymProblem('decided');
  if (await isAnyJoined(manager, ids)) throw homonymProblem('joined');
  if (person.disabledAt !== null) throw homonymProblem('left');
  refuseNamedTwice(keys);
  return pair;
}

function isAnyJoined(manager: EntityManager, ids: readonly string[]): Promise<boolean> {
  const persons = manager.createQueryBuilder(PersonRow, 'person').where({ id: In([...ids]) });
  return persons.andWhere(IS_JOINED).getExists();
}

/**
 * Opens the question whether two people are one, which no sync asked: neither is erased until somebody answers. A pair that
 * was found to be two people is asked about again.
 * @returns the id of the pair
 * @throws as `judgeByHand`
 */
export async function askByHand(
  manager: EntityManager,
  ids: readonly [string, string],
  { actor, now }: { readonly actor: string; readonly now: Date },
): Promise<string> {
  const { known, ...pair } = await judgeByHand(manager, ids, actor);
  if (known?.state === 'open') return known.id;
  const undecided = { state: 'open', askedAt: now, decidedAt: null, decidedBy: null, reason: null } as const;
  if (known) {
    await manager.update(HomonymRow, { id: known.id }, undecided);
    return known.id;
  }
  const id = newId();
  await manager.insert(HomonymRow, { id, ...pair, why: 'hand', ...undecided });
  return id;
}
