// SPDX-License-Identifier: EUPL-1.2
import { startTestHost } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';

const host = await startTestHost({ bricks: [messaging] });
const { send, pathOf } = messageSteps(() => host);

const APART = /Sophie Faivre, parent d’Inès/;

test('an adult of the school reads of which child a guardian is the parent: received, sent, found, and before sending', async () => {
  await send('guardian', { toPerson: await host.ids.person('teacher') }, 'Question');
  await send('teacher', { toPerson: await host.ids.person('guardian') }, 'Réponse');
  await host.runJobs();
  const teacher = host.as('teacher');
  for (const path of ['/', '/boxes/sent', '/search?q=Question', '/search?q=R%C3%A9ponse']) {
    await teacher.get(path).expect(200, APART);
  }
  await teacher
    .get(await pathOf('teacher', 'Réponse', '/boxes/sent'))
    .expect(200, /v-message-mine[^]*à Sophie Faivre, parent d’Inès/);
  const { text } = await teacher.get(`/write?toGuardiansOf=${host.ids.cm1}`).expect(200);
  expect(/<ul class="v-receivers">[^]*?<\/ul>/.exec(text)?.[0]).toMatch(APART);
});

test('the face of a person has the initials of their name alone', async () => {
  const { text } = await host.as('teacher').get('/').expect(200);
  expect(text).toMatch(/<span class="v-avatar[^"]*"[^>]*>SF<\/span>/);
});

test('families are told nothing of the children of others', async () => {
  for (const role of ['guardian', 'guardianOfClassmate', 'pupil'] as const) {
    for (const path of ['/', '/boxes/sent', '/search?q=Question', '/write']) {
      await host
        .as(role)
        .get(path)
        .expect(200)
        .expectNot(/[A-Z]\S+, parent d/);
    }
  }
});
