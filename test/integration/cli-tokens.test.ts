// SPDX-License-Identifier: EUPL-1.2
import { runVolee, type CommandAnswer } from '../e2e/volee-command.js';
import { openCliFixture } from './cli-fixture.js';

const fixture = await openCliFixture();
afterAll(() => fixture.stop());
const { file, host } = fixture;

const token = (...words: string[]): Promise<CommandAnswer> => runVolee(file, 'token', ...words);
const create = (login: string, name: string, ...more: string[]): Promise<CommandAnswer> =>
  token('create', login, '--name', name, '--brick', 'file-share', ...more);
const read = ({ stdout }: CommandAnswer): unknown => JSON.parse(stdout);

test('a token is made for a person, listed without its secret, and revoked', async () => {
  const made = await create('Teacher', 'Sauvegarde', '--until', '2999-12-31', '--json');
  const { token: secret, id } = read(made) as { token: string; id: string };
  expect([made.code, made.stderr, secret]).toEqual([0, '', expect.stringMatching(/^volee_[\w-]{43}$/)]);
  const teacher = await host.directory.personByLogin('ldap', 'teacher');
  expect(await host.tokens.recognise({ secret, login: 'teacher' })).toMatchObject({ personId: teacher?.id });

  const listed = await token('list', '--json');
  expect(read(listed)).toEqual([
    {
      ...{ id, login: 'teacher', name: 'Sauvegarde', bricks: ['file-share'] },
      ...{ createdAt: expect.stringMatching(/Z$/), lastUsedAt: expect.stringMatching(/Z$/) },
      // The last day is included, in the time zone of the school.
      endsAt: '2999-12-31T23:00:00.000Z',
    },
  ]);
  expect((await token('list')).stdout).toMatch(
    new RegExp(`^${id}  teacher, "Sauvegarde": file-share; last used 2\\d{3}-\\d\\d-\\d\\d; until 2999-12-31\n$`),
  );
  expect(read(await token('list', 'pupil', '--json'))).toEqual([]);

  expect(await token('revoke', id)).toMatchObject({
    code: 0,
    stdout: `The token "Sauvegarde" (${id}) is revoked.\n`,
  });
  expect(await host.tokens.recognise({ secret })).toBeUndefined();
  expect(await token('list')).toMatchObject({ code: 0, stdout: 'No token.\n' });
  expect(await token('revoke', id)).toMatchObject({
    code: 1,
    stderr: `volee: There is no token ${id}. "volee token list" names those that there are.\n`,
  });
});

test('to a person it says the token first, that it is shown once, and how to take it back; a pupil may have one', async () => {
  const { code, stdout } = await create('pupil', 'Lecteur', '--brick', 'file-share');
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^volee_[\w-]{43}\nIt is shown only once\. For pupil, for the bricks file-share\.\n"volee token revoke [\w-]{36}" revokes it\.\n$/,
  );
});

/** The command, the exit code, and the sentence on stderr. */
const REFUSALS: [string[], number, RegExp][] = [
  [
    ['teecher', '--name', 'a', '--brick', 'file-share'],
    1,
    /^volee: No person has the login teecher\. Check the spelling\./,
  ],
  [['teacher', '--name', 'a', '--brick', 'file-shar'], 2, /"file-shar".*Did you mean "file-share"\?\n$/],
  [
    ['teacher', '--name', 'a', '--brick', 'file-share', '--brick', 'agenda'],
    2,
    /^volee: There is no brick "agenda" that a token could use\. Known: file-share\.\n$/,
  ],
  [
    ['teacher', '--name', 'a', '--brick', 'file-share', '--until', '2020-01-31'],
    2,
    /^volee: The last day is over\. Name/,
  ],
  [
    ['teacher', '--name', 'a', '--brick', 'file-share', '--until', '2027-02-30'],
    2,
    /^volee: The last day is not a day/,
  ],
  [['teacher', '--name', ' ', '--brick', 'file-share'], 2, /^volee: The token has no name\. Give it one/],
  [['teacher', '--name', 'a'], 2, /--brick/],
  [
    ['pupil', '--name', 'Lecteur', '--brick', 'file-share'],
    1,
    /^volee: This person has a token of that name already\. Choose/,
  ],
];

test('what cannot be is refused in one sentence, and nothing is made', async () => {
  const before = (await host.tokens.list()).length;
  const answers = await Promise.all(REFUSALS.map(([words]) => token('create', ...words)));
  for (const [index, [, code, sentence]] of REFUSALS.entries()) {
    const answer = answers[index];
    expect([answer?.code, answer?.stdout]).toEqual([code, '']);
    expect(answer?.stderr).toMatch(sentence);
    expect(answer?.stderr.trimEnd()).not.toContain('\n    at ');
  }
  expect(await host.tokens.list()).toHaveLength(before);
});
