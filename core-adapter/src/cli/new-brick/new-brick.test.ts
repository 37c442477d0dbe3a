// SPDX-License-Identifier: EUPL-1.2
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { DomainError, InputError } from '../../api/errors.js';
import { brickPlace, hostFolder } from './brick-place.js';
import { newBrick } from './new-brick.js';
import { errorText } from '../../host/infra/util/error-text.js';

const NOW = new Date('2026-11-24T10:00:00Z');
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function elsewhere(): string {
  const folder = mkdtempSync(join(tmpdir(), 'volee-new-brick-'));
  folders.push(folder);
  return folder;
}

/** Returns the error message, after checking that no file was left behind. */
function refusalOf(name: string, from = elsewhere(), extras?: string): string {
  const before = readdirSync(from);
  try {
    newBrick(name, from, NOW, extras);
    return 'it was made';
  } catch (error) {
    expect(readdirSync(from)).toEqual(before);
    expect(error).toBeInstanceOf(InputError);
    return errorText(error);
  }
}

test.each([
  '',
  'Agenda',
  'agenda_2',
  '2agenda',
  'agenda-',
  '-agenda',
  'a--b',
  'été',
  '../brick-under-test',
  'a/b',
  'a b',
  '@volee/a',
])('"%s" is refused as an id', (name) =>
  expect(refusalOf(name)).toMatch(/^".*" is not a valid brick id\. Use lower case letters, [^\n]+\.$/),
);

test('an id has at most 40 characters', () => {
  expect(refusalOf('a'.repeat(41))).toMatch(/is too long: the id of a brick has at most 40 characters\.$/);
  const from = elsewhere();
  newBrick('a'.repeat(40), from, NOW);
  expect(readdirSync(from)).toEqual(['a'.repeat(40)]);
});

test.each([
  ['core', 'The brick "core" already exists'],
  ['core-diary', 'could be confused with those of "core" (core_…)'],
  ['file-share', 'The brick "file-share" already exists'],
  ['file', 'could be confused with those of "file-share" (file_share_…)'],
  ['cas-bridge', 'The brick "cas-bridge" already exists'],
])('%s is refused: its id or its table prefix is taken', (name, sentence) =>
  expect(refusalOf(name)).toContain(sentence),
);

test('ids of neighbouring bricks, their prefixes and existing folders are refused', () => {
  const from = elsewhere();
  newBrick('tested-diary', from, NOW);
  mkdirSync(join(from, 'notes'));
  mkdirSync(join(from, 'broken'));
  writeFileSync(join(from, 'broken', 'package.json'), '{');
  expect(refusalOf('tested-diary', from)).toBe(
    'The brick "tested-diary" already exists in tested-diary. Choose another name.',
  );
  expect(refusalOf('tested', from)).toContain('could be confused with those of "tested-diary"');
  expect(refusalOf('notes', from)).toBe('./notes already exists. Choose another name.');
});

test('a folder that cannot be moved to its place leaves nothing behind', () => {
  const from = elsewhere();
  symlinkSync(join(from, 'nowhere'), join(from, 'brick-under-test'));
  expect(() => newBrick('brick-under-test', from, NOW)).toThrow(DomainError);
  expect(readdirSync(from)).toEqual(['brick-under-test']);
});

test('a new brick is a plugin inside the repository, and a folder elsewhere', () => {
  const repository = dirname(hostFolder);
  for (const from of [repository, join(repository, 'core-adapter', 'src')]) {
    expect(brickPlace('brick-under-test', from)).toEqual({
      folder: join(repository, 'plugins', 'brick-under-test'),
      written: 'plugins/brick-under-test',
      inRepository: true,
    });
  }
  expect(brickPlace('brick-under-test', elsewhere())).toMatchObject({
    written: './brick-under-test',
    inRepository: false,
  });
});

test('a new brick has its own ids, tables, titles and migration timestamp', () => {
  const from = elsewhere();
  const { folder } = newBrick('tested-diary', from, NOW);
  const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8');
  expect(textOf('src/manifest.ts')).toMatch(/id: 'tested-diary'[^]*CreateNotices1795514400000\]/);
  expect(textOf('src/store/notice.entity.ts')).toContain("@Entity('tested_diary_notice')");
  expect(textOf('src/store/create-notices.migration.ts')).toContain("TABLE = 'tested_diary_notice'");
  expect(textOf('src/locales/fr.ts')).toContain("title: 'Tested diary'");
  const manifest = JSON.parse(textOf('package.json')) as { name: string; devDependencies: Record<string, string> };
  expect(manifest.name).toBe('volee-tested-diary');
  const [, host = ''] = /^file:(\.\.\/.+)$/.exec(manifest.devDependencies['@volee/core-adapter'] ?? '') ?? [];
  expect(existsSync(join(folder, host, 'bin', 'volee.js'))).toBe(true);
});

test.each(['tasks', 'task;file', 'Task', 'task,file,page', '__proto__', '../outside'])(
  'an extra that does not exist, "%s", is refused in one sentence',
  (extras) =>
    expect(refusalOf('brick-under-test', elsewhere(), extras)).toMatch(
      /^A brick cannot be made with "[^",]+"\. Write --with task, --with file, or both: --with task,file\.$/,
    ),
);

describe('the files of extras', () => {
  const filesOf = (extras?: string): string[] => {
    const { folder } = newBrick('tested-diary', elsewhere(), NOW, extras);
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
      .sort();
  };
  const task = ['src/jobs/portal/tell-tasks.test.ts', 'src/jobs/portal/tell-tasks.ts', 'src/locales/task.ts'];
  const file = ['src/domain/attach/receive-file.ts'];

  test('each extra adds its own, in any order and once', () => {
    const none = filesOf();
    expect(none).toEqual(filesOf(''));
    expect(filesOf('task')).toEqual([...none, ...task].sort());
    expect(filesOf('file')).toEqual([...none, ...file].sort());
    expect(filesOf('task,file')).toEqual([...none, ...task, ...file].sort());
    expect(filesOf(' file, task,file,')).toEqual(filesOf('task,file'));
  });

  test('no two extras replace the same file', () => {
    const folder = join(hostFolder, 'template', 'with');
    const files = readdirSync(folder).flatMap((extra) =>
      readdirSync(join(folder, extra), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => relative(join(folder, extra), join(parentPath, name))),
    );
    expect(files).toContain('src/index.ts');
    expect(new Set(files).size).toBe(files.length);
  });
});
