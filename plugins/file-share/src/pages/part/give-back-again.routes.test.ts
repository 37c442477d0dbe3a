// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, testDatabases, type TestExchange } from '@volee/core-adapter/testing';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { giveWork } from '../../testing/start/work-for-tests.js';
import { putPart } from '../../testing/start/works-for-tests.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';

const NOW = new Date('2026-11-24T09:00:00Z');
const started = await Promise.all(
  testDatabases().map(async (database) => {
    const drive = await startDrive({ database, now: NOW });
    return { name: database.name, drive, ines: await drive.host.ids.person('pupil') };
  }),
);

describe.each(started)('correcting a work a second time on $name', ({ drive: { host, tables, storage }, ines }) => {
  const db = tables(SCHOOL);
  const tools = { db, storage: storage(SCHOOL), clock: host.clock };
  const [teacher, pupil] = [host.as('teacher'), host.as('pupil')];
  const parts = db.repository(WorkPupilRow);

  /** A work that came back « à refaire » with a word. */
  async function toDoAgain() {
    const work = await giveWork({ groupId: host.ids.cm1 }, tools);
    await putPart(db, work, ines, { state: 'handedIn', handedInAt: NOW, word: 'Voilà.' });
    const page = `/works/${work.id}/pupils/${ines}`;
    const give = async (fields: Readonly<Record<string, string>>): Promise<void> => {
      const { text } = await teacher.get(page).expect(200);
      const [, revision = ''] = /name="revision" value="(\d+)"/.exec(text) ?? [];
      await teacher
        .post(`${page}/give-back`)
        .form({ do: 'give', ...fields, revision })
        .expect(303);
    };
    await give({ answer: 'Relis la légende', next: 'again' });
    host.clock.advance(60_000);
    return { where: { workId: work.id }, page, give };
  }

  const handIn = (page: string): TestExchange => pupil.post(page).form({ action: 'handIn', word: 'Encore.' });
  const EMPTY = /<textarea[^>]*name="answer"[^>]*><\/textarea>/;

  test('the word of the last correction stands among those that were given, and not in the field of the next one', async () => {
    const { where, page, give } = await toDoAgain();
    const ofWork = `/works/${where.workId}`;
    await teacher
      .get(ofWork)
      .expect(200, /À refaire/)
      .expectNot(/, refait/);
    await teacher.get(page).expect(200, /<textarea[^>]*name="answer"[^>]*>Relis la légende</);
    await handIn(page).expect(303);
    for (const path of [ofWork, page]) await teacher.get(path).expect(200, /À corriger, refait/);
    await teacher
      .get(page)
      .expect(200, EMPTY)
      .expect(200, /Toutes les corrections données[^]*Relis la légende/);
    await give({ answer: '', next: 'corrected' });
    expect(await parts.findOne({ where })).toMatchObject({ state: 'corrected', answer: '' });
    const works = await host.as('guardian').get(`/works?child=${ines}`).expect(200);
    expect(works.text.match(/take-all"/g)).toHaveLength(1);
    const { text } = await host.as('guardian').get(page).expect(200);
    expect(text.match(/Relis la légende/g)).toHaveLength(1);
  });

  test('a file that is added to the next correction brings the last word back neither before nor after handing in', async () => {
    const { where, page } = await toDoAgain();
    await teacher.post(`${page}/returned`).files({ 'early.txt': 'red ink' }).expect(303);
    await handIn(page).expect(303);
    await teacher
      .get(page)
      .expect(200, EMPTY)
      .expect(200, /early\.txt/);
    const { id } = (await parts.findOne({ where }))!;
    await parts.update({ id }, { prepared: null });
    await teacher.post(`${page}/returned`).files({ 'late.txt': 'red ink' }).expect(303);
    await teacher
      .get(page)
      .expect(200, EMPTY)
      .expect(200, /late\.txt/);
  });

  test('a word that is prepared since comes back', async () => {
    const { where, page, give } = await toDoAgain();
    await give({ answer: 'Presque', do: 'keep' });
    await handIn(page).expect(303);
    await teacher.get(page).expect(200, /<textarea[^>]*name="answer"[^>]*>Presque</);
    // The same word, typed anew for the second time, is one that was prepared.
    await give({ answer: 'Relis la légende', do: 'keep' });
    await teacher.get(page).expect(200, /<textarea[^>]*name="answer"[^>]*>Relis la légende</);
    await give({ answer: '', do: 'keep' });
    expect(await parts.findOne({ where })).toMatchObject({ state: 'handedIn', prepared: null });
    await teacher.get(page).expect(200, EMPTY);
  });

  test('a pupil who takes back what they have handed in again does not bring the last word back', async () => {
    const { page } = await toDoAgain();
    await handIn(page).expect(303);
    await pupil.post(page).form({ action: 'takeBack' }).expect(303);
    await teacher
      .get(page)
      .expect(200, /name="sure"/)
      .expect(200, EMPTY);
  });
});
