// SPDX-License-Identifier: EUPL-1.2
import { kin, member, person, SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { giveWork, partRow } from '../../testing/start/work-for-tests.js';

const HOUR = 3_600_000;
/** The first two are children of one guardian, all twelve of another. */
const CHILDREN = Array.from({ length: 12 }, (_, place) => `enfant${place + 1}`);
const TITLES = ['Dictée', 'Exposé', 'Fractions'];

const records = [
  ...CHILDREN.flatMap((login) => [person(login, 'pupil', SCHOOL, login, 'Petit'), member(SCHOOL, 'cm1', login)]),
  ...['deux', 'douze'].map((login) => person(login, 'guardian', SCHOOL, login, 'Petit')),
  ...CHILDREN.slice(0, 2).map((child) => kin('deux', child)),
  ...CHILDREN.map((child) => kin('douze', child)),
];

const drives = await Promise.all(
  testDatabases().map(async (database) => ({ name: database.name, ...(await startDrive({ database, records })) })),
);

describe.each(drives)('works of children on the portal on $name', ({ host, tables, storage }) => {
  const tools = { db: tables(SCHOOL), storage: storage(SCHOOL), clock: host.clock };

  /** The text of each card. */
  async function cardsOf(login: string): Promise<string[]> {
    const { text } = await host.asLogin(login).get('/../').expect(200);
    const [, ...cards] = text.split('<section class="v-kidcard"');
    return cards.map((card) => card.replace(/<svg[^]*?<\/svg>|<[^>]*>/g, ' ').replace(/\s+/g, ' '));
  }

  beforeAll(async () => {
    const { cm1: groupId } = host.ids;
    for (const [place, title] of TITLES.entries()) {
      await giveWork({ groupId, title, dueAt: new Date(host.clock.now().getTime() + (place + 20) * HOUR) }, tools);
    }
  });

  test.each([
    { login: 'deux', count: 2 },
    { login: 'douze', count: 12 },
  ])('each of $count children has all three works that are due soon', async ({ login, count }) => {
    const cards = await cardsOf(login);
    expect(cards).toHaveLength(count);
    for (const card of cards) for (const title of TITLES) expect(card).toContain(title);
  });

  test('of two corrections of a child the line tells the last one, and the other can still be taken back', async () => {
    const { cm1: groupId } = host.ids;
    const pupilId = await host.ids.login('enfant1');
    const rows = tools.db.repository(WorkPupilRow);
    const give = async (title: string, hoursAgo: number): Promise<string> => {
      const { id } = await partRow(await giveWork({ groupId, title }, tools), pupilId, tools);
      const givenBackAt = new Date(host.clock.now().getTime() - hoursAgo * HOUR);
      await rows.update({ id }, { state: 'corrected', answer: 'Bravo', givenBackAt, undo: '{}' });
      return id;
    };
    const [earlier, last] = [await give('Ancien', 2), await give('Récent', 1)];
    const undoOf = async (id: string): Promise<string | null | undefined> =>
      (await rows.findOne({ where: { id } }))?.undo;
    for (const login of ['deux', 'enfant1']) {
      await rows.update({ pupilId }, { undo: '{}' });
      await host
        .asLogin(login)
        .get('/../')
        .expect(200, /Récent/);
      expect([await undoOf(last), await undoOf(earlier)]).toEqual([null, '{}']);
    }
    await host
      .asLogin('deux')
      .get('/../../../enfants/file-share')
      .expect(200, /Ancien/);
    expect(await undoOf(earlier)).toBeNull();
  });

  test('a work that was handed in again has the hour of that, not that of its earlier correction', async () => {
    const { cm1: groupId } = host.ids;
    const { id } = await partRow(
      await giveWork({ groupId, title: 'Refait' }, tools),
      await host.ids.login('enfant2'),
      tools,
    );
    const now = host.clock.now().getTime();
    const [givenBackAt, handedInAt] = [new Date(now - 30 * HOUR), new Date(now - HOUR / 2)];
    await tools.db.repository(WorkPupilRow).update({ id }, { state: 'handedIn', givenBackAt, handedInAt });
    const { text } = await host.asLogin('deux').get('/../../../enfants/file-share').expect(200);
    const lines = text.split('</li>').map((line) => line.replace(/<svg[^]*?<\/svg>|<[^>]*>/g, ' '));
    const line = lines.find((one) => one.includes('Refait') && one.includes('enfant2')) ?? '';
    expect(line).toContain('Rendu');
    expect(line).toMatch(/\d+\sh/);
    expect(line).not.toContain('hier');
  });
});
