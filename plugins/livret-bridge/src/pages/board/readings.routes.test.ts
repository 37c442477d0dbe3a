// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { acknowledgePath, bilanPath, boardClassPath, gridPath } from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { classForTests } from '../../testing/start/class-for-tests.js';
import { startLivret } from '../../testing/start/livret-for-tests.js';

const started = await Promise.all(
  testDatabases().map(async (database) => ({ name: database.name, ...(await startLivret({ database })) })),
);

describe.each(started)('the bilans that families have read, on $name', ({ host, tables }) => {
  const bilans = tables(SCHOOL).repository(BilanRow);
  const { pair, board } = classForTests({ host, tables });

  test('the line of a class in which bilans are open, too, is one sentence', async () => {
    const [one] = await pair('published', 'draft');
    expect(await board(one)).toMatch(/1 bilan pas encore signé, pas encore lus par les familles/);
  });

  test('the head and the teachers of a class read how many, and which are unread', async () => {
    const [one, other] = await pair('published', 'published');
    const classPage = () => host.as('head').get(boardClassPath(host.ids.cm1, one.period));
    const grid = () => host.as('teacher').get(gridPath(host.ids.cm1, one.period));
    // A pupil who reads their own bilan is not its family.
    await host.as('pupil').get(bilanPath(one.id)).expect(200);
    expect(await board(one)).toMatch(
      /Pas encore lus par les familles[^]*Les familles n’ont encore lu aucun bilan\.[^]*2 pas encore lus[^]*CM1\s: 2</,
    );

    await host.as('guardian').get(bilanPath(one.id)).expect(200);
    const unread = new RegExp(`Les familles ont lu 1 bilan sur 2\\.[^]*1 pas encore lu<[^]*${bilanPath(other.id)}"`);
    expect(await board(one)).toMatch(/>1 lu<[^]*Les familles ont lu 1 bilan sur 2\.[^]*CM1\s: 1</);
    await classPage()
      .expect(200, unread)
      .expect(200, /, lu par la famille[^]*, pas encore lu</);
    await grid().expect(200, unread);

    const published = one.publishedAt?.toISOString() ?? '';
    await host.as('guardian').post(acknowledgePath(one.id)).form({ published }).expect(303);
    const confirmed = /Les familles ont lu 1 bilan sur 2, et en ont confirmé 1\./;
    expect(await board(one)).toMatch(/>1 lu, 1 confirmé<[^]*et en ont confirmé 1\./);
    await classPage()
      .expect(200, confirmed)
      .expect(200, /, confirmé par la famille/);
    await grid().expect(200, confirmed);

    // Published again since, it is to be read again; in correction, it is not counted.
    const again = new Date(host.clock.now().getTime() + 60_000);
    await bilans.update({ id: one.id }, { publishedAt: again });
    expect(await board(one)).toMatch(/Les familles n’ont encore lu aucun bilan\.[^]*2 pas encore lus/);
    await bilans.update({ id: one.id }, { state: 'draft' });
    await grid().expect(200, /1 pas encore lu</);
  });

  test('before the publication, nothing is said about readings', async () => {
    const [one] = await pair('visa', 'signed');
    expect(await board(one)).not.toContain('livret-bridge-readings');
    await host
      .as('teacher')
      .get(gridPath(host.ids.cm1, one.period))
      .expect(200)
      .expectNot(/livret-bridge-readings/);
  });
});
