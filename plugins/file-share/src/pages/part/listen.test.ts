// SPDX-License-Identifier: EUPL-1.2
import { testDatabases } from '@volee/core-adapter/testing';
import { partPath } from '../../paths.js';
import { startParts } from '../../testing/start/parts-for-tests.js';

const started = await Promise.all(testDatabases().map(startParts));

describe.each(started)('« Écouter » on $name', ({ host, ines, give, act, giveBack }) => {
  test('the browser reads instructions and corrections out to the pupil and to guardians, and to no teacher', async () => {
    const work = await give({ text: 'Lis la page 12.' });
    await act(work, 'start').expect(303);
    await act(work, 'handIn', { word: 'Voici.' }).expect(303);
    await giveBack(work, 'corrected', 'Très bien.');
    const path = partPath(work.id, ines);
    for (const role of ['pupil', 'guardian'] as const) {
      const { text } = await host
        .as(role)
        .get(path)
        .expect(200, /core\/listen\.js/);
      expect(text).toMatch(/id="answer-text">\s*Très bien\.[^]*data-listen="answer-text"/);
      expect(text).toMatch(/id="todo-text">\s*Lis la page 12\.[^]*data-listen="todo-text"/);
    }
    await host
      .as('guardian')
      .get('/works')
      .expect(200, /id="latest-answer">\s*Très bien\.[^]*data-listen="latest-/);
    await host
      .as('teacher')
      .get(path)
      .expect(200)
      .expectNot(/data-listen|listen\.js/);
  });
});
