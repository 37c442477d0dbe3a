// SPDX-License-Identifier: EUPL-1.2
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { OTHER_SCHOOL, SCHOOL } from '@volee/core-adapter/testing';

import { runVolee } from '../e2e/volee-command.js';
import { openCliFixture } from './cli-fixture.js';
import { writeCliSettings } from './cli-settings.js';
import { readZip } from './read-zip.js';

const fixture = await openCliFixture({ people: { eraseAfter: '1d' } });
afterAll(() => fixture.stop());
const { file, folder, host } = fixture;

test('a person is shown with the rule of each brick, and found by a part of the name', async () => {
  await host.activations.enable(SCHOOL, 'file-share', 'cli', {
    profiles: ['pupil'],
    groupIds: [],
    from: null,
    until: null,
  });
  await host.activations.enable(OTHER_SCHOOL, 'file-share', 'cli');
  const person = (...words: string[]): ReturnType<typeof runVolee> => runVolee(file, 'person', ...words);
  const [shown, json, found, nobody, elsewhere] = await Promise.all([
    person('show', 'TeacherInBothSchools'),
    person('show', 'pupil', '--json'),
    person('find', 'faivre', '--source', 'ldap'),
    person('find', 'nobody', '--json'),
    person('find', 'faivre', '--source', 'nope'),
  ]);
  const day = String.raw`\d{4}-\d\d-\d\d`;
  expect([shown.code, shown.stderr]).toEqual([0, '']);
  expect(shown.stdout.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^Paul Droz \([\w-]{36}\)$/),
    // These settings name no SSO.
    '  login: closed: no brick of the settings logs people in',
    '  last login: unknown',
    '  source ldap: key teacherinbothschools, login teacherinbothschools',
    `  ${OTHER_SCHOOL} Collège du Parc: teacher; 6e A (teacher)`,
    expect.stringMatching(`^    file-share: on: everybody, since ${day}$`),
    `  ${SCHOOL} École des Lilas: teacher; CM1 (teacher)`,
    expect.stringMatching(`^    file-share: off for this person; it is on for others: pupil, since ${day}$`),
  ]);
  expect(JSON.parse(json.stdout)).toMatchObject({
    displayName: 'Inès Faivre',
    schools: [{ uai: SCHOOL, bricks: [{ id: 'file-share', state: 'on', rules: [{ profiles: ['pupil'] }] }] }],
    homonyms: [],
  });
  expect(found.stdout).toBe(
    `pupil  Inès Faivre: pupil in ${SCHOOL} École des Lilas, CM1\n` +
      `guardian  Sophie Faivre: guardian in ${SCHOOL} École des Lilas\n` +
      `guardianinbothschools  Luc Faivre-Marguet: guardian in ${OTHER_SCHOOL} Collège du Parc; guardian in ${SCHOOL} École des Lilas\n`,
  );
  expect([elsewhere.code, elsewhere.stderr]).toEqual([2, 'volee: There is no directory "nope". Known: ldap.\n']);
  expect([nobody.code, JSON.parse(nobody.stdout)]).toEqual([0, { persons: [], total: 0 }]);
  for (const uai of [SCHOOL, OTHER_SCHOOL]) await host.activations.disable(uai, 'file-share', 'cli');
});

test('leavers are listed, then erased, then gone', async () => {
  const staff = await host.directory.personByLogin('ldap', 'staff');
  const id = staff?.id ?? '';
  const { manager } = host.database.dataSource;
  const leftAt = new Date(Date.now() - 2 * 86_400_000);
  await manager.getRepository('core_external_id').update({ personId: id }, { leftAt, login: null });
  await manager.getRepository('core_person').update({ id }, { disabledAt: leftAt });

  // An open question by hand, whether the leaver is the teacher, keeps the leaver.
  const ask = (...who: string[]): ReturnType<typeof runVolee> => runVolee(file, 'person', 'ask-same', ...who);
  const [asked, twice] = [await ask('teacher', id), await ask('teacher', 'pupil')];
  const [question] = await manager.getRepository('core_homonym').find();
  expect([asked.code, asked.stdout]).toEqual([
    0,
    `An administrator of the platform answers at /admin/homonyms/${String(question?.['id'])}. Until then nothing is erased.\n`,
  ]);
  expect([twice.code, twice.stderr]).toEqual([1, expect.stringContaining('One directory names both')]);
  const kept = await runVolee(file, 'person', 'erase-leavers', '--dry-run');
  expect(kept.stdout).toMatch(/^0 persons would be erased/);
  await manager.getRepository('core_homonym').clear();

  const dry = await runVolee(file, 'person', 'erase-leavers', '--dry-run');
  expect([dry.code, dry.stdout]).toEqual([
    0,
    '1 person would be erased.\n0 persons have left and may still come back.\n',
  ]);
  const json = await runVolee(file, 'person', 'erase-leavers', '--json');
  expect(JSON.parse(json.stdout)).toEqual({ persons: [id], kept: [], returned: [], leftovers: [], waiting: 0 });
  const again = await runVolee(file, 'person', 'erase-leavers');
  expect([again.code, again.stdout.split('\n')[0], again.stderr]).toEqual([0, '0 persons erased.', '']);
  expect(await host.directory.person(id)).toBeUndefined();
});

test('P17 nobody is erased by hand while the clock is in doubt, until somebody says that it is right', async () => {
  const clock = host.database.dataSource.getRepository('core_clock');
  await clock.clear();
  const at = new Date(Date.now() - 50 * 86_400_000);
  await clock.insert({ id: 'clock', at, before: null, leaptAt: null, heldUntil: null });
  const refused = await runVolee(file, 'person', 'erase-leavers');
  expect([refused.code, refused.stderr]).toEqual([
    3,
    expect.stringMatching(
      /^volee: The clock shows .+, more than three weeks after .+ run "volee job retry --clock-is-right"\.\n$/,
    ),
  ]);
  expect((await runVolee(file, 'person', 'erase-leavers', '--dry-run')).code).toBe(0);
  const both = await runVolee(file, 'job', 'retry', '--all', '--clock-is-right');
  expect([both.code, both.stderr]).toEqual([2, 'volee: --clock-is-right stands alone. Leave the rest out.\n']);
  const confirm = () => runVolee(file, 'job', 'retry', '--clock-is-right');
  expect(await confirm()).toMatchObject({ code: 0, stdout: 'Deletions by age run again.\n' });
  expect(await confirm()).toMatchObject({ code: 0, stdout: 'Nothing waits because of the clock.\n' });
  expect((await runVolee(file, 'person', 'erase-leavers')).code).toBe(0);
});

test('a person’s data is exported; an unknown login is reported', async () => {
  const out = join(folder, 'claire.zip');
  const { code, stdout } = await runVolee(file, 'person', 'export', 'teacher', '--out', out);
  expect([code, stdout]).toEqual([0, `${out} contains the data about teacher, with 0 files.\n`]);
  expect((await readZip(out)).get('data.json')).toContain('Vuillet');

  const nobody = await runVolee(file, 'person', 'export', 'nobody', '--out', join(folder, 'nobody.zip'));
  expect([nobody.code, nobody.stderr]).toEqual([
    1,
    'volee: No person has the login nobody. Check the spelling. Erased persons cannot be found.\n',
  ]);
  expect(existsSync(join(folder, 'nobody.zip'))).toBe(false);
});

test('T7: a school is closed when its UAI is typed twice, and the other school stays', async () => {
  const doubtful = await runVolee(file, 'school', 'close', SCHOOL, '--confirm', OTHER_SCHOOL);
  expect([doubtful.code, doubtful.stderr]).toEqual([
    2,
    `volee: --confirm must repeat the UAI of the school: --confirm ${SCHOOL}.\n`,
  ]);
  const { code, stdout } = await runVolee(file, 'school', 'close', SCHOOL, '--confirm', SCHOOL);
  expect([code, stdout]).toEqual([
    0,
    `École des Lilas (${SCHOOL}) is closed, and its data is deleted. If a directory still names it, the next sync creates it again, without data.\n` +
      // These settings read no directory.
      '7 persons known only from imports left with it; people.eraseAfter begins now.\n',
  ]);
  expect((await host.directory.schools()).map(({ uai }) => uai)).toEqual([OTHER_SCHOOL]);
});

test('a brick that cannot be read keeps everybody, and is named; a school does not close then', async () => {
  const broken = writeCliSettings(
    { './nowhere': {} },
    { database: { url: host.settings.database.url }, people: { eraseAfter: '1d' } },
  );
  const closing = await runVolee(broken.file, 'school', 'close', OTHER_SCHOOL, '--confirm', OTHER_SCHOOL);
  expect([closing.code, closing.stderr]).toEqual([
    1,
    expect.stringMatching(/nowhere.+Nothing was changed\. .+ Mend the brick, or take/),
  ]);

  const pupil = await host.directory.personByLogin('ldap', 'pupilofotherschool');
  const { manager } = host.database.dataSource;
  const leftAt = new Date(Date.now() - 2 * 86_400_000);
  await manager.getRepository('core_external_id').update({ personId: pupil?.id ?? '' }, { leftAt, login: null });
  await manager.getRepository('core_person').update({ id: pupil?.id ?? '' }, { disabledAt: leftAt });
  const { code, stdout, stderr } = await runVolee(broken.file, 'person', 'erase-leavers');
  expect([code, stdout]).toEqual([
    1,
    [
      '0 persons erased.',
      '1 person kept until the bricks below can erase them.',
      '7 persons have left and may still come back.',
      'The database still has the tables of file-share, but volee.yaml does not name it: personal data in them stays. Name the brick again, or drop its tables.',
      '',
    ].join('\n'),
  ]);
  expect(stderr).toMatch(/^volee: nowhere could not erase: \.\/nowhere: it cannot be imported/);
  rmSync(broken.folder, { recursive: true, force: true });
});
