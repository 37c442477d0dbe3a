// SPDX-License-Identifier: EUPL-1.2
import { In, type EntityManager } from 'typeorm';
import { InputError, NotFoundError } from '../../../api/errors.js';
import { newId } from '../../infra/database/new-id.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { PersonRow } from '../directory/person.entity.js';
import { HomonymRow } from '../sync/state/homonym.entity.js';
import { homonymProblem } from './homonym-problem.js';
import { refuseNamedTwice } from './merge-persons.js';

/**
 * Opens the question whether two persons are one, which no sync asked: nothing of the two is erased until somebody answers. A pair that
 * was found to be two persons is asked about again.
 * @returns the id of the pair
 * @throws InputError, NotFoundError; ConflictError when both have left, one source names both, or they are one already
 */
export async function askByHand(manager: EntityManager, ids: readonly [string, string], now: Date): Promise<string> {
  if (ids[0] === ids[1]) throw new InputError('This is one person; name two.');
  const persons = await manager.findBy(PersonRow, { id: In([...ids]) });
  if (persons.length < 2) throw new NotFoundError('One of these two persons is not known, or was erased.');
  const known = await manager.findOneBy(HomonymRow, [
    { personId: ids[0], otherId: ids[1] },
    { personId: ids[1], otherId: ids[0] },
  ]);
  if (known?.state === 'open') return known.id;
  if (known?.state === 'same') throw homonymProblem('decided');
  // The person that is there, or the newer one of two, comes first. Ids are in the order in which persons came.
  const [person, other] = [...persons].sort(
    (a, b) => Number(a.disabledAt !== null) - Number(b.disabledAt !== null) || (a.id < b.id ? 1 : -1),
  );
  if (!person || !other || person.disabledAt !== null) throw homonymProblem('left');
  const keys = await manager.findBy(ExternalIdRow, { personId: In([...ids]) });
  refuseNamedTwice(keys);
  const undecided = { state: 'open', askedAt: now, decidedAt: null, decidedBy: null, reason: null } as const;
  if (known) {
    await manager.update(HomonymRow, { id: known.id }, { ...undecided, why: 'hand' });
    return known.id;
  }
  const source = keys.find((key) => key.personId === person.id && key.leftAt === null)?.source ?? '';
  const row = { id: newId(), source, personId: person.id, otherId: other.id, why: 'hand', ...undecided } as const;
  await manager.insert(HomonymRow, row);
  return row.id;
}
