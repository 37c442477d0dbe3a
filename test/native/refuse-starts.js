// SPDX-License-Identifier: EUPL-1.2
import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import { Server, Socket } from 'node:net';
import process from 'node:process';

/**
 * Makes every start of a port, connection, program or SQLite fail, for `npm run test:unit`, which is quick since its files start nothing.
 */
export function refuseStarts() {
  Server.prototype.listen = () => refuse('opens a port');
  Socket.prototype.connect = () => refuse('connects to a server');
  childProcess.ChildProcess.prototype.spawn = () => refuse('starts a program');
  for (const name of ['spawnSync', 'execSync', 'execFileSync']) childProcess[name] = () => refuse('starts a program');
  syncBuiltinESMExports();
  const { dlopen } = process;
  process.dlopen = (module, ...more) => {
    dlopen(module, ...more);
    if ('databaseOpen' in module.exports) module.exports.databaseOpen = () => refuse('opens a database');
  };
}

function refuse(what) {
  throw new Error(
    `This file is a unit test and ${what}. Name it in test/jest.unit.config.js as one that starts something.`,
  );
}
