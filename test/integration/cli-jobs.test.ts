// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL } from '@volee/core-adapter/testing';

import { runVolee, type CommandAnswer } from '../e2e/volee-command.js';
import { openCliFixture } from './cli-fixture.js';

const house = await openCliFixture();
afterAll(() => house.stop());
const { file, host } = house;

const job = (...words: string[]): Promise<CommandAnswer> => runVolee(file, 'job', ...words);
const read = ({ stdout }: CommandAnswer): unknown => JSON.parse(stdout);

/** @param changes columns as SQL */
async function addJob(id: string, changes: Readonly<Record<string, string>> = {}): Promise<void> {
  const row = {
    ...{ id: `'${id}'`, brick: "'file-share'", uai: `'${SCHOOL}'`, name: "'send'", data: "'{}'", tries: '0' },
    ...{ createdAt: "'2026-11-24 10:00:00.000'", dueAt: "'2026-11-24 10:00:00.000'" },
    ...changes,
  };
  const values = Object.values(row).join(', ');
  await host.database.dataSource.query(`INSERT INTO core_job (${Object.keys(row).join(', ')}) VALUES (${values})`);
}

test('jobs are listed, those that gave up first, and tried again one by one or all', async () => {
  expect(await job('list')).toMatchObject({ code: 0, stdout: 'No job waits.\n' });
  const gaveUp = { tries: '8', error: "'the mail is down'", gaveUpAt: "'2026-11-25 01:00:00.000'" };
  await addJob('a');
  await addJob('b', gaveUp);
  await addJob('c', { ...gaveUp, brick: "'other'" });
  await addJob('d', { leasedBy: "'x'", leasedUntil: "'2999-01-01 00:00:00.000'" });

  const due = 'due 2026-11-24T10:00:00.000Z';
  expect((await job('list')).stdout.split('\n')).toEqual([
    `b  file-share send in ${SCHOOL}: gave up, ${due}; after 8 tries: the mail is down`,
    `c  other send in ${SCHOOL}: gave up, ${due}; after 8 tries: the mail is down`,
    `a  file-share send in ${SCHOOL}: waiting, ${due}`,
    `d  file-share send in ${SCHOOL}: running, ${due}`,
    '',
  ]);
  expect(read(await job('list', '--brick', 'file-share', '--school', SCHOOL, '--gave-up', '--json'))).toEqual([
    {
      ...{ id: 'b', brick: 'file-share', school: SCHOOL, name: 'send', key: null, state: 'gave up', tries: 8 },
      ...{ createdAt: '2026-11-24T10:00:00.000Z', dueAt: '2026-11-24T10:00:00.000Z', error: 'the mail is down' },
    },
  ]);

  expect(read(await job('retry', 'b', '--json'))).toEqual({ retried: 1 });
  expect(await job('retry', '--all')).toMatchObject({
    code: 0,
    stdout: '1 job is due now and run by "volee serve".\n',
  });
  expect((await job('list', '--gave-up')).stdout).toBe('No such job.\n');
});

test.each([
  ['', 2, 'Which job is meant? Name one by its id, or give --all for those that gave up.'],
  ['a --all', 2, 'Which job is meant? Name one by its id, or give --all for those that gave up.'],
  ['a --brick other', 2, 'An id names one job. Give --brick and --school with --all alone.'],
  ['d', 1, 'No job that waits has the id d. "volee job list" names the jobs.'],
])('retry %s is refused', async (words, code, sentence) => {
  expect(await job('retry', ...words.split(' ').filter(Boolean))).toMatchObject({
    code,
    stderr: `volee: ${sentence}\n`,
  });
});
