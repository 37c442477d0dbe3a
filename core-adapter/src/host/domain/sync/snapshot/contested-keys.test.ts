// SPDX-License-Identifier: EUPL-1.2
import { person, school, snapshotOf, TILLEULS } from '../testing/records-for-tests.js';
import { chooseClaim, type Claim } from './contested-keys.js';

const MANY = 130_000;

describe('one key in very many entries', () => {
  test('L9 the choice among them does not overflow the stack', () => {
    const fields = { key: 'x', login: 'x', givenName: '', familyName: '', displayName: 'x' };
    const claims = Array.from({ length: MANY }, (): Claim => ({ fields, spelling: 'x', entries: [] }));
    expect(chooseClaim(claims, () => undefined)).toBe(0);
  });

  test('L9 all but the first are left out and counted', async () => {
    const entries = Array.from({ length: MANY }, () => person('lea.petit', 'pupil', TILLEULS));
    const { persons, ignored } = await snapshotOf([school(TILLEULS, 'École des Tilleuls'), ...entries]);
    expect([persons.size, ignored.total]).toEqual([1, MANY - 1]);
  });
});
