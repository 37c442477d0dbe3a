// SPDX-License-Identifier: EUPL-1.2
import { kin, member, person, SCHOOL } from '@volee/core-adapter/testing';
import { acknowledgePath, bilanPath } from '../../paths.js';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { startLivret } from '../../testing/start/livret-for-tests.js';

const CHILDREN = Array.from({ length: 12 }, (_, place) => `enfant${place + 1}`);

const { host, tables } = await startLivret({
  records: [
    person('robin', 'pupil', SCHOOL, 'robin', 'Petit'),
    member(SCHOOL, 'cm1', 'robin'),
    kin('mother', 'robin'),
    person('mother', 'guardian', SCHOOL, 'Mother', 'Petit'),
    ...CHILDREN.flatMap((login) => [
      person(login, 'pupil', SCHOOL, login, 'Petit'),
      member(SCHOOL, 'cm1', login),
      kin('parent', login),
    ]),
    person('parent', 'guardian', SCHOOL, 'Parent', 'Petit'),
  ],
});

test('the card of each of twelve children has the bilan that their guardian has to confirm', async () => {
  for (const marker of CHILDREN) {
    const pupilId = await host.ids.login(marker);
    await exampleBilan({ db: tables(SCHOOL), groupId: host.ids.cm1, pupilId, marker }, 'published');
  }
  const { text } = await host.asLogin('parent').get('/../').expect(200);
  const [, ...cards] = text.split('<section class="v-kidcard"');
  expect(cards).toHaveLength(CHILDREN.length);
  for (const card of cards) expect(card).toMatch(/class="v-due-text"/);
});

test('the task for several bilans of a child leads to the newest, and from there to the next', async () => {
  const pupilId = await host.ids.login('robin');
  const example = { db: tables(SCHOOL), groupId: host.ids.cm1, pupilId, marker: 'robin' };
  const older = await exampleBilan(example, 'published');
  const newest = await exampleBilan(example, 'published');
  const mother = host.asLogin('mother');
  const { text } = await mother.get('/../').expect(200);
  const [, task] = /2 bilans à lire([^]*?)<\/a>/.exec(text) ?? [];
  expect(task).toContain(bilanPath(newest.id));
  const published = String(newest.publishedAt?.toISOString());
  await mother.post(acknowledgePath(newest.id)).form({ published }).expect(303);
  const next = new RegExp(`href="[^"]*${bilanPath(older.id)}"[^>]*>[^<]*Lire`);
  await mother.get(bilanPath(newest.id)).expect(200, next);
});
