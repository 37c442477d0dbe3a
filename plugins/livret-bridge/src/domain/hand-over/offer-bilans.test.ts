// SPDX-License-Identifier: EUPL-1.2
import { json } from '@volee/core-adapter';
import { bothDatabases, OTHER_SCHOOL, startTestHost, type TestHost } from '@volee/core-adapter/testing';
import { readCatalogues } from '../catalogue/catalogues.js';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import livret from '../../index.js';
import { unlock } from '../life/back-to-draft.js';
import { hashOfRow } from '../bilan/hash-of-row.js';
import { BilanRow } from '../../store/bilan.entity.js';
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
    brick.http.get('/with-lost-lines', { access: 'read' }, async (request) => {
      const { db, handOver } = request;
      const of = async (role: 'pupil' | 'classmate') =>
        exampleBilan({ db, pupilId: await host.ids.person(role), groupId: host.ids.cm2, marker: role }, 'published');
      const [lost, other] = [await of('pupil'), await of('classmate')];
      const catalogue = 'breton-2016';
      const sha256 = hashOfRow({ ...lost, catalogue });
      await db.repository(BilanRow).update({ id: lost.id }, { catalogue, sha256 });
      const offer = { ...request, catalogues: readCatalogues() };
      await offerBilans({ bilanIds: [lost.id, other.id], to: OTHER_SCHOOL, cm2Year: 2026 }, offer);
      return json({ sent: (await handOver.sent()).map(({ pupilId }) => pupilId).sort() });
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

  test('X8 a bilan whose lines nobody has any more holds up neither itself nor others', async () => {
    const { text } = await host.as('head').get('/with-lost-lines').expect(200);
    const both = [await host.ids.person('pupil'), await host.ids.person('classmate')];
    expect(JSON.parse(text)).toEqual({ sent: both.sort() });
  });
});
