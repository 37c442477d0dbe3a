// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { OTHER_SCHOOL, SCHOOL, sampleSourceWith } from '@volee/core-adapter/testing';

import { program, runVolee } from '../e2e/volee-command.js';
import { openCliFixture } from './cli-fixture.js';

const fixture = await openCliFixture({}, { '@volee/onde-import': {} });
afterAll(() => fixture.stop());
const { file, host } = fixture;
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
      `^file-share: ready; on in no school\n  ${SCHOOL}: ${words}\n  personal data, kept: Folders and files, .+\n  personal data, purpose: `,
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

test('without a profile, a brick is on for the profiles that hold one of its permissions', async () => {
  const on = await runVolee(file, 'brick', 'enable', 'onde-import', '--school', SCHOOL);
  expect(on).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^onde-import is on in 0390001X: head, since \S+\.\n$/),
    stderr: '',
  });
  expect(await host.activations.rules(SCHOOL, 'onde-import')).toMatchObject([{ profiles: ['head'] }]);
});

/** A school that the directory still names, and in which nobody is any more. */
const EMPTY = '0390003Z';

describe('in several schools', () => {
  const brick = (...words: string[]): ReturnType<typeof runVolee> => runVolee(file, 'brick', ...words);

  beforeAll(async () => {
    const empty = { type: 'school', uai: EMPTY, name: 'École du Val', kind: 'primary' } as const;
    await host.sync.run(sampleSourceWith([empty]), new AbortController().signal);
  });

  test('--all leaves out a school that is closed and names it; --kind takes one kind, --school several', async () => {
    const all = await brick('enable', 'file-share', '--all');
    expect([all.code, all.stderr]).toEqual([0, '']);
    expect(all.stdout.split('\n')).toEqual([
      expect.stringMatching(`^file-share is on in ${OTHER_SCHOOL}: `),
      expect.stringMatching(`^file-share is on in ${SCHOOL}: `),
      `${EMPTY} École du Val: skipped, since the school has no persons any more`,
      '',
    ]);
    expect(await host.activations.rules(EMPTY, 'file-share')).toEqual([]);

    const college = await brick('disable', 'file-share', '--kind', 'college', '--json');
    expect(JSON.parse(college.stdout)).toMatchObject({ id: 'file-share', school: OTHER_SCHOOL, on: false });
    const again = await brick('enable', 'file-share', '--school', SCHOOL, '--school', OTHER_SCHOOL, '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({
      schools: [{ school: OTHER_SCHOOL, on: true }],
      leftOut: [SCHOOL],
    });
    expect(await brick('disable', 'file-share', '--all')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^file-share is off in \S+\.\nfile-share is off in \S+\.\n/),
    });
  });

  test('--dry-run tells who would get and lose the brick, by school and profile, as the console does', async () => {
    await enable('--group', 'CM2');
    const gets = await brick(
      'enable',
      'file-share',
      '--all',
      '--profile',
      'pupil',
      '--profile',
      'teacher',
      '--dry-run',
    );
    expect(gets).toEqual({
      code: 0,
      stdout: [
        `${OTHER_SCHOOL} Collège du Parc: 4 persons get it (1 pupil, 3 teachers)`,
        // The pupil and the teacher of the other class have it already.
        `${SCHOOL} École des Lilas: 4 persons get it (1 pupil, 3 teachers)`,
        `${EMPTY} École du Val: skipped, since the school has no persons any more`,
        // One teacher is in both schools.
        'file-share: 2 schools, 7 persons in all',
        'Nothing was changed: --dry-run.',
        '',
      ].join('\n'),
      stderr: '',
    });
    const again = await brick('enable', 'file-share', '--school', SCHOOL, '--group', 'CM2', '--dry-run');
    expect(again.stdout).toBe(
      `${SCHOOL} École des Lilas: already on; nothing changes\nNothing was changed: --dry-run.\n`,
    );
    const loses = await brick('disable', 'file-share', '--school', SCHOOL, '--dry-run', '--json');
    expect(JSON.parse(loses.stdout)).toEqual({
      id: 'file-share',
      dryRun: true,
      schools: [
        {
          // Heads and staff have it whatever the class.
          ...{ school: SCHOOL, name: 'École des Lilas', persons: 4 },
          profiles: { pupil: 1, guardian: 1, teacher: 1, head: 0, staff: 1 },
        },
      ],
      leftOut: [],
    });
    expect(await host.activations.rules(SCHOOL, 'file-share')).toMatchObject([{ profiles: expect.anything() }]);
    expect(await host.activations.rules(OTHER_SCHOOL, 'file-share')).toEqual([]);
  });

  test('T1 a class that one of the schools does not have leaves every school as it is', async () => {
    const refused = await brick('enable', 'file-share', '--all', '--group', 'CM1');
    expect(refused).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^volee: \S+ has no group "CM1"/),
    });
    expect(await host.activations.rules(SCHOOL, 'file-share')).toEqual([]);
  });

  test('no school, two ways to name them, and a school that is not there are told in one sentence', async () => {
    const answers = await Promise.all([
      brick('enable', 'file-share'),
      brick('disable', 'file-share', '--all', '--school', SCHOOL),
      brick('enable', 'file-share', '--kind', 'lycee'),
      brick('enable', 'file-share', '--school', SCHOOL, '--school', '0399999Z'),
    ]);
    expect(answers.map(({ code, stderr }) => [code, stderr])).toEqual([
      [2, expect.stringMatching(/^error: name the schools: --school UAI, .*\n$/)],
      [2, expect.stringMatching(/^error: write either --school, or --all or --kind: .*\n$/)],
      [2, expect.stringMatching(/^error: option '--kind <kind>' argument 'lycee' is invalid\. .*\n$/)],
      [1, expect.stringMatching(/^volee: The school 0399999Z does not exist\. .*\n$/)],
    ]);
    expect(await host.activations.rules(SCHOOL, 'file-share')).toEqual([]);
  });

  test('on a terminal, the preview comes first, and no means no', async () => {
    const reported = await onTerminal('n', 'brick', 'enable', 'file-share', '--school', SCHOOL);
    expect(reported).toMatch(
      /École des Lilas: \d+ persons get it \(.*\)\r?\nSwitch file-share on in 0390001X\? \[y\/N\] /,
    );
    expect(reported).toMatch(/volee: Nothing was changed\./);
    expect(await host.activations.rules(SCHOOL, 'file-share')).toEqual([]);
    expect(await onTerminal('y', 'brick', 'enable', 'file-share', '--school', SCHOOL)).toMatch(/is on in 0390001X: /);
    expect(await onTerminal('n', 'brick', 'disable', 'file-share', '--school', SCHOOL, '--yes')).toMatch(
      /file-share is off in 0390001X\./,
    );
  });
});

/** Runs a command on a terminal of its own (script(1), which every Debian has), and types one line. @returns all that was shown */
async function onTerminal(typed: string, ...words: string[]): Promise<string> {
  const { NODE_OPTIONS: _ofJest, ...env } = process.env;
  const command = [process.execPath, program, '--config', file, ...words].join(' ');
  const run = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], { env });
  let shown = '';
  let isAnswered = false;
  run.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    if (isAnswered || !shown.includes('[y/N]')) return;
    isAnswered = true;
    run.stdin.write(`${typed}\n`);
  });
  await once(run, 'close');
  return shown;
}

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
