// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index } from 'typeorm';
import { currentBrick } from '../infra/util/brick-scope.js';
import { activate, causeOf } from './activate-for-tests.js';
import type { BrickParts } from './brick-parts.js';

class Parent {
  @Column('varchar', { length: 36 })
  toGroup!: string;
}

@Entity('agenda_seat')
@Index(['school', 'classId'], { unique: true })
class SeatRow extends Parent {
  @Column('varchar', { length: 36 })
  classId!: string;

  @Column('varchar', { length: 36 })
  classmateId!: string;

  @Column('varchar', { length: 20 })
  className!: string;
}
const declaring = (columns: object): object => ({
  entities: [SeatRow],
  personalData: {
    ...{ kept: 'title', purpose: 'summary', retention: 'summary' },
    tables: [{ entity: SeatRow, columns: { classmateId: 'delete', ...columns } }],
  },
});
const following = ({ moveGroup }: BrickParts): void => moveGroup(() => Promise.resolve());

test.each<[string, object, string]>([
  [
    'of a class that is declared nowhere',
    { toGroup: 'group' },
    'by its name SeatRow#classId holds the id of a group, and no row would follow when two classes become one). ' +
      `Declare it 'group' in "tables" of the manifest's personalData, or call brick.moveGroup, which may do nothing for a ` +
      'column with other ids.',
  ],
  ['of a class that is declared as nobody', { toGroup: 'nobody', classId: 'group' }, 'its name SeatRow#toGroup holds'],
  [
    'in a unique key',
    { toGroup: 'group', classId: 'group' },
    'SeatRow#classId is in a unique key, where rows of two classes may meet). Call brick.moveGroup with a handler that says',
  ],
])('T7: a column %s requires the handler moveGroup', async (_name, columns, sentence) => {
  expect(await causeOf(() => undefined, declaring(columns))).toContain(sentence);
  expect(await causeOf(following, declaring(columns))).toBe('it is ready');
});

test('T7: a brick without ids of people requires the handler too, which runs in its scope', async () => {
  const manifest = { entities: [SeatRow] };
  expect(await causeOf(() => undefined, manifest)).toContain('holds the id of a group');
  const seen: unknown[] = [];
  const loaded = await activate(({ moveGroup }) => moveGroup(async () => void seen.push(currentBrick())), manifest);
  if (loaded.state === 'ready') await loaded.moveGroup?.({} as never);
  expect(seen).toEqual(['agenda']);
  expect(await causeOf((brick) => [1, 2].forEach(() => following(brick)))).toContain('calls "moveGroup" twice');
  expect(await activate(() => undefined)).not.toHaveProperty('moveGroup');
});
