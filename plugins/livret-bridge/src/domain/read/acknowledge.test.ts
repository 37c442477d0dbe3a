// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, SCHOOL } from '@volee/core-adapter/testing';
import { AcknowledgementRow } from '../../store/acknowledgement.entity.js';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { startLivret } from '../../testing/start/livret-for-tests.js';
import { acknowledge } from './acknowledge.js';

const NOW = new Date('2026-12-11T10:00:00Z');
const started = await Promise.all(
  bothDatabases().map(async (database) => ({ name: database.name, livret: await startLivret({ database, now: NOW }) })),
);

describe.each(started)('two confirmations at once on $name', ({ livret: { host, tables } }) => {
  const db = tables(SCHOOL);
  const after = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1_000);

  test('both tell the one that stands, also of a bilan that was published again', async () => {
    const [pupilId, guardian] = [await host.ids.person('pupil'), await host.ids.person('guardian')];
    const bilan = await exampleBilan({ db, pupilId, groupId: host.ids.cm1, marker: 'Bravo' }, 'published');
    for (const publishedAt of [bilan.publishedAt, after(60)]) {
      const taps = [61, 62].map((seconds) => acknowledge(db, { ...bilan, publishedAt }, guardian, after(seconds)));
      const told = await Promise.all(taps);
      const rows = await db.repository(AcknowledgementRow).find({ where: { bilanId: bilan.id } });
      expect(rows).toHaveLength(1);
      expect(told).toEqual([rows[0]?.at, rows[0]?.at]);
      await db.repository(AcknowledgementRow).update({ bilanId: bilan.id }, { at: NOW });
    }
  });
});
