// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, onceInQuickRun, type Role, SCHOOL } from '@volee/core-adapter/testing';
import { type BilanState, BilanRow } from '../../store/bilan.entity.js';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { startLivret, type LivretForTests } from '../../testing/start/livret-for-tests.js';
import { acknowledgePath, bilanPath } from '../../paths.js';
import { TraceRow } from '../../store/trace.entity.js';

describe.each(bothDatabases())('the home of a family on $name', (database) => {
  const testOnce = onceInQuickRun(database);
  let host: LivretForTests['host'];
  let tables: LivretForTests['tables'];
  const started = startLivret({ database, now: new Date('2026-12-11T10:00:00Z') });
  beforeAll(async () => {
    ({ host, tables } = await started);
  });

  async function bilanOf(role: Role, state: BilanState): Promise<BilanRow> {
    const [db, pupilId] = [tables(SCHOOL), await host.ids.person(role)];
    return exampleBilan({ db, pupilId, groupId: host.ids.cm1, marker: 'Un mot' }, state);
  }
  const portal = `/s/${SCHOOL}`;

  test('V2 T10 shows what is published of the own children alone, and what waits on the portal', async () => {
    for (const role of ['guardian', 'pupil'] as const) {
      await bilanOf('pupil', 'signed');
      await bilanOf('classmate', 'published');
      const none = role === 'guardian' ? /Aucun bilan n’est publié/ : /Ton premier bilan/;
      await host
        .as(role)
        .get('/')
        .expect(200, none)
        .expectNot(/href="[^"]*\/bilans\//);
    }
    await host
      .as('guardian')
      .get(portal)
      .expect(200)
      .expectNot(/Le bilan d’Inès/);
    const { id, publishedAt } = await bilanOf('pupil', 'published');
    await host
      .as('guardian')
      .get('/')
      .expect(200, /1 bilan à lire et à confirmer[^]*Inès[^]*Nouveau/)
      .expectNot(/Zoé/);
    await host
      .as('guardian')
      .get(portal)
      .expect(200, /Le bilan d’Inès est publié/);
    await host
      .as('pupil')
      .get('/')
      .expect(200, /Un nouveau bilan t’attend/);
    for (const role of ['guardian', 'pupil'] as const) {
      await host
        .as(role)
        .get(portal)
        .expect(200, /class="v-count"/);
      await host.as(role).get(bilanPath(id)).expect(200);
      await host
        .as(role)
        .get('/')
        .expect(200)
        .expectNot(role === 'guardian' ? /Nouveau/ : /class="v-count"|Nouveau|nouveau bilan/);
    }
    await host
      .as('guardian')
      .get('/')
      .expect(200, /1 bilan à lire et à confirmer[^]*À confirmer/);
    const form = { published: publishedAt?.toISOString() ?? '' };
    const next = await bilanOf('pupil', 'published');
    const nextLink = new RegExp(`${bilanPath(next.id)}"[^>]*>\\s*Lire aussi celui d’Inès[^]*class="v-columns"`);
    await host.as('guardian').get(bilanPath(id)).expect(200).expectNot(nextLink);
    await host.as('guardian').post(acknowledgePath(id)).form(form).expect(303);
    await host.as('guardian').get(bilanPath(id)).expect(200, nextLink);
    await host.as('guardian').post(acknowledgePath(next.id)).form(form).expect(303);
    await host
      .as('guardian')
      .get(bilanPath(next.id))
      .expect(200)
      .expectNot(/Lire aussi celui/);
    await host
      .as('guardian')
      .get('/')
      .expect(200, /Vous avez tout lu et confirmé[^]*Confirmé le 11 décembre/);
    await host
      .as('guardian')
      .get(portal)
      .expect(200)
      .expectNot(/Le bilan d’Inès/);
  });

  testOnce(
    'tells that a bilan is withdrawn, with the reason, and asks for it again once it is published again',
    async () => {
      const { id, pupilId } = await bilanOf('pupilOfOtherClass', 'published');
      const [guardian, at] = [host.as('guardianOfOtherClass'), host.clock.now()];
      const step = { bilanId: id, pupilId, personId: null, personName: 'Mathieu Grosjean', day: '2026-12-11', at };
      await tables(SCHOOL)
        .repository(TraceRow)
        .insert([{ ...step, what: 'unlocked', word: 'Une mesure à revoir' }]);
      const bilans = tables(SCHOOL).repository(BilanRow);
      await bilans.update({ id }, { state: 'draft', publishedAt: null });
      await guardian
        .get('/')
        .expect(200, /Retiré[^]*Une mesure à revoir/)
        .expectNot(/href="[^"]*\/bilans\//);
      await guardian.get(portal).expect(200, /L’école a retiré le bilan de Tom[^]*Une mesure à revoir/);
      await host
        .as('pupilOfOtherClass')
        .get('/')
        .expect(200, /Ton école corrige ton bilan[^]*Ton école a retiré ce bilan le 11 décembre/)
        .expectNot(/premier bilan|Une mesure à revoir/);
      await bilans.update({ id }, { state: 'published', publishedAt: at });
      await guardian.get('/').expect(200, /Nouveau[^]*Corrigé[^]*Une mesure à revoir/);
      await guardian.get(portal).expect(200, /Le bilan de Tom est corrigé/);
    },
  );
});
