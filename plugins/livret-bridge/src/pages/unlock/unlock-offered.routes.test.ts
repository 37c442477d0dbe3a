// SPDX-License-Identifier: EUPL-1.2
import { member, OTHER_SCHOOL, person, SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { publishedBilan, signAgain, syncAgain } from '../../testing/start/passage-for-tests.js';
import { startLivret, type LivretForTests } from '../../testing/start/livret-for-tests.js';
import { ARRIVALS_PATH, HAND_OVER_PATH, unlockPath } from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { HandedRow } from '../../store/handed.entity.js';

const records = [{ ...person('lise', 'pupil', SCHOOL, 'Lise', 'Mougin'), level: 'CM2' }, member(SCHOOL, 'cm2', 'lise')];

describe.each(testDatabases())('a bilan that is unlocked after it was offered on $name', (database) => {
  let livret: LivretForTests;
  let lise: string;
  const started = startLivret({ database, records, now: new Date('2027-06-22T08:00:00Z') });
  beforeAll(async () => {
    livret = await started;
    lise = await livret.host.ids.login('lise');
  });

  const head = () => livret.host.as('head');
  const offer = () => head().post(HAND_OVER_PATH).form({ do: 'offer', pupil: lise, to: OTHER_SCHOOL });
  async function written(says: string): Promise<BilanRow> {
    return publishedBilan(livret, { school: SCHOOL, pupilId: lise, classId: livret.host.ids.cm2, says });
  }

  test('the parcel of it alone comes back, and it goes again once it is published', async () => {
    const [wrong, right] = [await written('Sur un autre enfant'), await written('Sur elle')];
    await head().post(HAND_OVER_PATH).form({ do: 'choose', pupil: lise, to: OTHER_SCHOOL }).expect(303);
    await offer().expect(303);
    const college = livret.host.as('headOfOtherSchool');
    const answer = { from: SCHOOL, shown: lise, pupil: lise, reason: 'later', word: '' };
    await college.post(ARRIVALS_PATH).form(answer).expect(303);

    await head()
      .get(unlockPath(wrong.id))
      .expect(200, /sa proposition au collège/);
    const unlocking = livret.host.as('head');
    await unlocking.post(unlockPath(wrong.id)).form({ word: 'Un autre enfant', text: 'goes' }).expect(303);
    await unlocking.get(HAND_OVER_PATH).expect(200, /sa proposition au collège/);
    const [sent, kept] = await Promise.all(
      [wrong, right].map(async ({ period }) => {
        const rows: readonly { state: string }[] = await livret.host.host.database.dataSource.query(
          `SELECT state FROM core_parcel WHERE fromUai = '${SCHOOL}' AND \`key\` LIKE '%-${String(period)}'`,
        );
        return rows.map(({ state }) => state);
      }),
    );
    expect([sent, kept]).toEqual([['recalled'], ['accepted']]);

    livret.host.clock.advance(60_000);
    const again = { state: 'published' as const, general: 'Corrigé', publishedAt: livret.host.clock.now() };
    await signAgain(livret, SCHOOL, wrong, again);
    await head()
      .get(`/s/${SCHOOL}`)
      .expect(200, /a été publié depuis[^]*n’a pas reçu la version d’avant/);
    await offer().expect(303);
    await college.get(ARRIVALS_PATH).expect(200, /Lise Mougin/);
    expect(await livret.tables(OTHER_SCHOOL).repository(HandedRow).count()).toBe(0);
  });

  test('of a pupil that has left the école, it stays published: nobody could write it', async () => {
    const { id } = await written('Elle déménage');
    await syncAgain(livret.host, { without: [], more: [] });
    const sentence = /n’est plus dans une classe de l’école/;
    await head().get(unlockPath(id)).expect(200, sentence);
    await head().post(unlockPath(id)).form({ word: 'Une erreur', text: 'goes' }).expect(400, sentence);
    expect(
      await livret
        .tables(SCHOOL)
        .repository(BilanRow)
        .count({ where: { id, state: 'published' } }),
    ).toBe(1);
  });
});
