// SPDX-License-Identifier: EUPL-1.2
import {
  changeSchool,
  OTHER_SCHOOL,
  SCHOOL,
  startTestHost,
  testDatabases,
  type TestHost,
} from '@volee/core-adapter/testing';
import messaging from '../index.js';
import { messageSteps } from '../messages-for-tests.js';
import { boxPath } from '../paths.js';
import { keptUntil } from '../retention/kept-since.js';
import { dayOf } from '../rules/wall-clock.js';

const PAGE = '/../../../ancienne-ecole';

test.each([
  ['next-year', '2026-11-24', '2028-07-31'],
  ['next-year', '2026-07-31', '2027-07-31'],
  ['school-year', '2026-11-24', '2027-07-31'],
  ['six-months', '2026-08-31', '2027-02-27'],
  ['three-months', '2026-11-24', '2027-02-23'],
] as const)('%s: what arrives on %s is kept until %s', (keptFor, arrived, last) => {
  const until = keptUntil(keptFor, new Date(`${arrived}T12:00:00Z`), 'Europe/Paris');
  expect(dayOf(until, 'Europe/Paris')).toBe(last);
});

describe.each(testDatabases())('messages of a pupil that changes schools, on $name', (database) => {
  let host: TestHost;
  const started = startTestHost({ bricks: [messaging], database, now: new Date('2026-11-24T10:00:00Z') });
  const { send, open, reply, pathOf } = messageSteps(() => host);
  let of = '';

  beforeAll(async () => {
    host = await started;
    const [pupil, classmate] = [await host.ids.person('pupil'), await host.ids.person('classmate')];
    of = `${PAGE}/${SCHOOL}/${pupil}/messaging`;
    await send('teacher', { toPerson: pupil }, 'Ton exposé');
    await send('teacher', { toPerson: classmate }, 'Pour Zoé');
    await host.runJobs();
    await open('pupil', 'Ton exposé');
    await reply('pupil', 'Ton exposé', 'Merci maîtresse, **5*2** font 10');
    await host.runJobs();
    await send('teacher', { toPerson: pupil }, 'À reprendre');
    await host.runJobs();
    await changeSchool(host, 'pupil');
  });

  test('T12: the pupil reads again what they received and sent, with the names, and nobody else does', async () => {
    const portal = await host
      .as('pupil')
      .get('/../', { school: OTHER_SCHOOL })
      .expect(200, /Tu as changé d’école/);
    // Further ahead than a year, the day is on the page alone.
    expect(portal.text).not.toMatch(/2028/);
    await host
      .as('pupil')
      .get(PAGE)
      .expect(200, /3 messages[^]*31 juillet 2028[^]*Tes messages d’avant/)
      .expectNot(/Ton exposé/);
    // The list shows no words, so that an author can still take back what was not read (ADR 55).
    await host
      .as('teacher')
      .post(`${await pathOf('teacher', 'À reprendre', boxPath('sent'))}/recall`)
      .expect(303);
    const page = await host
      .as('pupil')
      .get(`${of}/lire/messages-1`)
      .expect(200, /a annulé l’envoi/);
    expect(page.text).not.toMatch(/Pour Zoé|À reprendre|<form[^>]*reply/);
    // Pupils are offered no formatting: their own text is shown as they typed it.
    expect(page.text).toMatch(/Toi, à Claire Vuillet[^]*Merci maîtresse, \*\*5\*2\*\* font 10/);
    expect(page.text).toMatch(/Claire Vuillet[^]*Ton exposé[^]*Texte de Ton exposé/);
    const { text } = await host.as('pupil').post(`${of}/emporter`).expect(200);
    expect(text).toMatch(/^PK[^]*data\.json/);
    expect(text).toMatch(/lire\/1-Tes messages/);
    for (const role of ['guardian', 'classmate', 'teacher', 'head', 'headOfOtherSchool'] as const) {
      await host
        .as(role)
        .get(PAGE)
        .expect(200)
        .expectNot(/messages d’avant/);
      await host.as(role).get(`${of}/lire/messages-1`).expect(404);
      await host.as(role).post(`${of}/emporter`).expect(404);
    }
    await host
      .as('pupil')
      .get(await pathOf('teacher', 'Merci maîtresse'))
      .expect(404);
  });
});
