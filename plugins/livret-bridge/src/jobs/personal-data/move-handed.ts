// SPDX-License-Identifier: EUPL-1.2
import type { PersonMove } from '@volee/core-adapter';
import { HandedRow } from '../../store/handed.entity.js';

type Move = Pick<PersonMove, 'db' | 'from' | 'to'>;

/**
 * Gives the copies of one pupil to another. When two copies have one key and different contents, both stay, since the family has read both:
 * the newer revision keeps the key, under which a later one replaces it.
 */
export async function moveHanded({ db, from, to }: Move): Promise<void> {
  const rows = db.repository(HandedRow);
  for (const moved of await rows.find({ where: { pupilId: from } })) {
    const { fromSchool, key } = moved;
    const there = await rows.findOne({ where: { pupilId: to, fromSchool, key } });
    if (!there) {
      await rows.update({ id: moved.id }, { pupilId: to });
      continue;
    }
    const isNewer = moved.revision > there.revision;
    const [kept, other] = isNewer ? [moved, there] : [there, moved];
    const isTwin = kept.content === other.content;
    // The key is free before the other copy gets it: it is unique with the pupil.
    if (isTwin) await rows.delete({ id: other.id });
    else await rows.update({ id: other.id }, { pupilId: to, key: `${key}-${other.id.slice(-8)}` });
    await rows.update({ id: kept.id }, { pupilId: to });
  }
}
