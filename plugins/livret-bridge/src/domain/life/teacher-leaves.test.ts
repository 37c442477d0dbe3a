// SPDX-License-Identifier: EUPL-1.2
import { CLASSMATE_RECORDS, SAMPLE_RECORDS, SCHOOL } from '@volee/core-adapter/testing';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { startLivret } from '../../testing/start/livret-for-tests.js';
import { signPath, VISA_PATH } from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { tickValue } from './ticked.js';

const DAY = 86_400_000;

const { host, tables } = await startLivret();

test('a teacher that leaves after signing stays on the bilan, and the head endorses it', async () => {
  const db = tables(SCHOOL);
  const pupilId = await host.ids.person('pupil');
  const about = { school: SCHOOL, groupId: host.ids.cm1, personId: pupilId, pupilId, marker: 'Un bon trimestre', db };
  const { id, period } = await exampleBilan(about, 'ready');
  const row = { id, revision: 1 };
  await host
    .as('teacher')
    .post(signPath(host.ids.cm1, period))
    .form({ bilan: tickValue(row) })
    .expect(303);
  const stay = [...SAMPLE_RECORDS, ...CLASSMATE_RECORDS].filter(
    (one) => !('login' in one && one.login === 'teacher') && !('person' in one && one.person === 'teacher'),
  );
  const source = {
    name: 'ldap',
    async *read() {
      yield* stay;
    },
  };
  await host.host.sync.run(source, new AbortController().signal);
  host.clock.advance(DAY);
  await expect(host.ids.login('teacher')).rejects.toThrow('nobody called teacher');
  const tick = tickValue({ id, revision: 2 });
  await host
    .as('head')
    .post(VISA_PATH)
    .form({ period: String(period), bilan: tick })
    .expect(303);
  expect(await db.repository(BilanRow).findOne({ where: { id } })).toMatchObject({
    ...{ state: 'visa', signedAs: 'Claire Vuillet', visaAs: 'Mathieu Grosjean' },
  });
});
