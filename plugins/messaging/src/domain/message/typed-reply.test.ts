// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { testDatabases, SCHOOL, startTestHost, type TestResponse } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';
import { CopyRow } from '../../store/copy.entity.js';
import { MessageRow } from '../../store/message.entity.js';
import { RationRow } from '../../store/ration.entity.js';
import { ReportRow } from '../../store/report.entity.js';

const SENT = '/boxes/sent';
const KEPT = /Ta réponse est gardée/;

describe.each(testDatabases())('a typed reply beside other buttons on $name', (database) => {
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database });
  beforeAll(async () => {
    host = await started;
    pupil = host.as('pupil');
  });
  // One visit: notices are for the browser that pressed the button.
  let pupil: ReturnType<typeof host.as>;
  const { send, open, has, pathOf } = messageSteps(() => host);

  /** The address of a letter that the pupil has received. */
  async function receive(subject: string): Promise<string> {
    await send('teacher', { toPerson: await host.ids.person('pupil') }, subject);
    await host.runJobs();
    return below(await pathOf('pupil', subject));
  }

  /** The address of a message that the pupil has written. */
  async function write(subject: string): Promise<string> {
    await send('pupil', { toPerson: await host.ids.person('teacher') }, subject);
    return below(await pathOf('pupil', subject, SENT));
  }

  /** Presses another button of a page while a reply to the letter is typed. */
  function press(path: string, letter: string, body: string): ReturnType<typeof pupil.post> {
    return pupil.post(path).form({ form: randomUUID(), answers: idOf(letter), body });
  }

  /** The page to which an answer leads. */
  function follow({ headers }: TestResponse): ReturnType<typeof pupil.get> {
    return pupil.get(below(headers.get('location') ?? ''));
  }

  test('P16: whatever the button does, the pupil reads that the reply is kept', async () => {
    const letter = await receive('Cascade');
    const unread = await write('Pas encore parti');
    await follow(await press(`${unread}/recall`, letter, 'Réponse un').expect(303)).expect(200, KEPT);
    // A second tap.
    await follow(await press(`${unread}/recall`, letter, 'Réponse deux').expect(303)).expect(200, KEPT);
    const arrived = await write('Arrivé');
    await host.runJobs();
    await follow(await press(`${arrived}/recall`, letter, 'Réponse trois').expect(303)).expect(200, KEPT);
    const seen = await write('Déjà vu');
    await host.runJobs();
    await open('teacher', 'Déjà vu');
    await press(`${seen}/recall`, letter, 'Réponse quatre')
      .expect(409, /déjà vu/)
      .expect(409, KEPT);
    await follow(await press(`${seen}/forward`, letter, 'Réponse cinq').expect(303)).expect(200, KEPT);
    await follow(await press(`${letter}/report`, letter, 'Réponse six').expect(303)).expect(200, KEPT);
    for (const number of ['un', 'deux', 'trois', 'quatre', 'cinq', 'six'])
      expect(await has('pupil', `Réponse ${number}`, '/boxes/drafts')).toBe(true);
  });

  test('P16: on the page of an adult, each other button keeps a typed reply, too', async () => {
    await send('teacher', { toPerson: await host.ids.person('guardian') }, 'Goûter');
    await host.runJobs();
    const letter = below(await pathOf('guardian', 'Goûter'));
    const guardian = host.as('guardian');
    const { text } = await guardian.get(letter).expect(200);
    const main = text.slice(text.indexOf('<main'));
    expect([...main.matchAll(/<form[^>]* method="post" action="[^"]*\/([a-z]+)[?"]/g)].map(([, act]) => act)).toEqual([
      'reply',
    ]);
    for (const act of ['move', 'report', 'forward'])
      expect(main).toMatch(
        new RegExp(
          `form="messaging-reply-form" formaction="[^"]*/${act}\\?typedIn=body,reason-\\*~[\\da-f]+" formnovalidate`,
        ),
      );
    // The reason of a report stands outside of the form: browsers fill in nothing there (ADR 80).
    expect(main).toMatch(/<textarea [^>]*name="reason-[^>]*form="messaging-reply-form" autocomplete="off"/);
    for (const [act, fields] of [
      ['forward', {}],
      ['move', { to: 'unread' }],
      ['move', { to: 'archive' }],
      ['move', { to: 'archive' }],
      ['report', { [`reason-${idOf(letter)}`]: 'Pas juste' }],
    ] as const) {
      const body = `Réponse avant ${act} ${JSON.stringify(fields)}`;
      const answer = guardian
        .post(`${letter}/${act}`)
        .form({ ...fields, form: randomUUID(), answers: idOf(letter), body });
      const { headers } = await answer.expect(303);
      await guardian.get(below(headers.get('location') ?? '')).expect(200, /Votre réponse est gardée/);
      const { text: drafts } = await guardian.get('/boxes/drafts').expect(200);
      expect(drafts.replaceAll('&quot;', '"')).toContain(`Réponse avant ${act} ${JSON.stringify(fields)}`.slice(0, 40));
    }
    const [report] = await host.host.database.dataSource.query<{ reason: string }[]>(
      `SELECT reason FROM messaging_report WHERE reason = 'Pas juste'`,
    );
    expect(report?.reason).toBe('Pas juste');
  });

  test('P16: a reply that is too long to be sent is kept, and one that is too long to be kept stays on a page', async () => {
    const letter = await receive('Long');
    const message = await write('Court');
    const long = `Il était une fois${' et puis'.repeat(2_000)}`;
    await follow(await press(`${message}/recall`, letter, long).expect(303)).expect(200, KEPT);
    const draft = (await pathOf('pupil', 'Il était', '/boxes/drafts')).replace('/copies/', '/drafts/');
    await follow(await pupil.get(below(draft)).expect(303)).expect(200, new RegExp(`${long}</textarea>`));
    const tooLong = await press(`${letter}/report`, letter, `${'a'.repeat(70_000)} fin`).expect(200, /C’est dit/);
    expect(tooLong.text).toMatch(/a fin<\/textarea>[^]*trop longue/);
    await follow(await press(`${message}/recall`, letter, '  ').expect(303))
      .expect(200, /Tu peux le changer/)
      .expectNot(/réponse/);
  });

  test('P16: a reply is kept again after its draft was thrown away, and the way back shows its text', async () => {
    const letter = await receive('Tortue');
    const typed = { form: randomUUID(), answers: idOf(letter), body: 'Merci pour la tortue' };
    const archive = (): ReturnType<typeof pupil.post> => pupil.post(`${letter}/move`).form({ to: 'archive', ...typed });
    await follow(await archive().expect(303)).expect(200, KEPT);
    const draft = below(await pathOf('pupil', 'Merci', '/boxes/drafts'));
    await pupil.post(`${draft}/move`).form({ to: 'trash' }).expect(303);
    expect(await has('pupil', 'Merci', '/boxes/drafts')).toBe(false);
    // The browser still has the page, with its form; of the second press, there is one draft.
    for (let press = 0; press < 2; press += 1) await follow(await archive().expect(303)).expect(200, KEPT);
    const { text } = await pupil.get('/boxes/drafts').expect(200);
    expect(text.match(/Merci pour la tortue/g)).toHaveLength(1);
  });

  test('P16: past the ration of an hour, the reply is kept, and the page says so', async () => {
    const letter = await receive('Rivière');
    const message = await write('Une fois de trop');
    await press(`${message}/recall`, letter, 'Pour un premier tour').expect(303);
    const again = await write('Et encore une');
    const instants = JSON.stringify(Array(100).fill(host.clock.now().getTime()));
    const ownerId = await host.ids.person('pupil');
    const rows = host.host.database.dataSource.manager;
    await rows.update(RationRow, { ownerId, act: 'recall' }, { instants });
    await press(`${again}/recall`, letter, 'Réponse de trop')
      .expect(503, /beaucoup en une heure/)
      .expect(503, KEPT);
    expect(await has('pupil', 'Réponse de trop', '/boxes/drafts')).toBe(true);
    await rows.update(RationRow, { ownerId, act: 'recall' }, { instants: '[]' });
  });

  test('P16: without room for one more draft, the button does its work, and the text stays on a page', async () => {
    const letter = await receive('Menace');
    const arrived = await write('Trop dit');
    await host.runJobs();
    await fillDrafts(200);
    await press(`${arrived}/recall`, letter, 'Ma réponse').expect(
      200,
      /Ma réponse<\/textarea>[^]*envoi est annulé[^]*pas gardée/,
    );
    await press(`${arrived}/recall`, letter, 'Encore').expect(409, /pas gardée[^]*Encore<\/textarea>/);
    const full = /plus de place[^]*pas gardée[^]*Autre<\/textarea>/;
    await press(`${letter}/forward`, letter, 'Autre').expect(409, full);
    await press(`${letter}/report`, letter, 'Arrête').expect(200, /Arrête<\/textarea>[^]*C’est dit[^]*pas gardée/);
    expect(await has('pupil', 'Menace')).toBe(false);
    const rows = host.host.database.dataSource.manager;
    const { messageId } = await rows.findOneByOrFail(CopyRow, { id: idOf(letter) });
    expect(await rows.countBy(ReportRow, { messageId })).toBe(1);
  });

  /** Gives the pupil as many drafts as this. */
  async function fillDrafts(count: number): Promise<void> {
    const authorId = await host.ids.person('pupil');
    const rows = host.host.database.dataSource.manager;
    const at = host.clock.now();
    const own = {
      school: SCHOOL,
      authorId,
      asProfile: 'pupil',
      replyToId: null,
      formKey: null,
      formTurn: null,
    } as const;
    const draft = { subject: 'Essai', state: 'draft', version: 1, urgent: false, apart: null, sentAt: at } as const;
    const messages = Array.from({ length: count }, () => ({
      ...own,
      ...draft,
      id: randomUUID(),
      threadId: randomUUID(),
    }));
    const copy = { school: SCHOOL, ownerId: authorId, box: 'drafts', isLast: true, at, readAt: at } as const;
    const copies = messages.map(({ id: messageId, threadId }) => ({
      ...copy,
      ...{ id: randomUUID(), messageId, threadId, hiddenAt: null, purgeAt: null },
    }));
    await rows.insert(MessageRow, messages);
    await rows.insert(CopyRow, copies);
  }
});

/** The id of the copy to which an address leads. */
function idOf(path: string): string {
  return /copies\/([-\da-f]+)/.exec(path)?.[1] ?? '';
}

/** A path below that of the brick. */
function below(address: string): string {
  return address.replace(/^.*\/messaging/, '');
}
