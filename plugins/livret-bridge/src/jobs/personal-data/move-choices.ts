// SPDX-License-Identifier: EUPL-1.2
import type { GroupMove } from '@volee/core-adapter';
import { ClassRow } from '../../store/class.entity.js';

/**
 * Joins the choices of one class to those of another. The lines stay off that are off in both: a line that one of them fills in is still asked
 * for, and its marks stay in sight. A class without a row fills in all lines. The host moves the bilans, as declared.
 */
export async function moveChoices({ db, from, to }: Pick<GroupMove, 'db' | 'from' | 'to'>): Promise<void> {
  const choices = db.repository(ClassRow);
  const kept = new Map((await choices.find({ where: { groupId: to } })).map((choice) => [choice.period, choice]));
  for (const { id, period, offLines } of await choices.find({ where: { groupId: from } })) {
    const other = kept.get(period);
    if (!other) {
      await choices.update({ id }, { offLines: '' });
      continue;
    }
    const off = new Set(offLines.split(' '));
    const inBoth = other.offLines.split(' ').filter((code) => off.has(code));
    await choices.update({ id: other.id }, { offLines: inBoth.join(' ') });
    await choices.delete({ id });
  }
}
