// SPDX-License-Identifier: EUPL-1.2
import { matchClasses, type ClassMatch, type ClassPupils, type OtherPupils } from './match-classes.js';

const some = (word: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${word}${at}`);
const classOf = (id: string, pupils: readonly string[], name = id): OtherPupils => ({
  id,
  name: name.toLowerCase(),
  pupils: new Set(pupils),
  teachers: new Set(),
  hasStood: false,
});
const stood = (one: OtherPupils): OtherPupils => ({ ...one, hasStood: true });
const taught = (one: OtherPupils, ...teachers: string[]): OtherPupils => ({ ...one, teachers: new Set(teachers) });
const [A, B] = [some('a', 20), some('b', 20)];
const CM1_CM2 = [classOf('CM1-CM2', [...A, ...B])];
const OWN = [classOf('CM1', A), classOf('CM2', B)];
/** Two classes of one name. */
const TWINS = [classOf('first', A, 'CM2'), classOf('second', B, 'CM2')];
const same = (own: string): ClassMatch => ({ answer: 'same', own });
const ask = (...own: string[]): ClassMatch => ({ answer: 'ask', own });
const none: ClassMatch = { answer: 'none' };

test.each<[string, OtherPupils, readonly ClassPupils[], ClassMatch]>([
  ['with all pupils of a class', classOf('Mme X', B), OWN, same('CM2')],
  ['with three pupils of a class, where a file leaves pupils out', classOf('Mme X', B.slice(0, 3)), OWN, same('CM2')],
  ['with two pupils of a class', classOf('Mme X', B.slice(0, 2)), OWN, ask('CM2')],
  ['with nine of ten', classOf('Mme X', [...B.slice(0, 9), ...A.slice(0, 1)]), OWN, same('CM2')],
  [
    'that has stood for a while, with nine of ten, and one in another class',
    stood(classOf('Mme X', [...B.slice(0, 9), ...A.slice(0, 1)])),
    OWN,
    ask('CM2'),
  ],
  [
    'that has stood for a while, with nine of ten, and one whom only the file names',
    stood(classOf('Mme X', [...B.slice(0, 9), 'new'])),
    OWN,
    same('CM2'),
  ],
  [
    'with a teacher of its own, and a part of the pupils',
    taught(classOf('Mme X', B.slice(0, 9)), 'x'),
    OWN,
    ask('CM2'),
  ],
  ['with a teacher of its own, and all pupils', taught(classOf('Mme X', B), 'x'), OWN, same('CM2')],
  [
    'with the teacher of the class, and a part of its pupils',
    taught(classOf('Mme X', B.slice(0, 9)), 'y'),
    OWN.map((one) => taught(one, 'y')),
    same('CM2'),
  ],
  [
    'that has stood for a while, with the teacher of the class, and a part of its pupils',
    stood(taught(classOf('Mme X', B.slice(0, 9)), 'y')),
    OWN.map((one) => taught(one, 'y')),
    ask('CM2'),
  ],
  ['with nine of ten, and one whom only the file names', classOf('Mme X', [...B.slice(0, 9), 'new']), OWN, same('CM2')],
  ['with eight of ten', classOf('Mme X', [...B.slice(0, 8), ...some('new', 2)]), OWN, ask('CM2')],
  ['that is half of two classes', classOf('Mme X', [...A.slice(0, 9), ...B.slice(0, 11)]), OWN, ask('CM2', 'CM1')],
  ['that is the CM1 of a class of two levels', classOf('CM1 Mme X', A), CM1_CM2, same('CM1-CM2')],
  ['that is the CM2 of a class of two levels', classOf('CM2 Mme X', B), CM1_CM2, same('CM1-CM2')],
  ['with pupils of one of two classes of one name', classOf('CM2', B), TWINS, same('second')],
  ['with the name of two classes, and nobody of them', classOf('CM2', some('new', 9)), TWINS, ask('first', 'second')],
  [
    'with pupils who are in two classes',
    classOf('ULIS', A.slice(0, 4)),
    [...OWN, classOf('ULIS A', A.slice(0, 4))],
    ask('CM1', 'ULIS A'),
  ],
  ['with the name of a class and the pupils of another one', classOf('CM2', A), OWN, same('CM1')],
  ['with one pupil in four of a class', classOf('Mme X', [...B.slice(0, 5), ...some('new', 15)]), OWN, none],
  [
    'with one pupil in four of a class, and its name',
    classOf('CM2', [...B.slice(0, 5), ...some('new', 15)]),
    OWN,
    ask('CM2'),
  ],
  ['with nobody whom the directory names', classOf('ULIS', some('new', 9)), OWN, none],
  ['without pupils, with the name of a class', classOf('CM2', []), OWN, none],
  ['in a school without classes of its own source', classOf('CM2', B), [], none],
])('a class %s', (_, other, own, match) => {
  expect(matchClasses(other, own)).toEqual(match);
});

test('each of sixty classes is found by its pupils', () => {
  const own = some('class', 60).map((id) => classOf(id, some(`${id} `, 25), 'CM2'));
  for (const { id, pupils } of own) expect(matchClasses(classOf('other', [...pupils]), own)).toEqual(same(id));
});
