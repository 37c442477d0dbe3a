// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { bothDatabases, startTestHost, type TestResponse } from '@volee/core-adapter/testing';
import messaging from '../index.js';
import { messageSteps } from '../messages-for-tests.js';

const SENT = '/boxes/sent';
const KEPT = /Ta réponse est gardée/;

describe.each(bothDatabases())('a typed reply beside other buttons on $name', (database) => {
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
    const answers = /copies\/([-\da-f]+)/.exec(letter)?.[1] ?? '';
    return pupil.post(path).form({ form: randomUUID(), answers, body });
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
});

/** A path below that of the brick. */
function below(address: string): string {
  return address.replace(/^.*\/messaging/, '');
}
