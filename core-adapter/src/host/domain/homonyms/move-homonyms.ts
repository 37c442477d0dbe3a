// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, type EntityManager } from 'typeorm';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { pairOf } from '../sync/apply/ask-about-homonyms.js';
import { HomonymRow, type HomonymState } from '../sync/state/homonym.entity.js';

/**
 * Of two rows about one pair the weightier stays: a decision outweighs an open question, and a join each other decision. Late rows of the
 * joined record follow that answer.
 */
const WEIGHT: Readonly<Record<HomonymState, number>> = { open: 0, different: 1, same: 2 };

/**
 * Moves the questions and decisions about one person to another, except those between the two. Open questions are deleted when a source
 * names both people by now, which answers them.
 */
export async function moveHomonyms(manager: EntityManager, from: string, to: string): Promise<void> {
  const involving = (id: string) => [{ personId: id }, { otherId: id }];
  const between = pairOf(from, to);
  const rows = (await manager.findBy(HomonymRow, involving(from))).filter((row) => pairOfRow(row) !== between);
  const known = new Map((await manager.findBy(HomonymRow, involving(to))).map((row) => [pairOfRow(row), row]));
  for (const row of rows) {
    const [personId, otherId] = [row.personId, row.otherId].map((id) => (id === from ? to : id));
    if (personId === undefined || otherId === undefined) continue;
    const pair = pairOf(personId, otherId);
    const twin = known.get(pair);
    const stays = twin && WEIGHT[twin.state] >= WEIGHT[row.state] ? twin : row;
    if (twin) await manager.delete(HomonymRow, { id: (stays === row ? twin : row).id });
    if (stays === row) await manager.update(HomonymRow, { id: row.id }, { personId, otherId });
    known.set(pair, stays);
  }
  await forgetAnswered(manager, to);
}

async function forgetAnswered(manager: EntityManager, person: string): Promise<void> {
  const open = await manager.find(HomonymRow, {
    where: [
      { personId: person, state: 'open' },
      { otherId: person, state: 'open' },
    ],
  });
  const others = open.map(({ personId, otherId }) => (personId === person ? otherId : personId));
  const keys = await manager.findBy(ExternalIdRow, { personId: In([person, ...others]), leftAt: IsNull() });
  const own = new Set(keys.filter(({ personId }) => personId === person).map(({ source }) => source));
  const apart = new Set(
    keys.filter((key) => key.personId !== person && own.has(key.source)).map((key) => key.personId),
  );
  const answered = open.filter(({ personId, otherId }) => apart.has(personId) || apart.has(otherId));
  if (answered.length > 0) await manager.delete(HomonymRow, { id: In(answered.map(({ id }) => id)) });
}

function pairOfRow({ personId, otherId }: HomonymRow): string {
  return pairOf(personId, otherId);
}
