// SPDX-License-Identifier: EUPL-1.2
import {
  addStandIn,
  bothDatabases,
  importClasses,
  joinByHand,
  numberedPupils,
  SCHOOL,
  type TestPerson,
} from '@volee/core-adapter/testing';
import { tickValue } from '../../domain/life/ticked.js';
import { BEGIN_PATH, changesPath, gridPath, linesPath, PERIODS_PATH, SEND_BACK_PATH, signPath } from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { startLivret, type LivretForTests } from '../../testing/start/livret-for-tests.js';

const records = [...numberedPupils('cm1', 'ana', 3), ...numberedPupils('cm2', 'bob', 3)];
/** Fewer than the attempts of a join: on MariaDB each of them may find that the bilan was saved meanwhile. */
const WRITES = 4;

describe.each(bothDatabases())('pages of a class that becomes another one, on $name', (database) => {
  let livret: LivretForTests;
  const started = startLivret({ database, records });
  beforeAll(async () => {
    livret = await started;
  });

  /** Sends a form to an address, or where the host leads. @returns the status, and the next page */
  async function sendOn(person: TestPerson, path: string, form: Readonly<Record<string, string>>) {
    const first = await person.post(path).form(form);
    const answer = first.status === 307 ? await person.post(first.headers.get('location') ?? '').form(form) : first;
    return [answer.status, answer.headers.get('location')];
  }

  test('T7: what teachers type during the join is kept, and forms of the grid, of a signature and of the head find the class', async () => {
    const { host, tables } = livret;
    const { cm1 } = host.ids;
    const bilans = tables(SCHOOL).repository(BilanRow);
    const [mixed = ''] = await importClasses(host, { Mixte: ['ana0', 'ana1', 'bob0'] });
    await addStandIn(host, 'teacher', { from: '', until: '2026-12-18', groupId: mixed });
    const about = async (login: string) => ({
      ...{ db: tables(SCHOOL), groupId: mixed, marker: 'Début' },
      pupilId: await host.ids.login(login),
    });
    const typed = await exampleBilan(await about('ana0'));
    const [ready, signed] = [
      await exampleBilan(await about('ana1'), 'ready'),
      await exampleBilan(await about('bob0'), 'signed'),
    ];
    await host.as('head').post(PERIODS_PATH).form({ open: '1' }).expect(303);
    const teacher = host.as('teacher');
    await teacher.get(gridPath(mixed, 1)).expect(200, /ana0/);

    // The grid gave the bilan the level of its pupil.
    const shown = await bilans.findOne({ where: { id: ready.id } });
    const tick = tickValue(shown ?? ready);
    const type = async (): Promise<number[]> => {
      const statuses: number[] = [];
      for (let count = 0; count < WRITES; count += 1) {
        const before = '.'.repeat(count);
        const change = { cell: 'general', was: `Début${before}`, now: `Début${before}.` };
        statuses.push((await teacher.post(changesPath(typed.id)).form(change)).status);
      }
      return statuses;
    };
    const [statuses] = await Promise.all([type(), joinByHand(host, { from: mixed, to: cm1 })]);
    expect(statuses).toEqual(Array(WRITES).fill(200));
    await host.runJobs();
    expect(await bilans.findOne({ where: { id: typed.id } })).toMatchObject({
      ...{ classId: cm1, general: `Début${'.'.repeat(WRITES)}` },
    });

    const there = expect.stringContaining(gridPath(cm1, 1)) as string;
    const row = { was: ' '.repeat(15), '0': '2', from: mixed };
    expect(await sendOn(teacher, changesPath(typed.id), row)).toEqual([303, there]);
    expect(await sendOn(teacher, linesPath(mixed, 1), { line: 'FRA-RAC' })).toEqual([303, there]);
    expect(await sendOn(teacher, BEGIN_PATH, { groupId: mixed })).toEqual([303, there]);
    expect(await sendOn(teacher, signPath(mixed, 1), { bilan: tick })).toEqual([303, expect.any(String)]);
    const back = { period: '1', class: mixed, from: mixed, word: 'À revoir' };
    const board = expect.stringContaining(`/board/1/classes/${cm1}`) as string;
    expect(await sendOn(host.as('head'), SEND_BACK_PATH, back)).toEqual([303, board]);
    const states = await bilans.find({ select: ['id', 'state'], order: { id: 'ASC' } });
    const stateOf = (id: string): string | undefined => states.find((one) => one.id === id)?.state;
    // The bilan that is signed is that of a pupil of the other class.
    expect([stateOf(ready.id), stateOf(signed.id)]).toEqual(['draft', 'signed']);
  });
});
