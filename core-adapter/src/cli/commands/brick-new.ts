// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { answer } from '../global-options.js';
import type { BrickPlace } from '../new-brick/brick-place.js';

/** `volee brick new`: creates a brick from the template. */
export function addBrickNewCommand(program: Command): void {
  program.commands
    .find((command) => command.name() === 'brick')
    ?.command('new')
    .argument('<name>', 'the id of the brick, such as class-diary')
    .option('--with <extras>', 'task: a task on the portal; file: an upload and its download; task,file: both')
    .description('create a brick: in plugins/ of the repository, elsewhere in its own folder')
    .action(async (name: string, { with: extras }: { readonly with?: string }, command: Command) => {
      const { newBrick } = await import('../new-brick/new-brick.js');
      // The files hold no personal data, and the user who serves the brick may not be its author.
      process.umask(0o022);
      const place = newBrick(name, process.cwd(), new Date(), extras);
      answer(command, { id: name, ...place }, nextSteps(place));
    });
}

function nextSteps({ folder, written, inRepository }: BrickPlace): string[] {
  const made = `${written} was created. Next:`;
  if (inRepository) {
    const line = `"../../${written}": {}   under "bricks:" in var/demo/volee.yaml`;
    // The demo migrates at every start.
    return [made, `  npm test -w ${written}`, `  add one line: ${line}`, '  npm run dev'];
  }
  return [
    made,
    ...[`cd ${written}`, 'npm install', 'npm test', 'npm run build'].map((step) => `  ${step}`),
    `Add this line: ${JSON.stringify(folder)}: {}   under "bricks:" in volee.yaml`,
    'Then run "volee db migrate", and restart Volée if it runs already (systemctl restart volee).',
  ];
}
