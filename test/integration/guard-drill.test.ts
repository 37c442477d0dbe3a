// SPDX-License-Identifier: EUPL-1.2
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootHost, createLog, loadSettings, migrate, schemaOwners, type Host } from '@volee/core-adapter/host';
import fileShare from '@volee/file-share';
import livret from '@volee/livret-bridge';
import messaging from '@volee/messaging';
import { runVolee, typeVolee, type CommandAnswer } from '../e2e/volee-command.js';
import { scribeEntries, startDirectory } from '../envole-box/index.js';
import { textOf } from '../repository/tracked-files.js';
import { freePort, portAnswers } from '../services/free-port.js';
import { waitUntil } from '../services/index.js';
import { ldapSettings, writeCliSettings } from './cli-settings.js';

/** The guide's drill, with the ports of this test instead of the demo's. */
const GUIDE = 'docs/guides/synchroniser.md';
const directory = await startDirectory({ entries: scribeEntries() });
const relayPort = await freePort();
const blocks = fencedBlocks(textOf(GUIDE).split('\n## Exercice\n')[1] ?? '').map(({ language, text }) => ({
  language,
  text: text.replaceAll('3002', String(directory.port)).replaceAll('3003', String(relayPort)),
}));

/** As `npm start` leaves it: the sample was read twice, in the shape of a Scribe. */
const bricks = { '@volee/ldap-sync': ldapSettings(directory), '@volee/file-share': {} };
const { folder, file } = writeCliSettings(bricks);
const demo = join(folder, 'var', 'demo');
let host: Host;

beforeAll(async () => {
  mkdirSync(demo, { recursive: true });
  writeFileSync(join(demo, 'session.key'), 'a secret that only tests know, 32+ characters');
  const url = `sqlite:${join(demo, 'volee.sqlite')}`;
  await migrate(url, schemaOwners([fileShare.manifest, messaging.manifest, livret.manifest]));
  const settings = { ...loadSettings(file, {}), database: { url } };
  host = await bootHost({ settings, bricks: [], log: createLog('silent') });
  const scribe = writeCliSettings(bricks, { database: { url } });
  expect((await runVolee(scribe.file, 'sync', 'run')).stdout).toMatch(/^Sync run 1 of "ldap": applied\./);
  expect((await runVolee(scribe.file, 'sync', 'run')).stdout).toMatch(/^Sync run 2 of "ldap": nothing changed\./);
  rmSync(scribe.folder, { recursive: true });
  for (const { language, text } of blocks) {
    if (language === 'yaml') writeFileSync(join(folder, 'var', 'modele.yaml'), text);
    if (language === 'js') writeFileSync(join(folder, 'var', 'relais.mjs'), text);
  }
});
afterAll(async () => {
  await host.stop();
  await directory.stop();
  rmSync(folder, { recursive: true, force: true });
});

const { NODE_OPTIONS: _options, NODE_ENV: _environment, ...env } = process.env;

// The guide names files from the folder in which its commands are typed.
const before = process.cwd();
beforeAll(() => process.chdir(folder));
afterAll(() => process.chdir(before));

/** Types a block of the guide into a shell, which hands over the words of its `npx volee`, and runs that command. */
function type(commands: string): Promise<CommandAnswer> {
  const script = `set -e; npx() { shift; printf '%s\\0' "$@"; }\n${commands}`;
  const words = execFileSync('bash', ['-c', script], { cwd: folder, env, encoding: 'utf8' }).split('\0').slice(0, -1);
  return typeVolee(words);
}

/** The command, and the output that the guide shows. */
function steps(): { commands: string; reported: string[]; code: number }[] {
  return blocks.flatMap(({ language, text }, at) => {
    const answer = blocks[at + 1];
    if (language !== 'sh') return [];
    if (answer?.language !== 'text') throw new Error(`${GUIDE} does not say what comes of:\n${text}`);
    const code = answer.text.includes('was refused') ? 3 : answer.text.startsWith('volee: ') ? 1 : 0;
    return [{ commands: text, reported: answer.text.trim().split('\n'), code }];
  });
}

test('L3, L4, L5, L15: each step of the drill answers what the guide says, and every reason of the guard comes up', async () => {
  const relay = spawn(process.execPath, [join(folder, 'var', 'relais.mjs')], { env, stdio: 'ignore' });
  const ended = once(relay, 'exit');
  try {
    await waitUntil('the relay listens', () => portAnswers(relayPort));
    for (const { commands, reported, code } of steps()) {
      const answer = await type(commands);
      const all = answer.stdout + answer.stderr;
      for (const line of reported) expect(`${commands}\n${all}`).toContain(line);
      expect([commands, answer.code]).toEqual([commands, code]);
      if (commands.includes(String(relayPort))) {
        relay.kill();
        await ended;
        expect(await type(commands)).toMatchObject({ code: 1, stderr: expect.stringContaining('cannot be reached') });
      }
    }
  } finally {
    relay.kill();
    await ended;
  }

  const runs = await Promise.all(Array.from({ length: 14 }, (_, at) => host.sync.show(at + 1)));
  const codes = runs.flatMap(({ verdict }) => verdict?.reasons.map(({ code }) => code) ?? []);
  expect([...new Set(codes)]).toEqual([
    'nothing-read',
    'school-vanished',
    'profile-shrank',
    'school-shrank',
    'groups-shrank',
    'vanished-everywhere',
  ]);
  expect(runs.map(({ state }) => state).join(' ')).toBe(
    'applied unchanged unchanged refused unchanged applied applied refused refused refused refused failed failed unchanged',
  );
  expect(runs[5]?.approvalReason).toBe('L’école du Moulin a fermé');
}, 120_000);

// SPDX-License-Identifier: EUPL-1.2

interface FencedBlock {
  /** The language after the fence: `sh`, `yaml`; empty for none. */
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a Markdown text that begin at the margin, in their order. */
function fencedBlocks(markdown: string): FencedBlock[] {
  return [...markdown.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({ language, text }));
}
