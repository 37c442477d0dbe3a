// SPDX-License-Identifier: EUPL-1.2
import { Command, CommanderError } from 'commander';
import { CONTRACT_VERSION } from '../host/bricks/contract-version.js';
import { addBrickCommandsFor } from './brick-commands.js';
import { addAdminCommands } from './commands/admin.js';
import { addBrickCommands } from './commands/brick.js';
import { addBrickNewCommand } from './commands/brick-new.js';
import { addConfigCommands } from './commands/config.js';
import { addDatabaseCommands } from './commands/database.js';
import { addDemoCommand } from './commands/demo.js';
import { addDoctorCommand } from './commands/doctor.js';
import { addHelpCommand } from './commands/help.js';
import { addJobCommands } from './commands/job.js';
import { addPersonCommands } from './commands/person.js';
import { addSchoolCommands } from './commands/school.js';
import { addServeCommand } from './commands/serve.js';
import { addSyncCommands } from './commands/sync.js';
import { addTokenCommands } from './commands/token.js';
import { exitCodeOf, EXIT, printFailure } from './exit-code.js';
import { setLimits } from './global-options.js';
import { LIMITS } from '../host/infra/util/limits.js';
import { outputTo, type Terminal } from './terminal.js';

export type { Terminal };

/**
 * Runs one command. Process-wide settings and handlers are in `main.ts`.
 * @param argv the words after the name of the program
 * @param failure rejects when the host fails and the command must not be awaited any longer
 * @param limits for bricks
 * @returns the exit code; errors have already been printed
 */
export async function run(
  argv: readonly string[],
  terminal: Terminal,
  failure?: Promise<never>,
  limits = LIMITS,
): Promise<number> {
  const program = createProgram(terminal);
  setLimits(program, limits);
  const command = runCommand(argv, program);
  try {
    await (failure ? Promise.race([command, failure]) : command);
    return EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUsage;
    printFailure(error, program);
    return exitCodeOf(error);
  }
}

function createProgram(terminal: Terminal): Command {
  const program = new Command('volee')
    .description('Free-software bricks for ENVOLE')
    .version(CONTRACT_VERSION)
    .option('--config <file>', 'the settings file (default: /etc/volee/volee.yaml, then ./volee.yaml)')
    .option('--json', 'print JSON, for programs')
    .exitOverride()
    .configureOutput(outputTo(terminal))
    .configureHelp({ showGlobalOptions: true });

  addDemoCommand(program);
  addServeCommand(program);
  addConfigCommands(program);
  addDoctorCommand(program, terminal);
  addDatabaseCommands(program);
  addSyncCommands(program, terminal);
  addSchoolCommands(program);
  addBrickCommands(program, terminal);
  addBrickNewCommand(program);
  addAdminCommands(program);
  addPersonCommands(program);
  addTokenCommands(program);
  addJobCommands(program);
  addHelpCommand(program);
  return program;
}

/** Commands of bricks are added last, so that they cannot take a name of the program. */
async function runCommand(argv: readonly string[], program: Command): Promise<void> {
  await addBrickCommandsFor(argv, program);
  await program.parseAsync([...argv], { from: 'user' });
}
