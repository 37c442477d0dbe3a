// SPDX-License-Identifier: EUPL-1.2
import { Command, CommanderError } from 'commander';
import { CONTRACT_VERSION } from '../host/loader/contract-version.js';
import { addAdminCommands } from './commands/admin.js';
import { addBrickCommands } from './commands/brick.js';
import { addConfigCommands } from './commands/config.js';
import { addDatabaseCommands } from './commands/database.js';
import { addDemoCommand } from './commands/demo.js';
import { addSchoolCommands } from './commands/school.js';
import { addServeCommand } from './commands/serve.js';
import { addSyncCommands } from './commands/sync.js';
import { exitCodeOf, EXIT, tellError } from './exit-code.js';

// Databases, keys and files of the demo hold personal data: what the program makes is for its own user alone (SQLite asks for 0644).
process.umask(0o077);

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
addDatabaseCommands(program);
addSyncCommands(program);
addSchoolCommands(program);
addBrickCommands(program);
addAdminCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.wrongUsage;
  } else {
    tellError(error);
    process.exitCode = exitCodeOf(error);
  }
}
