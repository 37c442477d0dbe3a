// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { testDatabases, SCHOOL, startTestHost, type Role } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';
import { defaultDecisions } from '../policy/decisions.js';
import { storedDecisions } from '../policy/stored-decisions.js';
import { PolicyRow } from '../../store/policy.entity.js';

const SENT = '/boxes/sent';
const DRAFTS = '/boxes/drafts';

describe.each(testDatabases())('refusals that are kept on $name', (database) => {
  // Awaited below, since a describe cannot wait.
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database });
  beforeAll(async () => {
    host = await started;
  });
  const { send, has, open, pathOf, waitUntilHour } = messageSteps(() => host);

  async function refuse(subject: string, word: string): Promise<void> {
    const { text } = await host.as('teacher').get('/reviews').expect(200);
    const item = text.split('<li class="v-review">').find((part) => part.includes(subject)) ?? '';
    const [, path = '', version = ''] = /action="([^"]+)"[^]*?name="version" value="(\d+)"/.exec(item) ?? [];
    await host.as('teacher').post(path).form({ do: 'refuse', version, reason: 'own-words', word }).expect(303);
    await host.runJobs();
  }

  /** « L’écrire autrement », or « Le changer »: the address of the draft. */
  async function writeAnew(subject: string): Promise<string> {
    const path = await pathOf('pupil', subject, SENT);
    await host.as('pupil').post(`${path}/recall`).form({}).expect(303);
    return (await pathOf('pupil', subject, DRAFTS)).replace('/copies/', '/drafts/');
  }

  /** The forms of a page that report a word, in their order. */
  function reportsIn(text: string): { readonly path: string; readonly refusal: string }[] {
    const forms = [
      ...text.matchAll(
        /action="([^"]+\/report)">(?:<input[^>]*>)?<input type="hidden" name="refusal" value="([^"]+)"/g,
      ),
    ];
    return forms.map(([, path = '', refusal = '']) => ({ path, refusal }));
  }

  /** The address of the newest open report. */
  async function newestReport(): Promise<string> {
    const { text } = await host.as('head').get('/reports').expect(200);
    return [...text.matchAll(/href="([^"]+\/reports\/[\da-f-]{36})"/g)].at(-1)?.[1] ?? '';
  }

  /** The state of each report, and the head who closed it last. */
  async function closings(): Promise<object[]> {
    const { dataSource } = host.host.database;
    const rows = await dataSource.query<object[]>(`SELECT state, closedBy FROM messaging_report`);
    return rows.map((row) => ({ ...row }));
  }

  async function reportedWords(): Promise<string[]> {
    const { text } = await host.as('head').get('/reports').expect(200);
    const paths = new Set([...text.matchAll(/href="([^"]+\/reports\/[\da-f-]{36})"/g)].map(([, path = '']) => path));
    const pages = await Promise.all([...paths].map((path) => host.as('head').get(path).expect(200)));
    return pages.flatMap((page) => /Mot (?:un|deux|de nuit)/.exec(page.text)?.[0] ?? []).sort();
  }

  test('the word of a refusal stays on the draft, where it can be reported, and beside the message that is sent again', async () => {
    await send('pupil', { toPerson: await host.ids.person('classmate') }, 'Girafe');
    await refuse('Girafe', 'Mot un');
    const draft = await writeAnew('Girafe');
    const pupil = host.as('pupil');
    await pupil.get(draft).expect(200, /Claire Vuillet t’a dit[^]*Mot un[^]*value="said"/);
    // Typed text is saved before the page of the words opens.
    const [, version = ''] = /name="version" value="(\d+)"/.exec((await pupil.get(draft)).text) ?? [];
    const toPerson = await host.ids.person('classmate');
    const fields = { toPerson, subject: 'Girafe', body: 'Texte doux de Girafe', version };
    const saved = await pupil
      .post(draft)
      .form({ ...fields, do: 'said' })
      .expect(303);
    expect(saved.headers.get('location')).toMatch(/said=true$/);
    const said = await pupil.get(`${draft}?said=true`).expect(200, /Mot un[^]*Ce mot te gêne/);
    const [first = { path: '', refusal: '' }] = reportsIn(said.text);
    await pupil.post(first.path).form({ refusal: first.refusal, reason: 'Il est méchant' }).expect(303);
    await pupil.get(draft).expect(200, /C’est dit à la direction[^]*Mot un[^]*Texte doux de Girafe/);
    expect(await reportedWords()).toEqual(['Mot un']);
    // Once said, the page tells that, and a second press, as of another tab, takes nothing back of it.
    await pupil
      .get(`${draft}?said=true`)
      .expect(200, /Mot un[^]*Tu l’as dit à la direction aujourd’hui/)
      .expectNot(/Ce mot te gêne/);
    const reported = await newestReport();
    for (const reason of ['', 'Il me fait peur', 'Il me fait peur'])
      await pupil.post(first.path).form({ refusal: first.refusal, reason }).expect(303);
    const { text: told } = await host
      .as('head')
      .get(reported)
      .expect(200, /Il est méchant[^]*Il me fait peur/);
    expect(told.match(/Il me fait peur/g)).toHaveLength(1);
    // Its first word and another one: what says nothing new leaves no line.
    const lines = await host.host.database.dataSource.query<unknown[]>(
      `SELECT id FROM core_audit WHERE action = 'messaging.report' AND outcome = 'done'`,
    );
    expect(lines).toHaveLength(2);
    await host.as('head').post(reported).form({ do: 'close' }).expect(303);
    await pupil.post(first.path).form({ refusal: first.refusal }).expect(303);
    expect(await reportedWords()).toEqual(['Mot un']);
    expect(await closings()).toEqual([{ state: 'open', closedBy: await host.ids.person('head') }]);
    // It is said again after it was closed: each time with its own instant.
    await host
      .as('head')
      .get(reported)
      .expect(200, /Il me fait peur[^]*signalé de nouveau, sans un mot de plus/);

    await pupil
      .post(draft)
      .form({ ...fields, version: String(Number(version) + 1) })
      .expect(303);
    await host.runJobs();
    expect((await open('pupil', 'Girafe', SENT)).text).toMatch(/attend[^]*Ce qu’on t’a répondu avant[^]*Mot un/);
    await host
      .as('teacher')
      .get('/reviews')
      .expect(200, /Texte doux de Girafe[^]*Déjà refusé par Claire Vuillet[^]*Mot un/);
    await refuse('Girafe', 'Mot deux');
    const { text } = await open('pupil', 'Girafe', SENT);
    expect(text).toMatch(/te dit[^]*Mot deux[^]*t’a dit[^]*Mot un/);
    const second = reportsIn(text)[0] ?? { path: '', refusal: '' };
    // The other one was reported before.
    expect(reportsIn(text)).toHaveLength(1);
    await pupil.post(second.path).form({ refusal: second.refusal }).expect(303);
    expect(await reportedWords()).toEqual(['Mot deux', 'Mot un']);
    // The same word once more is the same report, and a report of the word does not keep the message from being written anew.
    await pupil.post(second.path).form({ refusal: second.refusal }).expect(303);
    expect(await reportedWords()).toEqual(['Mot deux', 'Mot un']);
    await pupil.get(await writeAnew('Girafe')).expect(200, /Mot un[^]*Mot deux/);

    // By another message, or the message of another person, nobody reports it.
    await send('pupil', { toPerson }, 'Zèbre');
    const other = await pathOf('pupil', 'Zèbre', SENT);
    await pupil.post(`${other}/report`).form({ refusal: second.refusal }).expect(400);
    await pupil.post(second.path).form({ refusal: randomUUID() }).expect(400);
    for (const role of ['classmate', 'teacher', 'pupilOfOtherSchool'] as const satisfies Role[]) {
      await host.as(role).post(second.path).form({ refusal: second.refusal }).expect(404);
      await host.as(role).get(`${draft}?said=true`).expect(404);
    }
  });

  test('of a message that arrived in part, its author reads whom it did not reach and why, and writes to them anew', async () => {
    const [teacher, classmate] = [await host.ids.person('teacher'), await host.ids.person('classmate')];
    const fields = [
      ['toPerson', teacher],
      ['toPerson', classmate],
      ['subject', 'Lynx'],
      ['body', 'Texte de Lynx'],
    ];
    const pupil = host.as('pupil');
    await pupil.post('/write').form(new URLSearchParams(fields)).expect(303);
    await host.runJobs();
    await refuse('Lynx', 'Mot du matin');
    await pupil.get('/').expect(200, /Claire Vuillet a reçu ton message[^]*Il n’est pas arrivé à Zoé[^]*Mot du matin/);
    const { text } = await open('pupil', 'Lynx', SENT);
    expect(text).toMatch(
      /mais pas à tout le monde[^]*Claire Vuillet l’a reçu[^]*pas arrivé à Zoé[^]*te dit[^]*Mot du matin/,
    );
    expect(text).not.toMatch(/Claire Vuillet et Zoé l’ont|Ce qu’on t’a répondu avant/);
    expect(reportsIn(text)).toHaveLength(1);
    const path = (await pathOf('pupil', 'Lynx', SENT)).replace(/^.*\/messaging/, '');
    const again = await pupil.post(`${path}/forward`).form({ to: 'missed' }).expect(303);
    await pupil.get(again.headers.get('location') ?? '').expect(200, /Ton message à Zoé[^]*Texte de Lynx<\/textarea>/);
    expect(await has('classmate', 'Lynx')).toBe(false);
    expect(await has('teacher', 'Lynx')).toBe(true);
  });

  test('a word of the night is read in the morning, also on a draft', async () => {
    await send('pupil', { toPerson: await host.ids.person('classmate') }, 'Hibou');
    await waitUntilHour(21);
    await refuse('Hibou', 'Mot de nuit');
    const draft = await writeAnew('Hibou');
    const pupil = host.as('pupil');
    await pupil
      .get(draft)
      .expect(200)
      .expectNot(/Mot de nuit/);
    await pupil
      .get(`${draft}?said=true`)
      .expect(200)
      .expectNot(/Mot de nuit/);
    const [row] = await host.host.database.dataSource.query<{ id: string }[]>(
      `SELECT id FROM messaging_refusal WHERE word = 'Mot de nuit'`,
    );
    const report = draft.replace('/drafts/', '/copies/') + '/report';
    await pupil
      .post(report)
      .form({ refusal: row?.id ?? '' })
      .expect(400);
    await waitUntilHour(7);
    await host
      .as('pupil')
      .get(draft)
      .expect(200, /Mot de nuit/);
    await host
      .as('pupil')
      .post(report)
      .form({ refusal: row?.id ?? '' })
      .expect(303);
    expect(await reportedWords()).toContain('Mot de nuit');
    expect(await has('classmate', 'Hibou')).toBe(false);
  });

  test('a word that was told stays told, and can be reported, when quiet days begin after it', async () => {
    await waitUntilHour(9);
    for (const subject of ['Cerf', 'Biche']) {
      await send('pupil', { toPerson: await host.ids.person('classmate') }, subject);
      await refuse(subject, `Parole du ${subject}`);
    }
    // One is read before the head enters days without school, the other one is not.
    const path = await pathOf('pupil', 'Cerf', SENT);
    expect(reportsIn((await open('pupil', 'Cerf', SENT)).text)).toHaveLength(1);
    const { dataSource } = host.host.database;
    const stored = await dataSource.query<{ toldAt: unknown }[]>(
      `SELECT toldAt FROM messaging_refusal WHERE word LIKE 'Parole du %' AND toldAt IS NOT NULL`,
    );
    expect(stored).toHaveLength(2);
    const decisions = defaultDecisions({ timeZone: 'Europe/Paris' });
    const { pupils } = decisions.quietHours;
    const dates = [{ from: '2026-01-01', to: '2027-12-31' }];
    await dataSource.manager.insert(PolicyRow, {
      ...{ id: randomUUID(), school: SCHOOL, number: 1, decidedBy: null, decidedAt: host.clock.now() },
      ...storedDecisions({ ...decisions, quietHours: { ...decisions.quietHours, pupils: { ...pupils, dates } } }),
    });
    for (const subject of ['Cerf', 'Biche'])
      expect(reportsIn((await open('pupil', subject, SENT)).text)).toHaveLength(1);
    await host.as('pupil').post(`${path}/report`).form({ reason: 'Il me fait peur' }).expect(303);
    await host
      .as('pupil')
      .get(await writeAnew('Biche'))
      .expect(200, /Parole du Biche/);
  });
});
