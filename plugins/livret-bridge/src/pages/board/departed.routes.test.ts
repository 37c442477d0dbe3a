// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '@volee/core-adapter/directory';
import { member, OTHER_SCHOOL, SCHOOL, testDatabases, testHostSource } from '@volee/core-adapter/testing';
import { TEN_MINUTES } from '../../domain/life/leaves-at.js';
import { tickValue } from '../../domain/life/ticked.js';
import {
  BOARD_PATH,
  boardClassPath,
  boardOf,
  DEPARTED,
  departedPath,
  PUBLISH_PATH,
  SEND_BACK_PATH,
  VISA_PATH,
} from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { PeriodRow } from '../../store/period.entity.js';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { startLivret } from '../../testing/start/livret-for-tests.js';

const started = await Promise.all(
  testDatabases().map(async (database) => ({ name: database.name, ...(await startLivret({ database })) })),
);

describe.each(started)('signed bilans of pupils who left, on $name', ({ host, tables }) => {
  const bilans = tables(SCHOOL).repository(BilanRow);
  const rows: BilanRow[] = [];
  const [signed, other, draft] = [() => rows[0]!, () => rows[1]!, () => rows[2]!];
  const period = 1;

  beforeAll(async () => {
    const days = { startsOn: '2026-09-01', endsOn: '2026-12-04', dueOn: '2026-12-04' };
    const dated = { year: 2026, rhythm: 'T' as const, count: 3, publishAt: null, ...days };
    await tables(SCHOOL)
      .repository(PeriodRow)
      .insert([{ ...dated, period }]);
    for (const [role, state] of [
      ['pupil', 'signed'],
      ['classmate', 'signed'],
      ['pupilOfOtherClass', 'draft'],
    ] as const) {
      const about = { db: tables(SCHOOL), pupilId: await host.ids.person(role), groupId: host.ids.cm1 };
      rows.push(await exampleBilan({ ...about, marker: `Le trimestre de ${role}` }, state, true));
    }
  });

  test('the word to a teacher stays when the head endorses other bilans, and goes when it is sent', async () => {
    const { text } = await host.as('head').get(boardClassPath(host.ids.cm1, period)).expect(200);
    const takes = [...text.matchAll(/ formaction="[^"]*\/livret-bridge([^"?]*)[^"]*?(~\w+)?"/g)].map(
      ([, path, key]) => [path, key !== undefined],
    );
    expect(takes).toEqual([
      [VISA_PATH, false],
      [SEND_BACK_PATH, true],
    ]);
  });

  /** Moves three pupils to the other school, and gives CM1 another key when it is told to. */
  async function sync({ isRenamed }: { readonly isRenamed: boolean }): Promise<void> {
    const left = ['pupil', 'classmate', 'pupilofotherclass'];
    const records: DirectoryRecord[] = left.map((key) => member(OTHER_SCHOOL, '6a', key));
    for await (const one of testHostSource.read(new AbortController().signal)) {
      if (one.type === 'membership' && left.includes(one.person)) continue;
      if (one.type === 'person' && left.includes(one.key)) records.push({ ...one, uai: OTHER_SCHOOL });
      else if (isRenamed && one.type === 'group' && one.key === 'cm1') records.push({ ...one, key: 'cm1a' });
      else if (isRenamed && one.type === 'membership' && one.group === 'cm1') records.push({ ...one, group: 'cm1a' });
      else records.push(one);
    }
    const guard = { keep: 0, keepInWeek: 0, ignoreUnder: 50 };
    const source = {
      ...{ name: 'ldap', guard },
      async *read() {
        yield* records;
      },
    };
    const { id } = await host.host.sync.plan(source, new AbortController().signal);
    await host.host.sync.apply(id, { approve: { by: 'cli', reason: 'Three pupils leave.' } });
  }

  const stateOf = async ({ id }: BilanRow): Promise<string | undefined> =>
    (await bilans.findOne({ where: { id } }))?.state;
  const board = (words: RegExp) => host.as('head').get(boardOf(period)).expect(200, words);

  test('before a pupil leaves, their bilan is with the class alone', async () => {
    await board(/2 bilans attendent votre visa/).expectNot(/Élèves partis/);
    await host
      .as('head')
      .get(departedPath(period))
      .expect(200, /Aucun bilan n’attend votre visa/)
      .expectNot(/Inès Faivre/);
  });

  test('the board has a line of them with a page, before the class gets another key and after that', async () => {
    for (const isRenamed of [false, true]) {
      await sync({ isRenamed });
      await board(/2 bilans attendent votre visa[^]*Élèves partis[^]*2 signés sur 2[^]*les bilans des élèves partis/);
      const page = host.as('head').get(departedPath(period));
      await page
        .expect(200, /2 bilans attendent votre visa[^]*Inès Faivre[^]*Le trimestre de pupil[^]*Zoé Girardet/)
        .expectNot(/pupilOfOtherClass|Renvoyer|Débloquer/);
      await host
        .as('head')
        .get('/../')
        .expect(200, /2 bilans[^]*1er trimestre[^]*élèves partis\./);
      const words = /Aucun bilan n’attend votre visa/;
      if (!isRenamed) await host.as('head').get(boardClassPath(host.ids.cm1, period)).expect(200, words);
    }
    for (const role of ['teacher', 'staff'] as const) await host.as(role).get(departedPath(period)).expect(403);
    await host.as('headOfOtherSchool').get(departedPath(period), { school: OTHER_SCHOOL }).expect(404);
  });

  test('the head sends none of them back, gives the visa by bilan or by line, and publishes them', async () => {
    const back = { period: String(period), from: DEPARTED, word: 'Relisez' };
    const head = host.as('head');
    await head
      .post(SEND_BACK_PATH)
      .form({ ...back, bilan: tickValue(signed()) })
      .expect(409, /Aucun bilan n’est renvoyé[^]*Relisez/);
    await head
      .post(SEND_BACK_PATH)
      .form({ ...back, class: DEPARTED })
      .expect(409, /Aucun bilan n’est renvoyé/);
    expect(await stateOf(signed())).toBe('signed');
    const { headers } = await head
      .post(VISA_PATH)
      .form({ period: String(period), from: DEPARTED, bilan: tickValue(signed()) })
      .expect(303);
    expect(headers.get('location')).toContain(departedPath(period));
    expect([await stateOf(signed()), await stateOf(other())]).toEqual(['visa', 'signed']);
    const shown = /name="shown" value="([^"]+)"/.exec((await head.get(BOARD_PATH).expect(200)).text)?.[1] ?? '';
    await head
      .post(VISA_PATH)
      .form({ period: String(period), class: DEPARTED, shown })
      .expect(303);
    await board(/2 bilans visés attendent que vous choisissiez quand publier/).expectNot(/d’ici là partiront/);
    await head
      .post(PUBLISH_PATH)
      .form({ period: String(period), do: 'now' })
      .expect(303);
    host.clock.advance(TEN_MINUTES);
    await host.runJobs();
    expect([await stateOf(signed()), await stateOf(other()), await stateOf(draft())]).toEqual([
      'published',
      'published',
      'draft',
    ]);
    await host
      .as('pupil')
      .get('/../../../ancienne-ecole', { school: OTHER_SCHOOL })
      .expect(200, /1er trimestre/);
    await board(/2 publiés sur 2/);
  });
});
