// SPDX-License-Identifier: EUPL-1.2
import type { CommandAnswer } from '../api/command.js';
import type { Host } from '../host/app/boot-host.js';
import { eachSchool } from '../host/domain/jobs/each-school.js';
import { translator } from '../host/infra/i18n/translate.js';

/** The words and options of a command as typed after its name; options without their dashes. */
export interface TypedCommand {
  readonly options?: Readonly<Record<string, string | true>>;
  readonly words?: readonly string[];
}

/**
 * Runs a command of a brick on a running host, with its schools.
 * @throws Error when no brick has the command, and the errors of the command
 */
export async function runTestCommand(
  host: Host,
  name: string,
  { options = {}, words = [] }: TypedCommand,
): Promise<CommandAnswer> {
  for (const brick of host.bricks) {
    const run = brick.state === 'ready' ? brick.commands.get(name) : undefined;
    if (brick.state !== 'ready' || !run) continue;
    const { signal } = new AbortController();
    const t = translator(brick.manifest.locales, 'en', false);
    return run({ words, options, by: 'cli:test', signal, t, schools: () => eachSchool(host, brick, signal) });
  }
  throw new Error(`No brick under test has the command "${name}".`);
}
