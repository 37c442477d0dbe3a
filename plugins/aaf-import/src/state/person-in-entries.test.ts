// SPDX-License-Identifier: EUPL-1.2
import type { Entry } from '../entry.js';
import { linked, withoutPerson } from './person-in-entries.js';

const school: Entry = { category: 'EtabEducNat', key: 'A1', attributes: {} };
const zoe: Entry = {
  category: 'Eleve',
  key: '5',
  attributes: { sn: ['É'], ENTElevePersRelEleve: ['A1$10$$1', '9$20$$0'], ENTEleveAutoriteParentale: ['A1'] },
};
const tom: Entry = { category: 'Eleve', key: '6', attributes: { ENTElevePersRelEleve: ['A12$10$$1', '6$70$$1'] } };
const mother: Entry = { category: 'PersRelEleve', key: 'A1', attributes: { sn: ['É'] } };

test('T7: a person is removed with all links to them, by normalised key; a school with that key stays', () => {
  const left = { sn: ['É'], ENTElevePersRelEleve: ['9$20$$0'], ENTEleveAutoriteParentale: [] };
  expect(withoutPerson([school, zoe, tom, mother], 'a1')).toEqual([school, { ...zoe, attributes: left }, tom]);
});

test('an attribute that was not there is not there afterwards', () => {
  const [after] = withoutPerson([tom], 'a12');
  expect(after?.attributes).toEqual({ ENTElevePersRelEleve: ['6$70$$1'] });
});

test('an entry links to each adult once, and never to itself', () => {
  expect([zoe, tom, mother].map(linked)).toEqual([['A1', '9'], ['A12'], []]);
});
