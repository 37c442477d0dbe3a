// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { lostGroups, recordsWithGroups } from '../testing/directory-states.js';
import { currentOf, judgeSync, snapshotOf, TILLEULS } from '../testing/records-for-tests.js';

test('L15 in any mix of kinds, a school that loses one kind of group is refused, from five pupils on', async () => {
  await fc.assert(
    fc.asyncProperty(lostGroups, async (state) => {
      const before = currentOf(await snapshotOf(recordsWithGroups({ ...state, count: 0 })));
      const { reasons } = judgeSync(before, await snapshotOf(recordsWithGroups(state)));
      // Working groups may end as long as the pupils have other groups.
      const isLoss = state.count >= 5 && state.lost !== 'work';
      const inKind = reasons.filter(({ code }) => code === 'groups-shrank').map(({ uai, group }) => [uai, group]);
      expect(inKind).toEqual(isLoss ? [[TILLEULS, state.lost]] : []);
    }),
    { numRuns: 100 },
  );
});
