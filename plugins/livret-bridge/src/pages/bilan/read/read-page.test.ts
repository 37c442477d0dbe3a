// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, onceInQuickRun, type Role, SCHOOL } from '@volee/core-adapter/testing';
import { exampleBilan } from '../../../testing/examples/example-bilan-for-tests.js';
import { startLivret, type LivretForTests } from '../../../testing/start/livret-for-tests.js';
import { acknowledgePath, bilanPath, subjectPath } from '../../../paths.js';
import { AcknowledgementRow } from '../../../store/acknowledgement.entity.js';
import { BilanRow } from '../../../store/bilan.entity.js';
import { TraceRow } from '../../../store/trace.entity.js';

describe.each(bothDatabases())('a published bilan on $name', (database) => {
  const testOnce = onceInQuickRun(database);
  let host: LivretForTests['host'];
  let tables: LivretForTests['tables'];
  const started = startLivret({ database, now: new Date('2026-12-11T10:00:00Z') });
  beforeAll(async () => {
    ({ host, tables } = await started);
  });

  async function published(): Promise<BilanRow> {
    const [db, pupilId] = [tables(SCHOOL), await host.ids.person('pupil')];
    return exampleBilan({ db, pupilId, groupId: host.ids.cm1, marker: 'Un très bon début' }, 'published');
  }
  const publicationOn = (page: string): string => /name="published" value="([^"]+)"/.exec(page)?.[1] ?? '';
  async function confirm(role: Role, { id }: BilanRow): Promise<void> {
    const { text } = await host.as(role).get(bilanPath(id)).expect(200);
    const form = { published: publicationOn(text) };
    await host.as(role).post(acknowledgePath(id)).form(form).expect(303);
  }
  const confirmations = (bilanId: string): Promise<number> =>
    tables(SCHOOL).repository(AcknowledgementRow).count({ where: { bilanId } });

  test('is confirmed by each guardian, twice is once, and each sees that the other one did', async () => {
    const bilan = await published();
    const path = bilanPath(bilan.id);
    await host
      .as('guardian')
      .get(path)
      .expect(200, /Le bilan d’Inès[^]*Un très bon début[^]*L’avez-vous lu/);
    await confirm('guardian', bilan);
    const again = { published: bilan.publishedAt?.toISOString() ?? '' };
    const form = acknowledgePath(bilan.id);
    await Promise.all([1, 2].map(() => host.as('guardianInBothSchools').post(form).form(again).expect(303)));
    await host.as('guardian').post(form).form(again).expect(303);
    expect(await confirmations(bilan.id)).toBe(2);
    await host
      .as('guardian')
      .get(path)
      .expect(200, /Luc Faivre-Marguet[^]*a confirmé le[^]*Vous/)
      .expectNot(/J’ai lu/);
    await host
      .as('teacher')
      .get(path)
      .expect(200, /Sophie Faivre[^]*a confirmé/)
      .expectNot(/J’ai lu/);
  });

  testOnce('is read out to the family and the pupil who asks for it, and to no teacher', async () => {
    const { id } = await published();
    for (const role of ['guardian', 'pupil'] as const)
      await host
        .as(role)
        .get(bilanPath(id))
        .expect(200, /core\/listen\.js[^]*data-listen="bilan-word-text"/);
    await host
      .as('teacher')
      .get(bilanPath(id))
      .expect(200)
      .expectNot(/data-listen|listen\.js/);
  });

  testOnce(
    'says to the pupil nothing but the word for them, and names the appreciation as written to the parents',
    async () => {
      const { id } = await published();
      const toParents = /Voir tout ton bilan[^]*Ce qu’Un très bon début a écrit à tes parents[^]*Un très bon début</;
      await host
        .as('pupil')
        .get(bilanPath(id))
        .expect(200, toParents)
        .expectNot(/Le mot d|child-word|L’appréciation d/);
      const word = 'Tu lis de mieux en mieux.';
      await tables(SCHOOL).repository(BilanRow).update({ id }, { word });
      const toPupil = /Le mot d’Un très bon début[^]*Tu lis de mieux en mieux\.[^]*a écrit à tes parents/;
      await host.as('pupil').get(bilanPath(id)).expect(200, toPupil);
      await host
        .as('guardian')
        .get(bilanPath(id))
        .expect(200, /L’appréciation d’Un/)
        .expectNot(/Tu lis/);
    },
  );

  testOnce('says until when it is kept, on each page where the family reads it and on no page of a draft', async () => {
    const [db, pupilId] = [tables(SCHOOL), await host.ids.person('pupil')];
    const bilan = await published();
    const draft = await exampleBilan({ db, pupilId, groupId: host.ids.cm1, marker: 'À finir' });
    const until = async (day: RegExp): Promise<void> => {
      for (const role of ['pupil', 'guardian', 'teacher'] as const)
        await host.as(role).get(bilanPath(bilan.id)).expect(200, day);
    };
    await until(/école garde ce bilan jusqu’au 31 juillet 2029, puis l’efface\. Le bilan suivant peut redire où/);
    await host
      .as('pupil')
      .get(bilanPath(bilan.id))
      .expect(200, /Ton école garde ce bilan/);
    await host
      .as('teacher')
      .get(subjectPath(draft.id, 'general'))
      .expect(200)
      .expectNot(/garde ce bilan/);
    // The pupil repeats CM2.
    await db.repository(BilanRow).update({ id: draft.id }, { year: 2027 });
    await until(/école garde ce bilan jusqu’au 31 juillet 2030/);
    await db.repository(BilanRow).delete({ id: draft.id });
  });

  testOnce(
    'is to be confirmed again once a guardian takes their own confirmation back, within ten minutes',
    async () => {
      const bilan = await published();
      const [path, form] = [bilanPath(bilan.id), acknowledgePath(bilan.id)];
      const guardian = host.as('guardian');
      const confirmed = async (): Promise<Record<string, string>> => {
        const stands = { published: bilan.publishedAt?.toISOString() ?? '' };
        await guardian.post(form).form(stands).expect(303);
        await guardian.get(path).expect(200, /sait que vous avez lu le bilan[^]*Annuler/);
        const { text } = await guardian.get(path).expect(200, /annuler jusqu’à[^]*Annuler ma confirmation/);
        return { ...stands, back: /name="back" value="([^"]+)"/.exec(text)?.[1] ?? '' };
      };
      const undo = await confirmed();
      await host.as('guardianInBothSchools').post(form).form(undo).expect(303);
      expect(await confirmations(bilan.id)).toBe(1);
      await guardian.post(form).form(undo).expect(303);
      await guardian.get(path).expect(200, /confirmation est annulée[^]*J’ai lu le bilan/);
      const late = await confirmed();
      host.clock.advance(10 * 60_000);
      await guardian
        .get(path)
        .expect(200, /Vous avez confirmé/)
        .expectNot(/Annuler/);
      await guardian.post(form).form(late).expect(303);
      await guardian.get(path).expect(200, /de plus de dix minutes[^]*Vous avez confirmé/);
      expect(await confirmations(bilan.id)).toBe(1);
    },
  );

  testOnce(
    'that is published again is to be confirmed again, and what was confirmed before counts no more',
    async () => {
      const bilan = await published();
      const path = bilanPath(bilan.id);
      await confirm('guardian', bilan);
      host.clock.advance(60_000);
      const bilans = tables(SCHOOL).repository(BilanRow);
      await bilans.update({ id: bilan.id }, { publishedAt: host.clock.now(), revision: bilan.revision + 1 });
      await host
        .as('guardian')
        .get(path)
        .expect(200, /J’ai lu le bilan/);
      const old = { published: bilan.publishedAt?.toISOString() ?? '' };
      await host
        .as('guardian')
        .post(acknowledgePath(bilan.id))
        .form(old)
        .expect(409, /publié de nouveau[^]*J’ai lu/);
      await confirm('guardian', bilan);
      await host
        .as('guardian')
        .get(path)
        .expect(200, /Vous avez confirmé/);
      expect(await confirmations(bilan.id)).toBe(1);
    },
  );

  test('is noted as read by each of the family once a day, and not for teachers and heads of the school', async () => {
    const { id, pupilId } = await published();
    const read = (role: Role): PromiseLike<unknown> => host.as(role).get(bilanPath(id)).expect(200);
    await Promise.all([1, 2, 3, 4].map(() => read('guardian')));
    for (const role of ['pupil', 'guardian', 'teacher', 'head'] as const) await read(role);
    host.clock.advance(24 * 3_600_000);
    await read('pupil');
    const traces = await tables(SCHOOL)
      .repository(TraceRow)
      .find({ where: { bilanId: id } });
    const guardianId = await host.ids.person('guardian');
    const noted = traces.map(({ what, personId, day }) => `${what} ${String(personId)} ${day}`).sort();
    const expected = [`${guardianId} 2026-12-11`, `${pupilId} 2026-12-11`, `${pupilId} 2026-12-12`];
    expect(noted).toEqual(expected.map((one) => `read ${one}`).sort());
  });

  test('T8: stays readable for the family when the head chose the brick for its class, until its own term', async () => {
    const { activations, directory } = host.host;
    const { id } = await published();
    const profiles = ['pupil', 'guardian', 'teacher'] as const;
    const choice = { profiles, groupIds: [host.ids.cm1], from: null, until: null };
    await activations.disable(SCHOOL, 'livret-bridge', 'cli');
    await activations.enable(SCHOOL, 'livret-bridge', 'cli', choice);
    for (const now of ['2027-08-02T10:00:00Z', '2028-09-11T10:00:00Z']) {
      host.clock.set(now);
      for (const role of ['pupil', 'guardian'] as const) {
        await host
          .as(role)
          .get(bilanPath(id))
          .expect(200, /Un très bon début/);
      }
      for (const role of ['classmate', 'pupilOfOtherClass', 'guardianOfOtherClass', 'pupilOfOtherSchool'] as const) {
        await host.as(role).get(bilanPath(id), { school: SCHOOL }).expect(404);
      }
    }
    expect((await directory.audienceCounts(SCHOOL, choice)).profiles).toMatchObject({ teacher: 0, head: 0 });
  });
});
