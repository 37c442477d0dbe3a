// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { testFolder } from '@volee/core-adapter/testing';

import { program } from '../e2e/volee-command.js';
import { freePort } from '../services/free-port.js';

const { NODE_OPTIONS: _ofJest, NODE_ENV: _ofTests, ...environment } = process.env;

/** Starts the demo in a folder, and stops it when it is ready. @returns what it printed until then */
async function runDemo(folder: string, port: number): Promise<string> {
  const demo = spawn(process.execPath, [program, 'demo', '--port', String(port)], { cwd: folder, env: environment });
  const lines: string[] = [];
  demo.stderr.on('data', (data: Buffer) => lines.push(data.toString()));
  for await (const line of createInterface(demo.stdout)) {
    lines.push(line);
    if (line.startsWith('Ctrl+C')) demo.kill('SIGTERM');
  }
  if (demo.exitCode === null && demo.signalCode === null) await once(demo, 'exit');
  return lines.join('\n');
}

test('the first run of the demo fills two school years, and the next one finds it there', async () => {
  const folder = await mkdtemp(join(testFolder(), 'volee-demo-'));
  try {
    const port = await freePort();
    const first = await runDemo(folder, port);
    const chapters = [
      'La démonstration prépare les dossiers de l’an dernier…',
      '… deux années de livrets…',
      '… des dossiers et des travaux de cette année…',
      '… ses bilans…',
      '… et une semaine de messages.',
    ];
    expect(first.split('\n\n')[0]?.split('\n')).toEqual(chapters);
    expect(first).toMatch(/\n\nVolée : [^]*Ctrl\+C/);
    expect(await runDemo(folder, port)).toMatch(/^\nVolée : [^]*Ctrl\+C/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 240_000);
