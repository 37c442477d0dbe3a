// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '@volee/core-adapter/directory';
import { testDatabases, type Role, SAMPLE_RECORDS, SCHOOL } from '@volee/core-adapter/testing';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { syncAgain } from '../../testing/start/passage-for-tests.js';
import { hashOfRow, isAsSigned } from '../../domain/bilan/hash-of-row.js';
import { readCatalogues } from '../../domain/catalogue/catalogues.js';
import { restoreDue } from '../../domain/life/restore-due.js';
import { startLivret, type LivretForTests } from '../../testing/start/livret-for-tests.js';
import { acknowledgePath, bilanPath, changesPath, restorePath, tracePath, unlockPath } from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { TraceRow } from '../../store/trace.entity.js';

describe.each(testDatabases())('what was published, while it is corrected, on $name', (database) => {
  let livret: LivretForTests;
  const started = startLivret({ database, now: new Date('2026-12-10T10:00:00Z') });
  beforeAll(async () => {
    livret = await started;
  });

  const as = (role: Role) => livret.host.as(role);
  const bilans = () => livret.tables(SCHOOL).repository(BilanRow);
  const rowOf = async (id: string): Promise<BilanRow | undefined> => bilans().findOne({ where: { id } });

  /** A bilan that pupil and guardian have read and confirmed. */
  async function published(marker: string): Promise<BilanRow> {
    const db = livret.tables(SCHOOL);
    const pupilId = await livret.host.ids.person('pupil');
    await bilans().delete({ pupilId });
    const row = await exampleBilan({ db, pupilId, groupId: livret.host.ids.cm1, marker }, 'published');
    await as('pupil').get(bilanPath(row.id)).expect(200);
    const form = { published: row.publishedAt?.toISOString() ?? '' };
    await as('guardian').post(acknowledgePath(row.id)).form(form).expect(303);
    return row;
  }
  const unlock = (id: string, text: 'stays' | 'goes') =>
    as('head').post(unlockPath(id)).form({ word: 'Une coquille', text }).expect(303);
  async function type(id: string, now: string): Promise<void> {
    const was = (await rowOf(id))?.general ?? '';
    await as('teacher').post(changesPath(id)).form({ cell: 'general', was, now }).expect(200);
  }

  test('X8 a bilan that a pupil has read stays readable until it is published again, and then says that it changed', async () => {
    const row = await published('Lu par Inès');
    await as('head')
      .get(unlockPath(row.id))
      .expect(
        200,
        /Que lit la famille en attendant[^]*Le texte d’aujourd’hui[^]*ne devait pas être publié[^]*Laisser publié/,
      );
    await unlock(row.id, 'stays');
    await as('head')
      .get(bilanPath(row.id))
      .expect(200, /En correction\s: la famille lit le texte du 24 novembre/)
      .expectNot(/la famille ne (le )?voit/);
    await type(row.id, 'Texte corrigé');
    await as('teacher')
      .get(`${bilanPath(row.id)}?subject=general`)
      .expect(200, /En correction\. [^]*a débloqué ce bilan/)
      .expectNot(/Brouillon\./);

    await as('pupil')
      .get('/')
      .expect(200, /href="[^"]*\/bilans\/[^]*Publié le 24 novembre[^]*Ton école le relit/)
      .expectNot(/premier bilan|Une coquille/);
    await as('pupil')
      .get(bilanPath(row.id))
      .expect(200, /Ton école relit ce bilan[^]*celui du 24 novembre[^]*Lu par Inès/)
      .expectNot(/Texte corrigé|Une coquille/);
    await as('guardian')
      .get('/')
      .expect(200, /En correction[^]*Une coquille[^]*href="[^"]*\/bilans\//)
      .expectNot(/à lire et à confirmer/);
    await as('guardian')
      .get(bilanPath(row.id))
      .expect(200, /L’école corrige ce bilan[^]*Une coquille[^]*Lu par Inès/)
      .expectNot(/Texte corrigé|J’ai lu le bilan/);
    await as('guardian')
      .get(`/s/${SCHOOL}`)
      .expect(200, /L’école corrige le bilan d’Inès[^]*Depuis le [^]*Une coquille/)
      .expectNot(/choses? vous atten/);
    const old = { published: row.publishedAt?.toISOString() ?? '' };
    await as('guardian')
      .post(acknowledgePath(row.id))
      .form(old)
      .expect(409, /Lu par Inès/);

    for (const [state, words] of [
      ['ready', /Corrigé, prêt à signer\s: la famille lit le texte du 24 novembre/],
      ['signed', /Corrigé et signé, il attend[^.]*: la famille lit le texte du 24 novembre/],
      ['visa', /Corrigé, signé et vu[^.]*: la famille lit le texte du 24 novembre/],
    ] as const) {
      await bilans().update({ id: row.id }, { state });
      await as('head')
        .get(bilanPath(row.id))
        .expect(200, words)
        .expectNot(/la famille ne (le )?voit/);
    }

    livret.host.clock.advance(60_000);
    await bilans().update({ id: row.id }, { state: 'published', publishedAt: livret.host.clock.now() });
    await as('pupil')
      .get('/')
      .expect(200, /nouveau bilan[^]*Ton école l’a corrigé/);
    await as('pupil')
      .get(bilanPath(row.id))
      .expect(200, /Ton école a corrigé ce bilan[^]*Texte corrigé/)
      .expectNot(/Lu par Inès<\/blockquote>/);
    await as('guardian')
      .get(bilanPath(row.id))
      .expect(200, /Ce bilan a été corrigé[^]*Une coquille[^]*Texte corrigé/);

    // The head unlocked it while the clock of the server was a day ahead.
    await bilans().update({ id: row.id }, { publishedAt: new Date('2026-12-09T10:00:00Z') });
    await as('guardian')
      .get(bilanPath(row.id))
      .expect(200, /Ce bilan a été corrigé[^]*9 décembre/);
  });

  test('X8 a text that should not have been published goes at once, and its address says so in place of a 404', async () => {
    const row = await published('Sur un autre élève');
    await unlock(row.id, 'goes');
    await as('pupil')
      .get('/')
      .expect(200, /Ton école a retiré ce bilan le 10 décembre pour le corriger/)
      .expectNot(/premier bilan|href="[^"]*\/bilans\//);
    for (const [role, words] of [
      ['pupil', /Tu liras le nouveau ici/],
      ['guardian', /Une coquille[^]*Vous lirez le nouveau ici/],
    ] as const) {
      await as(role)
        .get(bilanPath(row.id))
        .expect(200, words)
        .expectNot(/Sur un autre élève/);
    }
    const form = { published: row.publishedAt?.toISOString() ?? '' };
    await as('guardian')
      .post(acknowledgePath(row.id))
      .form(form)
      .expect(409)
      .expectNot(/Sur un autre élève/);
    await as('guardian')
      .get('/')
      .expect(200, /Retiré/);
  });

  test('X8 a head has what was published return, as it was signed, read and confirmed, and the draft is in the history', async () => {
    for (const text of ['stays', 'goes'] as const) {
      const row = await published('Bien comme c’était');
      await unlock(row.id, text);
      await type(row.id, 'Presque corrigé');
      await as('head')
        .get(bilanPath(row.id))
        .expect(200, /Publier de nouveau le texte du 24 novembre/);
      await as('guardian').post(restorePath(row.id)).expect(403);
      await as('head').post(restorePath(row.id)).expect(303);
      const back = await rowOf(row.id);
      const same = ({ general, positions, signedAs, visaAs, publishedAt, sha256 }: BilanRow) =>
        JSON.stringify({ general, positions, signedAs, visaAs, publishedAt, sha256 });
      expect(back && [back.state, same(back), isAsSigned(back)]).toEqual(['published', same(row), true]);
      await as('guardian')
        .get('/')
        .expect(200, /Confirmé le 10 décembre/)
        .expectNot(/Corrigé/);
      await as('pupil')
        .get('/')
        .expect(200)
        .expectNot(/nouveau bilan|relit|corrigé/);
      await as('head')
        .get(tracePath(row.id))
        .expect(200, /Le texte d’avant est de nouveau publié, par Mathieu Grosjean[^]*Presque corrigé/);
      // A second press, or a bilan that was never published, changes nothing.
      await as('head').post(restorePath(row.id)).expect(303);
      expect((await rowOf(row.id))?.revision).toBe(back?.revision);
    }
  });

  test('X8 of a pupil that is in no class any more, the family reads on, and the head has the text return', async () => {
    const row = await published('Elle déménage');
    await unlock(row.id, 'stays');
    const isOfPupil = (one: DirectoryRecord): boolean =>
      (one.type === 'person' && one.key === 'pupil') || (one.type === 'kinship' && one.child === 'pupil');
    await syncAgain(livret.host, { without: ['pupil'], more: SAMPLE_RECORDS.filter(isOfPupil) });
    await as('teacher').get(bilanPath(row.id)).expect(404);
    for (const role of ['pupil', 'guardian'] as const) {
      await as(role)
        .get(bilanPath(row.id))
        .expect(200, /Elle déménage/);
    }
    await as('head')
      .get(bilanPath(row.id))
      .expect(200, /Publier de nouveau le texte/);
    await as('head').post(restorePath(row.id)).expect(303);
    expect((await rowOf(row.id))?.state).toBe('published');
    await syncAgain(livret.host, { without: [], more: [] });
  });

  test.each(['reopened', 'restored'] as const)(
    'X8 of a bilan that was %s while the clock was ahead, the family reads the last publication, and keeps it',
    async (ahead) => {
      const { clock } = livret.host;
      const day = (days: number) => clock.set(new Date(Date.UTC(2026, 11, 10 + days, 10)));
      const row = await published('Texte ancien');
      day(ahead === 'reopened' ? 10 : 0);
      await unlock(row.id, 'stays');
      if (ahead === 'restored') {
        day(60);
        await as('head').post(restorePath(row.id)).form({}).expect(303);
      }
      day(1);
      const before = await rowOf(row.id);
      const last = { ...before, general: 'Texte corrigé', publishedAt: clock.now() } as BilanRow;
      const { general, publishedAt } = last;
      const again = { general, publishedAt, sha256: hashOfRow(last), state: 'published' } as const;
      await bilans().update({ id: row.id }, again);
      day(2);
      await unlock(row.id, 'stays');

      const traces = livret.tables(SCHOOL).repository(TraceRow);
      // The second time, the steps are in the order in which they were noted before this was mended.
      for (const isOld of ahead === 'restored' ? [false, true] : [false]) {
        if (isOld) await traces.update({ bilanId: row.id, what: 'restored' }, { at: new Date('2027-03-01T10:00:00Z') });
        for (const role of ['pupil', 'guardian'] as const) {
          await as(role)
            .get('/')
            .expect(200, /href="[^"]*\/bilans\//)
            .expectNot(/premier bilan/);
          await as(role)
            .get(bilanPath(row.id))
            .expect(200, /Texte corrigé/);
        }
        await as('head')
          .get(bilanPath(row.id))
          .expect(200, /Publier de nouveau le texte/);
      }
      clock.set(new Date('2027-08-02T10:00:00Z'));
      const work = { catalogues: readCatalogues(), db: livret.tables(SCHOOL), clock };
      const school = { timeZone: 'Europe/Paris' };
      await restoreDue({ ...work, school, schoolYear: 2027 }, new AbortController().signal);
      const after = await rowOf(row.id);
      expect([after?.state, after?.general]).toEqual(['published', 'Texte corrigé']);
      day(0);
    },
  );

  test('X8 what was unlocked before 1 August and not signed again is published again, unless it was withdrawn', async () => {
    const { host } = livret;
    host.clock.set(new Date('2027-07-30T10:00:00Z'));
    const about = { db: livret.tables(SCHOOL), pupilId: await host.ids.person('pupil'), groupId: host.ids.cm1 };
    await published('Lu en juin');
    const make = (marker: string) => exampleBilan({ ...about, marker }, 'published');
    const [open, gone, signed] = [await make('À corriger'), await make('D’un autre'), await make('Signé')];
    await unlock(open.id, 'stays');
    await unlock(gone.id, 'goes');
    await unlock(signed.id, 'stays');
    await type(open.id, 'Pas fini');
    await bilans().update({ id: signed.id }, { state: 'signed', general: 'Signé de nouveau' });
    const states = async (): Promise<unknown[]> =>
      Promise.all([open, gone, signed].map(async ({ id }) => (await rowOf(id))?.state));

    host.clock.set(new Date('2027-07-31T21:30:00Z'));
    await host.runJobs();
    expect(await states()).toEqual(['draft', 'draft', 'signed']);
    host.clock.set(new Date('2027-08-02T10:00:00Z'));
    await host.runJobs();
    expect(await states()).toEqual(['published', 'draft', 'signed']);
    expect((await rowOf(open.id))?.general).toBe('À corriger');
    const steps = await livret
      .tables(SCHOOL)
      .repository(TraceRow)
      .find({ where: { bilanId: open.id, what: 'restored' } });
    expect(steps.map(({ personId, word }) => [personId, word?.includes('Pas fini')])).toEqual([[null, true]]);
    await as('guardian')
      .get(bilanPath(open.id))
      .expect(200, /À corriger/);
    await as('guardian')
      .get(bilanPath(signed.id))
      .expect(200, /L’école corrige[^]*Signé</);
    await as('pupil')
      .get(bilanPath(gone.id))
      .expect(200, /Demande à ton école/);
    await as('guardian')
      .get(bilanPath(gone.id))
      .expect(200, /L’année scolaire est finie/);

    // From 1 September nothing of the year before is published: the correction that nobody published is given up.
    host.clock.set(new Date('2027-09-01T10:00:00Z'));
    await host.runJobs();
    expect(await states()).toEqual(['published', 'draft', 'published']);
    expect((await rowOf(signed.id))?.general).toBe('Signé');
  });
});
