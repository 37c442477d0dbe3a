// SPDX-License-Identifier: EUPL-1.2
import { Command, CommanderError } from 'commander';
import { CONTRACT_VERSION } from '../host/loader/contract-version.js';
import { endProcess, refuseExit } from '../host/loader/refuse-exit.js';
import { addBrickCommandsFor } from './brick-commands.js';
import { endQuietlyWhenUnread } from './closed-output.js';
import { addAdminCommands } from './commands/admin.js';
import { addBrickCommands } from './commands/brick.js';
import { addBrickNewCommand } from './commands/brick-new.js';
import { addConfigCommands } from './commands/config.js';
import { addDatabaseCommands } from './commands/database.js';
import { addDemoCommand } from './commands/demo.js';
import { addDoctorCommand } from './commands/doctor.js';
import { addHelpCommand } from './commands/help.js';
import { addPersonCommands } from './commands/person.js';
import { addSchoolCommands } from './commands/school.js';
import { addServeCommand } from './commands/serve.js';
import { addSyncCommands } from './commands/sync.js';
import { addTokenCommands } from './commands/token.js';
import { exitCodeOf, EXIT, tellError } from './exit-code.js';
import { hostFailure, watchErrors } from './process-errors.js';

// Databases, keys and files of the demo hold personal data: what the program makes is for its own user alone (SQLite asks for 0644).
process.umask(0o077);

/** How long something may still run, in milliseconds: once a command is done; and while the host, which failed, closes. */
const DONE = 1_000;
const CLOSING = 12_000;

const program = new Command('volee')
  .description('Free-software bricks for ENVOLE')
  .version(CONTRACT_VERSION)
  .option('--config <file>', 'the settings (otherwise /etc/volee/volee.yaml, then ./volee.yaml)')
  .option('--json', 'answer in JSON, for machines')
  .exitOverride()
  .configureHelp({ showGlobalOptions: true });

addDemoCommand(program);
addServeCommand(program);
addConfigCommands(program);
addDoctorCommand(program);
addDatabaseCommands(program);
addSyncCommands(program);
addSchoolCommands(program);
addBrickCommands(program);
addBrickNewCommand(program);
addAdminCommands(program);
addPersonCommands(program);
addTokenCommands(program);
addHelpCommand(program);

/** Those of bricks come last: they take no name that is taken. */
async function runProgram(): Promise<void> {
  await addBrickCommandsFor(process.argv.slice(2), program);
  await program.parseAsync();
}

refuseExit();
watchErrors();
endQuietlyWhenUnread();
let grace = CLOSING;
try {
  await Promise.race([runProgram().finally(() => (grace = DONE)), hostFailure]);
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.wrongUsage;
  } else {
    tellError(error);
    process.exitCode = exitCodeOf(error);
  }
}
// What then still runs is a brick's, and must not keep the process from ending.
setTimeout(endProcess, grace).unref();
