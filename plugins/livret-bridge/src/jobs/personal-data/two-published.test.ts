// SPDX-License-Identifier: EUPL-1.2
import { type Role, SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { readCatalogues } from '../../domain/catalogue/catalogues.js';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { correctedBilan } from '../../testing/examples/history-examples-for-tests.js';
import { startLivret, type LivretForTests } from '../../testing/start/livret-for-tests.js';
import { bilanPath } from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { TraceRow } from '../../store/trace.entity.js';
import { movePerson } from './move-person.js';

const catalogues = readCatalogues();
const [OF_FROM, OF_TO] = ['Texte lu par Inès', 'Texte de l’autre fiche'];

describe.each(testDatabases())('two published bilans of one period that become one on $name', (database) => {
  let livret: LivretForTests;
  const started = startLivret({ database, now: new Date('2026-12-10T10:00:00Z') });
  beforeAll(async () => {
    livret = await started;
  });
  const as = (role: Role) => livret.host.as(role);
  const db = () => livret.tables(SCHOOL);
  const about = async (role: Role, marker: string) => {
    const pupilId = await livret.host.ids.person(role);
    await db().repository(TraceRow).delete({ pupilId });
    await db().repository(BilanRow).delete({ pupilId });
    return { db: db(), pupilId, groupId: livret.host.ids.cm1, marker };
  };

  /** Makes the record of one pupil that of the other. @returns the bilan that stays */
  async function merge(): Promise<BilanRow | undefined> {
    const [from, to] = [await livret.host.ids.person('pupil'), await livret.host.ids.person('classmate')];
    await db().transaction(() => movePerson({ db: db(), from, to }, { catalogues, clock: livret.host.clock }));
    return db()
      .repository(BilanRow)
      .findOne({ where: { pupilId: to } });
  }

  /** Asserts that the family reads both texts, is told why there are two, and has nothing to confirm of the one that went. */
  async function expectBoth(kept: readonly [BilanRow, string], gone: readonly [BilanRow, string]): Promise<void> {
    for (const role of ['classmate', 'guardianOfClassmate'] as const) {
      await as(role)
        .get('/')
        .expect(200, /D’une autre fiche/);
      await as(role)
        .get(bilanPath(kept[0].id))
        .expect(200, new RegExp(kept[1]))
        .expect(200, /deux fiches[^]*n’est pas perdu/)
        .expect(200, new RegExp(bilanPath(gone[0].id)));
      await as(role)
        .get(bilanPath(gone[0].id))
        .expect(200, new RegExp(gone[1]))
        .expect(200, /avait deux fiches/)
        .expectNot(/J’ai lu le bilan/);
    }
    for (const role of ['teacher', 'head'] as const) await as(role).get(bilanPath(gone[0].id)).expect(200);
    for (const role of [
      'pupilOfOtherClass',
      'guardianOfOtherClass',
      'teacherOfOtherClass',
      'headOfOtherSchool',
    ] as const) {
      await as(role).get(bilanPath(gone[0].id)).expect(404);
    }
  }

  test('X8 V2 T1 the one that was read stays, and the other is at its address for the same persons', async () => {
    const one = await exampleBilan(await about('pupil', OF_FROM), 'published');
    const two = await exampleBilan(await about('classmate', OF_TO), 'published');
    await as('pupil').get(bilanPath(one.id)).expect(200);
    const kept = await merge();
    expect([kept?.id, kept?.general]).toEqual([one.id, OF_FROM]);
    await expectBoth([one, OF_FROM], [two, OF_TO]);
  });

  test('X8 of two that were read, the one that was published later stays, and both are read on', async () => {
    const one = await exampleBilan(await about('pupil', OF_FROM), 'published');
    const two = await exampleBilan(await about('classmate', OF_TO), 'published');
    const later = new Date('2026-12-01T09:00:00Z');
    await db().repository(BilanRow).update({ id: two.id }, { publishedAt: later });
    await as('pupil').get(bilanPath(one.id)).expect(200);
    await as('classmate').get(bilanPath(two.id)).expect(200);
    expect((await merge())?.id).toBe(two.id);
    await expectBoth([two, OF_TO], [one, OF_FROM]);
  });

  test('X8 a text that a family reads while it is corrected stays, when the other record has a published one', async () => {
    const one = await correctedBilan(await about('pupil', OF_FROM), 'reopened');
    const two = await exampleBilan(await about('classmate', OF_TO), 'published');
    await as('pupil').get(bilanPath(one.id)).expect(200, new RegExp(OF_FROM));
    expect((await merge())?.id).toBe(two.id);
    await expectBoth([two, OF_TO], [one, OF_FROM]);
  });

  test('X8 of two texts that are corrected both are read on, each at its address, whichever was unlocked last', async () => {
    for (const how of ['unlocked', 'reopened'] as const) {
      const one = await correctedBilan(await about('pupil', OF_FROM), 'reopened');
      const two = await correctedBilan(await about('classmate', OF_TO), how);
      expect((await merge())?.id).toBe(two.id);
      await as('classmate').get(bilanPath(one.id)).expect(200, new RegExp(OF_FROM));
      await as('classmate')
        .get('/')
        .expect(200, new RegExp(bilanPath(one.id)));
      const kept = await as('classmate').get(bilanPath(two.id)).expect(200);
      expect(kept.text.includes(OF_TO)).toBe(how === 'reopened');
      expect(kept.text).not.toContain(OF_FROM);
    }
    const one = await correctedBilan(await about('pupil', OF_FROM), 'unlocked');
    const two = await correctedBilan(await about('classmate', OF_TO), 'reopened');
    const later = { at: new Date('2026-11-25T10:00:00Z') };
    await db().repository(TraceRow).update({ bilanId: one.id }, later);
    expect((await merge())?.id).toBe(two.id);
    await as('classmate').get(bilanPath(two.id)).expect(200, new RegExp(OF_TO));
    await as('classmate').get(bilanPath(one.id)).expect(404);
  });

  test('X8 the address of a text that is corrected leads to it, when the other record has a draft', async () => {
    const one = await correctedBilan(await about('pupil', OF_FROM), 'reopened');
    const two = await exampleBilan(await about('classmate', OF_TO), 'draft');
    const kept = await merge();
    expect(kept?.id).toBe(two.id);
    for (const { id } of [one, two]) {
      await as('classmate').get(bilanPath(id)).expect(200, new RegExp(OF_FROM)).expectNot(new RegExp(OF_TO));
      await as('guardianOfClassmate').get(bilanPath(id)).expect(200, new RegExp(OF_FROM));
    }
    await as('guardianOfOtherClass').get(bilanPath(one.id)).expect(404);
  });

  test('X8 a text that was withdrawn does not come back by a merge', async () => {
    const one = await correctedBilan(await about('pupil', OF_FROM), 'unlocked');
    const two = await exampleBilan(await about('classmate', OF_TO), 'published');
    expect((await merge())?.id).toBe(two.id);
    await as('classmate').get(bilanPath(one.id)).expect(404);
    await as('classmate').get(bilanPath(two.id)).expect(200, new RegExp(OF_TO)).expectNot(new RegExp(OF_FROM));
  });
});
