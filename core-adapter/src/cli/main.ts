// SPDX-License-Identifier: EUPL-1.2
import { endProcess, interceptExit } from '../host/bricks/intercept-exit.js';
import { enablePeers } from '../host/bricks/register-peers.js';
import { endQuietlyWhenUnread } from './closed-output.js';
import { hostFailure, watchErrors } from './process-errors.js';
import { run } from './run.js';

// Databases, keys and files of the demo hold personal data: new files are readable by their user only (SQLite's default
// is 0644).
process.umask(0o077);

/** The time allowed for remaining work, in milliseconds: after a command has ended, and while a failed host closes. */
const DONE = 1_000;
const CLOSING = 12_000;

interceptExit();
watchErrors();
endQuietlyWhenUnread();
enablePeers();
let grace = DONE;
hostFailure.catch(() => (grace = CLOSING));
const code = await run(process.argv.slice(2), process, hostFailure);
// A closed pipe has already set the exit code: see `endQuietlyWhenUnread`.
if (code !== 0) process.exitCode = code;
// Only code of bricks can still be running; it must not keep the process alive.
setTimeout(endProcess, grace).unref();
