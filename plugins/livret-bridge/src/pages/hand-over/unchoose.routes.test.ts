// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { startLivret } from '../../testing/start/livret-for-tests.js';
import { HAND_OVER_PATH } from '../../paths.js';
import { DestinationRow } from '../../store/destination.entity.js';
import { OUTSIDE } from './hand-over.input.js';

const now = new Date('2027-06-22T08:00:00Z');
const started = await Promise.all(
  testDatabases().map(async (database) => ({ name: database.name, livret: await startLivret({ database, now }) })),
);

describe.each(started)('taking the choice of a collège back on $name', ({ livret: { host, tables } }) => {
  test('it goes back to a collège of this platform, to one outside or to none, and to nothing else', async () => {
    const [head, pupil] = [host.as('head'), await host.ids.person('pupil')];
    const collegeOf = async (): Promise<string | undefined> =>
      (
        await tables(SCHOOL)
          .repository(DestinationRow)
          .findOne({ where: { pupilId: pupil } })
      )?.college;
    const form = { pupil, to: OTHER_SCHOOL };
    await head
      .post(HAND_OVER_PATH)
      .form({ ...form, do: 'choose', form: 'choose' })
      .expect(303);
    for (const before of ['XXXXXXXX', SCHOOL, '']) {
      await head
        .post(HAND_OVER_PATH)
        .form({ ...form, do: 'unchoose', before })
        .expect(409);
      expect(await collegeOf()).toBe(OTHER_SCHOOL);
    }
    await head
      .post(HAND_OVER_PATH)
      .form({ ...form, do: 'unchoose', before: OUTSIDE })
      .expect(303);
    expect(await collegeOf()).toBe('');
    await head.post(HAND_OVER_PATH).form({ pupil, to: OUTSIDE, do: 'unchoose' }).expect(303);
    expect(await collegeOf()).toBeUndefined();
  });
});
