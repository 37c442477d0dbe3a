// SPDX-License-Identifier: EUPL-1.2
import { endProcess, interceptExit } from '../host/bricks/intercept-exit.js';
import { enablePeers } from '../host/bricks/register-peers.js';
import { endQuietlyWhenUnread } from './closed-output.js';
import { hostFailure, watchErrors } from './process-errors.js';
import { run } from './run.js';

// Databases, keys and files of the demo hold personal data: what the program makes is for its own user alone (SQLite asks for 0644).
process.umask(0o077);

/** How long something may still run, in milliseconds: once a command is done; and while the host, which failed, closes. */
const DONE = 1_000;
const CLOSING = 12_000;

interceptExit();
watchErrors();
endQuietlyWhenUnread();
enablePeers();
let grace = DONE;
hostFailure.catch(() => (grace = CLOSING));
const code = await run(process.argv.slice(2), process, hostFailure);
// A reader that went away has set one: see `endQuietlyWhenUnread`.
if (code !== 0) process.exitCode = code;
// What then still runs is a brick's, and must not keep the process from ending.
setTimeout(endProcess, grace).unref();
