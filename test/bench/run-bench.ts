// SPDX-License-Identifier: EUPL-1.2
// npm run bench -- NAME [options]. Each bench prints ratios to a peer or a limit that it measures in the same run.
import { argv, exit, stderr } from 'node:process';

interface Bench {
  readonly summary: string;
  run(words: readonly string[]): Promise<void>;
}

const BENCHES: ReadonlyMap<string, Bench> = new Map([
  [
    'consoles',
    {
      summary:
        'the consoles with 2,000 schools against a page that asks for nothing [--requests 200] [--rounds 5] [--page audit]',
      run: async (words) => (await import('./consoles.js')).benchConsoles(words),
    },
  ],
  [
    'files',
    {
      summary:
        'files: up and down against Apache with mod_dav_fs, memory, a folder of 5,000, copying, handing out [--only PART] [--mb 256] [--rounds 5]',
      run: async (words) => (await import('./files.js')).benchFiles(words),
    },
  ],
  [
    'livret',
    {
      summary:
        'livrets: grid, autosave, bilan, 6e table, opening, handing over, 40 teachers at once [--only PART] [--rounds 5] [--seconds 30]',
      run: async (words) => (await import('./livret.js')).benchLivret(words),
    },
  ],
  [
    'login',
    {
      summary:
        'logins through the SSO against Apache with mod_auth_cas, and the first page [--database sqlite] [--logins 600] [--rounds 5]',
      run: async (words) => (await import('./login.js')).benchLogin(words),
    },
  ],
  [
    'messaging',
    {
      summary:
        'messages to 500 and 5,000, open pages and a large mailbox, against Dovecot [--only PART] [--messages 1000000] [--rounds 5]',
      run: async (words) => (await import('./messaging.js')).benchMessaging(words),
    },
  ],
  [
    'pages',
    {
      summary:
        'pages of schools of 360, 500 and 5,000: statements, processor, against the least page [--only NAME] [--rounds 5] [--requests 30]',
      run: async (words) => (await import('./pages.js')).benchPages(words),
    },
  ],
  [
    'start',
    {
      summary:
        'starts of "volee serve" on a busy machine, until a user is logged in: each within two minutes [--starts 20] [--burners 20]',
      run: async (words) => (await import('./start.js')).benchStart(words),
    },
  ],
  [
    'sync',
    {
      summary:
        'a sync of a region from slapd into MariaDB against ldapsearch and mariadb [--schools 240,600] [--rounds 3]',
      run: async (words) => (await import('./sync.js')).benchSync(words),
    },
  ],
]);

const [name = '', ...words] = argv.slice(2);
const bench = BENCHES.get(name);
if (bench === undefined) {
  const list = [...BENCHES].map(([each, { summary }]) => `  ${each}  ${summary}`).join('\n');
  const fault = name === '' ? 'Say which bench to run' : `There is no bench "${name}"`;
  stderr.write(`${fault}: npm run bench -- NAME\n${list}\n`);
  exit(2);
}
await bench.run(words);
