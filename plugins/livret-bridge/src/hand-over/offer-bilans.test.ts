// SPDX-License-Identifier: EUPL-1.2
import { json } from '@volee/core-adapter';
import { bothDatabases, OTHER_SCHOOL, startTestHost, type TestHost } from '@volee/core-adapter/testing';
import { readCatalogues } from '../catalogue/catalogues.js';
import { exampleBilan } from '../contract/example-bilan-for-tests.js';
import livret from '../index.js';
import { unlock } from '../life/back-to-draft.js';
import { offerBilans, type OfferRequest } from './offer-bilans.js';

describe.each(bothDatabases())('offering bilans on $name', (database) => {
  let host: TestHost;
  /** Offers a bilan that is unlocked once the offer has begun to read. */
  const activate: typeof livret.activate = (brick) => {
    brick.http.get('/unlocked-meanwhile', { access: 'read' }, async (request) => {
      const { db, access, handOver } = request;
      const pupilId = await host.ids.person('pupil');
      const row = await exampleBilan(
        { db, pupilId, groupId: host.ids.cm2, marker: 'Sur un autre enfant' },
        'published',
      );
      const pastGroups: OfferRequest['access']['pastGroups'] = async (permission) => {
        await unlock(row, { word: 'Un autre enfant', isWithdrawn: true }, request);
        return access.pastGroups(permission);
      };
      const slow = { ...request, catalogues: readCatalogues(), access: { ...access, pastGroups } };
      await offerBilans({ bilanIds: [row.id], to: OTHER_SCHOOL, cm2Year: 2026 }, slow);
      return json({ sent: (await handOver.sent()).map(({ state }) => state) });
    });
    return livret.activate(brick);
  };
  const now = new Date('2027-06-22T08:00:00Z');
  const started = startTestHost({ bricks: [{ manifest: livret.manifest, activate }], database, now });
  beforeAll(async () => {
    host = await started;
  });

  test('T3 a bilan that is unlocked meanwhile stays at the école', async () => {
    const { text } = await host.as('head').get('/unlocked-meanwhile').expect(200);
    expect(JSON.parse(text)).toEqual({ sent: [] });
  });
});
