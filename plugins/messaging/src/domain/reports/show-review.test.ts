// SPDX-License-Identifier: EUPL-1.2
import { testDatabases, kin, startTestHost, type Role } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';

const DAY = 86_400_000;
// A teacher of the class with a child in it.
const records = [kin('teacherInBothSchools', 'classmate')];

describe.each(testDatabases())('messages that a teacher shows to the head on $name', (database) => {
  // Awaited below, since a describe cannot wait.
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database, records });
  beforeAll(async () => {
    host = await started;
  });
  const { send, open, pathOf, has } = messageSteps(() => host);
  const rows = (sql: string): Promise<Record<string, string | null>[]> => host.host.database.dataSource.query(sql);

  interface Item {
    readonly text: string;
    readonly path: string;
    readonly version: string;
  }

  /** A message on the page « À accepter ». */
  async function itemOf(subject: string, by: Role = 'teacher'): Promise<Item> {
    const { text } = await host.as(by).get('/reviews').expect(200);
    const item = text.split('<li class="v-review">').find((part) => part.includes(subject)) ?? '';
    const [, path = '', version = ''] = /action="([^"?]+)[^>]*>[^]*?name="version" value="(\d+)"/.exec(item) ?? [];
    return { text: item, path, version };
  }

  async function show(subject: string, reason: string): Promise<string> {
    const { path, version } = await itemOf(subject);
    const teacher = host.as('teacher');
    await teacher.post(`${path}/show`).form({ version, reason }).expect(303);
    return (await teacher.get('/reviews').expect(200)).text;
  }

  async function newestReport(): Promise<string> {
    const { text } = await host.as('head').get('/reports').expect(200);
    return [...text.matchAll(/href="([^"]+\/reports\/[\da-f-]{36})"/g)][0]?.[1] ?? '';
  }

  async function writeTo(subject: string, from: Role = 'pupil', to: Role = 'classmate'): Promise<void> {
    await send(from, { toPerson: await host.ids.person(to) }, subject);
    await host.runJobs();
  }

  test('the head reads the message, its people, its class and the reason, and it goes on waiting', async () => {
    await writeTo('Caillou');
    const { text, path, version } = await itemOf('Caillou');
    expect(text).toMatch(/Le montrer à la direction[^]*L’élève n’en sait rien/);
    expect(await show('Caillou', 'Il fait peur')).toMatch(
      /est montré à la direction[^]*Montré à la direction par Claire Vuillet/,
    );
    expect((await itemOf('Caillou')).text).not.toMatch(/Le montrer à la direction/);
    // A second press says so, and so does one with another reason, which stays on its page.
    const teacher = host.as('teacher');
    await teacher.post(`${path}/show`).form({ version, reason: 'Il fait peur' }).expect(303);
    await teacher.get('/reviews').expect(200, /déjà montré à la direction/);
    await teacher
      .post(`${path}/show`)
      .form({ version, reason: 'Autre' })
      .expect(400, /déjà montré à la direction/);
    expect(await rows(`SELECT id FROM messaging_report`)).toHaveLength(1);
    expect(await rows(`SELECT id FROM core_audit WHERE action = 'messaging.report' AND outcome = 'done'`)).toHaveLength(
      1,
    );

    const report = await newestReport();
    const page = await host
      .as('head')
      .get(report)
      .expect(200, /Montré par Claire Vuillet[^]*Il fait peur/);
    expect(page.text).toMatch(/Inès Faivre[^]*CM1, écrit à Zoé Girardet · arrivé à personne[^]*Texte de Caillou/);
    expect(page.text).not.toMatch(/Ouvrir le reste|pas d’autre message en commun/);
    // The way on: to the parents of the author.
    const [, write = ''] = /href="[^"]*(\/write\?[^"]+)"[^>]*>[^]{0,900}?Écrire aux parents/.exec(page.text) ?? [];
    await host
      .as('head')
      .get(write)
      .expect(200, /Sophie .{0,20}Faivre/);
    await host
      .as('head')
      .get('/')
      .expect(200, /signalement/);
    for (const role of ['teacher', 'pupil', 'guardian', 'classmate'] as const)
      await host.as(role).get(report).expect(403);
    // Nobody else is told, and the teacher decides as before.
    expect((await open('pupil', 'Caillou', '/boxes/sent')).text).not.toMatch(/direction/);
    expect(await has('classmate', 'Caillou')).toBe(false);
    await host.as('head').post(report).form({ do: 'open-thread', reason: 'x' }).expect(303);
    await host.as('head').post(report).form({ do: 'close' }).expect(303);
    expect((await itemOf('Caillou')).text).toMatch(/signalement clos par Mathieu Grosjean/);
    await teacher.post(path).form({ do: 'accept', version }).expect(303);
    await host.runJobs();
    expect(await has('classmate', 'Caillou')).toBe(true);
    expect((await open('classmate', 'Caillou')).text).toContain('Texte de Caillou');
  });

  test('only a teacher who may decide about it shows it, and a head who decides is not asked', async () => {
    await writeTo('Sable', 'classmate', 'pupil');
    const { path, version } = await itemOf('Sable');
    const form = { version, reason: '' };
    const post = (role: Role) => host.as(role).post(`${path}/show`).form(form);
    for (const role of ['pupil', 'classmate', 'guardian', 'staff'] as const) await post(role).expect(403);
    for (const role of ['teacherInBothSchools', 'teacherOfOtherClass', 'headOfOtherSchool'] as const)
      await post(role).expect(404);
    // After three school days the head accepts, too.
    host.clock.advance(5 * DAY);
    const forHead = await itemOf('Sable', 'head');
    expect(forHead.text).not.toBe('');
    expect(forHead.text).not.toMatch(/Le montrer à la direction/);
    await post('head').expect(403);
    const decided = { do: 'refuse', version, reason: 'own-words', word: 'Non' };
    await host.as('teacher').post(path).form(decided).expect(303);
    await post('teacher').expect(400, /déjà refusé ce message/);
    expect(await rows(`SELECT id FROM messaging_report WHERE state = 'open'`)).toEqual([]);
  });

  test('the head reads what the teacher read, whatever its author makes of it, and the new text is shown by itself', async () => {
    await writeTo('Rivière');
    await show('Rivière', '');
    const report = await newestReport();
    const copy = await pathOf('pupil', 'Rivière', '/boxes/sent');
    await host.as('pupil').post(`${copy}/recall`).form({}).expect(303);
    const draft = copy.replace('/copies/', '/drafts/');
    const [, draftVersion = ''] = /name="version" value="(\d+)"/.exec((await host.as('pupil').get(draft)).text) ?? [];
    const toPerson = await host.ids.person('classmate');
    const anew = { toPerson, subject: 'Rivière', body: 'Un texte doux', version: draftVersion };
    const reading = (): PromiseLike<unknown> =>
      host
        .as('head')
        .get(report)
        .expect(200, /CM1[^]*Texte de Rivière/)
        .expectNot(/Un texte doux/);
    host.clock.advance(60_000);
    await host
      .as('pupil')
      .post(draft)
      .form({ ...anew, do: 'save' })
      .expect(303);
    await reading();
    const [, next = ''] = /name="version" value="(\d+)"/.exec((await host.as('pupil').get(draft)).text) ?? [];
    await host
      .as('pupil')
      .post(draft)
      .form({ ...anew, version: next, do: 'send' })
      .expect(303);
    await host.runJobs();
    await reading();
    expect((await itemOf('Rivière')).text).toMatch(/Le montrer à la direction/);
    await show('Rivière', 'Encore');
    expect(await rows(`SELECT id FROM messaging_report WHERE state = 'open'`)).toHaveLength(2);
  });

  test('its text stays while the report is open, and goes 30 days after it was shown', async () => {
    const kept = (): Promise<Record<string, string | null>[]> =>
      rows(`SELECT id FROM messaging_report WHERE shown LIKE '%Texte de Rivière%'`);
    const [{ id = '' } = {}] = await kept();
    const report = `/reports/${id ?? ''}`;
    host.clock.advance(31 * DAY);
    await host.runJobs();
    await host
      .as('head')
      .get(report)
      .expect(200, /tant que le signalement est ouvert[^]*Texte de Rivière/);
    await host.as('head').post(report).form({ do: 'close' }).expect(303);
    await host
      .as('head')
      .get(report)
      .expect(200, /il est effacé/)
      .expectNot(/Texte de Rivière/);
    host.clock.advance(DAY);
    await host.runJobs();
    expect(await kept()).toEqual([]);
  });
});
