// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL } from '@volee/core-adapter/testing';

import { runVolee } from '../e2e/volee-command.js';
import { openCliHouse } from './cli-house.js';

const house = await openCliHouse();
afterAll(() => house.stop());
const { file, host } = house;
beforeEach(async () => {
  for (const uai of [SCHOOL, OTHER_SCHOOL]) {
    await host.activations.disable(uai, 'file-share', 'cli').catch(() => undefined);
  }
});

/** A day as a sysadmin writes it; far enough from today for a test that runs at midnight. */
function day(fromToday: number): string {
  return new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);
}

const enable = (...words: string[]): ReturnType<typeof runVolee> =>
  runVolee(file, 'brick', 'enable', 'file-share', '--school', SCHOOL, ...words);
const show = (...words: string[]): ReturnType<typeof runVolee> =>
  runVolee(file, 'brick', 'show', 'file-share', ...words);

test('a brick is switched on for profiles of classes from a day to another, and told so', async () => {
  const [cm1, cm2] = await host.directory.groups(SCHOOL);
  const some = ['--profile', 'pupil', '--profile', 'teacher', '--group', 'cm1', '--group', cm2?.id ?? ''];
  const [from, until] = [day(3), day(5)];
  const { code, stdout, stderr } = await enable(...some, '--from', from, '--until', until);
  const words = `pupil, teacher of CM1, CM2, from ${from} to ${until}`;
  expect([code, stdout, stderr]).toEqual([0, `file-share will be on in ${SCHOOL}: ${words}.\n`, '']);

  const [rule] = await host.activations.rules(SCHOOL, 'file-share');
  expect(rule).toMatchObject({ profiles: ['pupil', 'teacher'], groupIds: [cm1?.id, cm2?.id], enabledBy: 'cli' });
  const [plain, json] = await Promise.all([show(), show('--json')]);
  expect(plain.stdout).toMatch(
    new RegExp(
      `^file-share: ready; on in no school\n  ${SCHOOL}: ${words}\n  personal data, kept: The files .+\n  personal data, purpose: `,
    ),
  );
  expect(JSON.parse(json.stdout)).toMatchObject({
    schools: [],
    rules: {
      [SCHOOL]: [
        {
          id: rule?.id,
          profiles: ['pupil', 'teacher'],
          groups: [
            { id: cm1?.id, name: 'CM1' },
            { id: cm2?.id, name: 'CM2' },
          ],
          from: rule?.from.toISOString(),
          until: rule?.until?.toISOString(),
        },
      ],
    },
  });
  // Three days from midnight to midnight, the last one included, but for a change of the clocks.
  const hours = ((rule?.until?.getTime() ?? 0) - (rule?.from.getTime() ?? 0)) / 3_600_000;
  expect(Math.round(hours / 24)).toBe(3);
});

test('rules add up, each school has its own, and off ends all of one school', async () => {
  const { stdout } = await enable('--profile', 'teacher', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ id: 'file-share', school: SCHOOL, on: true, rule: { until: null } });
  await enable('--group', 'CM1', '--from', day(2));
  const elsewhere = ['brick', 'enable', 'file-share', '--school', OTHER_SCHOOL];
  expect((await runVolee(file, ...elsewhere)).stdout).toMatch(
    /^file-share is on in 0390002Y: everybody, since .*\.\n$/,
  );
  const { rules, schools } = JSON.parse((await show('--json')).stdout) as {
    rules: Record<string, object[]>;
    schools: string[];
  };
  expect([Object.keys(rules).sort(), rules[SCHOOL]?.length]).toEqual([[SCHOOL, OTHER_SCHOOL], 2]);
  expect([...schools].sort()).toEqual([SCHOOL, OTHER_SCHOOL]);

  const off = await runVolee(file, 'brick', 'disable', 'file-share', '--school', SCHOOL);
  expect(off).toEqual({ code: 0, stdout: `file-share is off in ${SCHOOL}.\n`, stderr: '' });
  expect(await host.activations.rules(SCHOOL, 'file-share')).toEqual([]);
  expect(await host.activations.rules(OTHER_SCHOOL, 'file-share')).toHaveLength(1);
});

test('T1 what cannot be is refused with one clear sentence and 2, and nothing is written', async () => {
  const refusals: [string[], RegExp][] = [
    [['--profile', 'eleve'], /^volee: There is no profile "eleve"\. It serves: .*\.\n$/],
    [['--group', '6e A'], /^volee: 0390001X has no group "6e A" this school year\. It has: CM1, CM2\.\n$/],
    [['--from', day(-3), '--until', 'demain'], /^volee: \S+ is over: today is \S+\. "demain" is not a day: .*\.\n$/],
    [['--from', day(5), '--until', day(4)], /^volee: The last day, \S+, is before the first, \S+\.\n$/],
    [['--group'], /^error: option '--group <group>' argument missing\n$/],
  ];
  const answers = await Promise.all(refusals.map(([words]) => enable(...words)));
  expect(answers).toEqual(
    refusals.map(([, sentence]) => ({ code: 2, stdout: '', stderr: expect.stringMatching(sentence) })),
  );
  expect(await host.activations.rules(SCHOOL, 'file-share')).toEqual([]);
});

test('the help says that the last day is included', async () => {
  const { stdout } = await runVolee(file, 'brick', 'enable', '--help');
  expect(stdout).toMatch(/--until <day>\s+the last day, included/);
});

test('rules of a brick that left the settings can still be seen and ended; a brick that never was is unknown', async () => {
  await host.activations.enable(SCHOOL, 'long-gone', 'cli');
  const run = (...words: string[]): ReturnType<typeof runVolee> => runVolee(file, 'brick', ...words);
  const shown = await run('show', 'long-gone');
  expect([shown.code, shown.stdout]).toEqual([
    0,
    expect.stringContaining(`long-gone: not in the settings; on in ${SCHOOL}\n  ${SCHOOL}: everybody, since`),
  ]);
  expect((await run('enable', 'long-gone', '--school', OTHER_SCHOOL)).code).not.toBe(0);
  expect(await run('disable', 'long-gone', '--school', SCHOOL)).toMatchObject({ code: 0, stderr: '' });
  expect(await host.activations.rules(SCHOOL, 'long-gone')).toEqual([]);
  const never = await run('show', 'never-was');
  expect([never.code === 0, never.stderr]).toEqual([false, expect.stringContaining('No brick "never-was"')]);
});
