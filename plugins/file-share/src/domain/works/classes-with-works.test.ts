// SPDX-License-Identifier: EUPL-1.2
import type { Group, Member } from '@volee/core-adapter';
import { classesWithWorks } from './classes-with-works.js';

const CLASS = group('cm1', 'class');
const CHOIR = group('chorale', 'work');
const COUNCIL = group('conseil des maîtres', 'work');
const KITCHEN = group('cantine', 'service');
const PUPIL: Member = { id: 'p1', displayName: 'Inès Faivre', givenName: 'Inès', familyName: 'Faivre', level: 'cm1' };

test('works are of classes and of working groups with pupils', async () => {
  const asked: string[] = [];
  const found = await classesWithWorks('follow', {
    access: { groups: () => Promise.resolve([CLASS, KITCHEN, CHOIR, COUNCIL]) },
    directory: {
      members: (id: string) => {
        asked.push(id);
        return Promise.resolve(id === CHOIR.id ? [PUPIL] : []);
      },
    },
  });
  expect(found).toEqual([CLASS, CHOIR]);
  expect(asked).toEqual([CHOIR.id, COUNCIL.id]);
});

function group(name: string, kind: Group['kind']): Group {
  return { id: name, name, kind, schoolYear: 2026 };
}
