// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { bothDatabases, onceInQuickRun, OTHER_SCHOOL, SCHOOL } from '@volee/core-adapter/testing';
import { Not } from 'typeorm';
import { columnsOf, contentOf } from '../../domain/bilan/content.js';
import { exampleBilan, exampleCatalogue } from '../../testing/examples/example-bilan-for-tests.js';
import { startLivret, type LivretForTests } from '../../testing/start/livret-for-tests.js';
import { readCatalogues } from '../../domain/catalogue/catalogues.js';
import { isAsSigned } from '../../domain/bilan/hash-of-row.js';
import { AcknowledgementRow } from '../../store/acknowledgement.entity.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { TraceRow } from '../../store/trace.entity.js';
import { exportPerson } from './export-person.js';
import { movePerson } from './move-person.js';

const catalogues = readCatalogues();

describe.each(bothDatabases())('personal data on $name', (database) => {
  const testOnce = onceInQuickRun(database);
  let host: LivretForTests['host'];
  let tables: LivretForTests['tables'];
  const started = startLivret({ database });
  beforeAll(async () => {
    ({ host, tables } = await started);
  });

  async function bilan(pupilId: string, state: BilanRow['state'], general: string): Promise<BilanRow> {
    const about = { db: tables(SCHOOL), pupilId, groupId: host.ids.cm1, marker: general };
    return exampleBilan(about, state);
  }
  const bilansOf = (pupilId: string): Promise<BilanRow[]> =>
    tables(SCHOOL)
      .repository(BilanRow)
      .find({ where: { pupilId }, order: { period: 'ASC' } });
  const move = (from: string, to: string): Promise<void> =>
    tables(SCHOOL).transaction(() => movePerson({ db: tables(SCHOOL), from, to }, { catalogues, clock: host.clock }));

  test('of two persons that become one, the bilan that is further stays, and drafts are merged and told', async () => {
    const [from, to] = [await host.ids.person('pupil'), await host.ids.person('classmate')];
    const [first, draft] = [await bilan(from, 'published', 'Publié'), await bilan(from, 'draft', 'Brouillon')];
    const [alone, kept] = [await bilan(to, 'ready', 'Prêt'), await bilan(to, 'draft', 'Autre brouillon')];
    const word = columnsOf({ ...contentOf(draft), word: 'Bravo' });
    await tables(SCHOOL).repository(BilanRow).update({ id: draft.id }, word);
    const guardianId = await host.ids.person('guardian');
    const seen = { bilanId: alone.id, pupilId: to, personId: guardianId };
    await tables(SCHOOL)
      .repository(AcknowledgementRow)
      .insert([{ ...seen, at: host.clock.now() }]);

    // Half past midnight in the school.
    host.clock.set('2026-11-24T23:30:00Z');
    await move(from, to);
    expect(await bilansOf(from)).toEqual([]);
    const [one, two, ...more] = await bilansOf(to);
    expect([one?.id, one?.state, one?.general, more]).toEqual([first.id, 'published', 'Publié', []]);
    expect([two?.id, two?.general, two?.word, two?.revision]).toEqual([kept.id, 'Autre brouillon', 'Bravo', 2]);
    const told = await tables(SCHOOL)
      .repository(TraceRow)
      .find({ where: { what: 'merged' } });
    expect(told.map(({ bilanId, word: text }) => [bilanId, text?.includes('Brouillon')])).toContainEqual([
      kept.id,
      true,
    ]);
    expect(told.map(({ day }) => day)).toEqual(told.map(() => '2026-11-25'));
    expect(told.find(({ bilanId }) => bilanId === first.id)?.word).toMatch(/Appréciation générale.*Prêt/);
    expect(
      await tables(SCHOOL)
        .repository(AcknowledgementRow)
        .count({ where: { bilanId: alone.id } }),
    ).toBe(0);
    await host
      .as('head')
      .get(`/bilans/${kept.id}`)
      .expect(200, /N’a pas été gardé[^]*Brouillon/);
  });

  testOnce(
    'of two drafts with two catalogues that nobody has, no value gets into the other one, and all is told',
    async () => {
      const [from, to] = [await host.ids.person('pupilOfOtherClass'), randomUUID()];
      const rows = tables(SCHOOL).repository(BilanRow);
      const positions = '1 4            ';
      for (const ofOther of ['occitan-2016', 'breton-2016', exampleCatalogue.id]) {
        const [one, two] = [await bilan(from, 'draft', 'Un'), await bilan(to, 'draft', 'Deux')];
        await rows.update({ id: one.id }, { catalogue: ofOther, positions: '123            ' });
        await rows.update({ id: two.id }, { catalogue: 'breton-2016', positions });
        await move(from, to);
        expect(await bilansOf(to)).toMatchObject([{ id: two.id, general: 'Deux', positions, writers: '{}' }]);
        const [step] = await tables(SCHOOL)
          .repository(TraceRow)
          .find({ where: { bilanId: two.id, what: 'merged' } });
        expect(step?.word).toMatch(/: 2\n.*: 3\n[^]*Un/);
        await rows.delete({ pupilId: to });
      }
    },
  );

  testOnce(
    'a bilan is as it was signed once its pupil is another person, unless its content had changed before',
    async () => {
      const [from, to] = [await host.ids.person('pupilOfOtherClass'), randomUUID()];
      const whole = await bilan(from, 'published', 'Signé');
      const changed = await bilan(from, 'published', 'Signé aussi');
      await tables(SCHOOL).repository(BilanRow).update({ id: changed.id }, { general: 'Changé depuis' });
      await move(from, to);
      // A page or a save that read the bilan before finds another revision.
      expect((await bilansOf(to)).map(({ revision }) => revision)).toEqual([2, 2]);
      const asSigned = (await bilansOf(to)).map((row) => [row.id, isAsSigned(row)]);
      expect(asSigned).toEqual([
        [whole.id, true],
        [changed.id, false],
      ]);
      await tables(SCHOOL).repository(BilanRow).delete({ pupilId: to });
    },
  );

  testOnce(
    'V2 T7 an export is in words, of the person and the school alone, and holds no bilan before it is published',
    async () => {
      const [own, other] = [await host.ids.person('pupilOfOtherClass'), await host.ids.person('pupil')];
      await bilan(own, 'published', 'Tom travaille bien');
      await bilan(other, 'published', 'Inès aussi');
      for (const state of ['draft', 'ready', 'signed', 'visa'] as const) await bilan(own, state, 'Encore secret');
      const step = { bilanId: randomUUID(), pupilId: own, personId: null, personName: null, day: '2026-11-24' };
      const steps = [
        { ...step, at: host.clock.now(), what: 'merged' as const, word: 'Appréciation générale : Encore secret' },
        { ...step, at: host.clock.now(), what: 'unlocked' as const, word: 'Une position à corriger' },
      ];
      await tables(SCHOOL).repository(TraceRow).insert(steps);
      const given = JSON.stringify(await exportPerson({ db: tables(SCHOOL), personId: own }, catalogues));
      expect(given).toMatch(/Tom travaille bien[^]*"line":"Langage oral","position":"Atteints"/);
      expect(given).toContain('Une position à corriger');
      expect(given).not.toMatch(/Inès|Encore secret/);
      await tables(SCHOOL).repository(TraceRow).delete({ pupilId: own });
      await tables(SCHOOL)
        .repository(BilanRow)
        .delete({ pupilId: own, state: Not('published') });
      const elsewhere = await exportPerson({ db: tables(OTHER_SCHOOL), personId: own }, catalogues);
      expect(Object.values(elsewhere.records).flat()).toEqual([]);
    },
  );

  testOnce('X6 of two guardians that become one, the later confirmation stays', async () => {
    const [from, to] = [await host.ids.person('guardian'), await host.ids.person('guardianInBothSchools')];
    const pupilId = randomUUID();
    const { id: bilanId } = await bilan(pupilId, 'published', 'Confirmé');
    const acknowledgements = tables(SCHOOL).repository(AcknowledgementRow);
    const [early, late] = [new Date('2026-11-02T09:00:00Z'), new Date('2026-12-06T09:00:00Z')];
    for (const [first, second] of [
      [early, late],
      [late, early],
    ] as const) {
      const row = { bilanId, pupilId };
      await acknowledgements.insert([
        { ...row, personId: to, at: first },
        { ...row, personId: from, at: second },
      ]);
      await move(from, to);
      expect(await acknowledgements.find({ where: { bilanId } })).toMatchObject([{ personId: to, at: late }]);
      await acknowledgements.delete({ bilanId });
    }
    await tables(SCHOOL).repository(BilanRow).delete({ pupilId });
  });

  testOnce('what has ended goes at night, where the brick is off, too, with its history', async () => {
    const pupilId = await host.ids.person('pupilOfOtherClass');
    const [{ id }] = (await bilansOf(pupilId)) as [BilanRow];
    await host.as('pupilOfOtherClass').get(`/bilans/${id}`).expect(200);
    const traces = tables(SCHOOL).repository(TraceRow);
    expect(await traces.count({ where: { bilanId: id } })).toBe(1);
    await host.host.activations.disable(SCHOOL, 'livret-bridge', 'cli');
    for (const [year, left] of [
      [2028, 1],
      [2029, 0],
    ] as const) {
      host.clock.set(new Date(`${String(year)}-08-02T04:00:00Z`));
      await host.runJobs();
      expect([(await bilansOf(pupilId)).length, await traces.count({ where: { bilanId: id } })]).toEqual([left, left]);
    }
  });
});
