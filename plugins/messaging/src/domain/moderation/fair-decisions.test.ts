// SPDX-License-Identifier: EUPL-1.2
import { group, kin, member, person, SCHOOL, startTestHost, testDatabases } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';

const records = [
  // A teacher of the class with a child in it, and a class of which the only teacher has one.
  kin('teacherInBothSchools', 'pupil'),
  group(SCHOOL, 'ce1', 'CE1'),
  person('noe', 'pupil', SCHOOL, 'Noé', 'Jobard'),
  member(SCHOOL, 'ce1', 'noe'),
  member(SCHOOL, 'ce1', 'pupilOfOtherClass'),
  member(SCHOOL, 'ce1', 'lastYearsTeacher', 'teacher'),
  kin('lastYearsTeacher', 'pupilOfOtherClass'),
];

describe.each(testDatabases())('fair decisions on $name', (database) => {
  // Awaited below, since a describe cannot wait.
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database, records });
  beforeAll(async () => {
    host = await started;
  });
  const { send, has, open, waitUntilHour } = messageSteps(() => host);

  /** The address of the decision about a message, and the version that the page shows. */
  async function reviewOf(subject: string, by: 'teacher' | 'head' = 'teacher'): Promise<[string, string]> {
    const { text } = await host.as(by).get('/reviews').expect(200);
    const item = text.split('<li class="v-review">').find((part) => part.includes(subject)) ?? '';
    const [, path = '', version = ''] = /action="([^"?]+)[^>]*>[^]*?name="version" value="(\d+)"/.exec(item) ?? [];
    return [path, version];
  }

  test('a teacher neither sees nor decides about a message of their own child', async () => {
    await send('pupil', { toPerson: await host.ids.person('classmate') }, 'Cabane');
    const [path, version] = await reviewOf('Cabane');
    const parent = host.as('teacherInBothSchools');
    expect(await has('teacherInBothSchools', 'Cabane', '/reviews')).toBe(false);
    await parent.post(path).form({ do: 'accept', version }).expect(404);
    const review = `${path.split('/').at(-1)} ${version}`;
    await parent.post('/reviews').form({ do: 'accept', review }).expect(303);
    await host.runJobs();
    expect(await has('classmate', 'Cabane')).toBe(false);
    // A message to their child is another thing.
    await send('classmate', { toPerson: await host.ids.person('pupil') }, 'Pour Inès');
    expect(await has('teacherInBothSchools', 'Pour Inès', '/reviews')).toBe(true);
  });

  test('where the only teacher is the parent, the head decides at once', async () => {
    await send('pupilOfOtherClass', { toPerson: await host.ids.login('noe') }, 'Marelle');
    expect(await has('lastYearsTeacher', 'Marelle', '/reviews')).toBe(false);
    const [path, version] = await reviewOf('Marelle', 'head');
    await host.as('head').post(path).form({ do: 'accept', version }).expect(303);
    // A class with another teacher waits its three school days.
    expect(await has('head', 'Cabane', '/reviews')).toBe(false);
  });

  test('messages of one author stand together, with their number', async () => {
    const [toPerson, classmate] = [await host.ids.person('pupil'), await host.ids.person('classmate')];
    await send('pupil', { toPerson: classmate }, 'Cerf-volant');
    const { text } = await host.as('teacher').get('/reviews').expect(200);
    expect(text.replaceAll('\u00a0', ' ')).toMatch(/Inès Faivre : 2 messages[^]*Cabane[^]*Cerf-volant[^]*Pour Inès/);
    expect(text).not.toMatch(/Zoé Girardet\u00a0: /);
    await send('classmate', { toPerson }, 'Toupie');
  });

  test('the word of a refusal at night is read in the morning, and until then the message waits', async () => {
    await waitUntilHour(20);
    const [path, version] = await reviewOf('Toupie');
    const teacher = host.as('teacher');
    const refusal = { do: 'refuse', reason: 'own-words', word: 'Viens me voir' };
    // The pupil has changed the message since the page was opened: the teacher's words stay in its form.
    await teacher
      .post(path)
      .form({ ...refusal, version: String(Number(version) + 1) })
      .expect(409, /a changé depuis[^]*Viens me voir<\/textarea>/);
    await teacher
      .post(path)
      .form({ ...refusal, version })
      .expect(303);
    await host.runJobs();
    const sent = '/boxes/sent';
    expect(await has('teacher', 'Toupie', '/reviews')).toBe(false);
    expect((await open('classmate', 'Toupie', sent)).text).toMatch(/attend/);
    for (const page of [sent, '/', '/?door=read'])
      await host
        .as('classmate')
        .get(page)
        .expect(200)
        .expectNot(/Viens me voir|dit non/);
    expect((await open('classmate', 'Toupie', sent)).text).not.toMatch(/Viens me voir/);
    await waitUntilHour(5);
    expect((await open('classmate', 'Toupie', sent)).text).not.toMatch(/Viens me voir/);
    await waitUntilHour(6);
    expect((await open('classmate', 'Toupie', sent)).text).toMatch(/Viens me voir/);
    expect(await has('pupil', 'Toupie')).toBe(false);
  });

  test('the word of a refusal can be reported: the head reads the word, and not the message', async () => {
    const { text } = await open('classmate', 'Toupie', '/boxes/sent');
    expect(text).toMatch(/Ce mot te gêne[^]*La direction de l’école lira ce mot/);
    const [, report = ''] = /action="([^"]+\/report)[?"]/.exec(text) ?? [];
    const classmate = host.as('classmate');
    await classmate.post(report).form({ reason: 'C’est méchant' }).expect(303);
    await classmate.get(report.replace(/\/report$/, '')).expect(200, /C’est dit à la direction[^]*Viens me voir/);
    const list = await host
      .as('head')
      .get('/reports')
      .expect(200, /Message de Claire Vuillet/);
    const [, path = ''] = /href="([^"]+\/reports\/[\da-f-]{36})"/.exec(list.text) ?? [];
    await host
      .as('head')
      .get(path)
      .expect(200, /C’est méchant[^]*Claire Vuillet[^]*Mot donné pour refuser[^]*Viens me voir/)
      .expectNot(/Texte de Toupie/);
    // A message that was not refused is reported by nobody to themselves.
    const [, own = ''] = /action="([^"]+)\/recall"/.exec((await open('pupil', 'Cabane', '/boxes/sent')).text) ?? [];
    await host.as('pupil').post(`${own}/report`).form({}).expect(400);
  });
});
