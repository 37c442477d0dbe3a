// SPDX-License-Identifier: EUPL-1.2
import { userInfo } from 'node:os';
import { InvalidArgumentError, type Command } from 'commander';
import { CLI } from '../../host/domain/audit/actors.js';
import type { DirectorySource } from '../../api/directory/directory-source.js';
import { DomainError, InputError, RefusedError, UnavailableError } from '../../api/errors.js';
import { SettingsError } from '../../host/infra/util/settings-error.js';
import type { Host } from '../../host/app/boot-host.js';
import { asError } from '../../host/infra/util/as-error.js';
import { describeLines } from '../../host/domain/sync/plan/describe-lines.js';
import { applyRun } from '../../host/domain/sync/apply-run.js';
import type { SyncRun } from '../../host/domain/sync/runs/sync-runs.js';
import { printFailure } from '../exit-code.js';
import { answer, wantsJson } from '../global-options.js';
import { progressLine } from '../progress-line.js';
import { printError, type Terminal } from '../terminal.js';
import { withHost } from '../with-host.js';
import { addHomonymsCommand } from './sync-homonyms.js';
import { reportRun, type RunReport } from './report-run.js';
import { faultText } from '../../host/domain/bricks/brick-fault.js';

interface SourceOption {
  readonly source?: string;
}

interface ApplyOptions {
  readonly approve?: string;
  readonly samePersons?: boolean;
}

export function addSyncCommands(program: Command, terminal: Terminal): void {
  const sync = program.command('sync').description('syncs of directories: plan, check and apply them');

  sync
    .command('run')
    .description('plan a sync, check it and apply it; exit code 3 when the guard refuses')
    .option('--source <name>', 'one directory only')
    .action(({ source }: SourceOption, command: Command) =>
      syncEach({ command, terminal }, source, (host, one, signal) => host.sync.run(one, signal)),
    );

  sync
    .command('plan')
    .description('plan a sync without applying it; the plan gets a number')
    .option('--source <name>', 'one directory only')
    .action(({ source }: SourceOption, command: Command) =>
      syncEach({ command, terminal }, source, (host, one, signal) => host.sync.plan(one, signal)),
    );

  sync
    .command('show')
    .argument('<id>', 'the number of a run', runId)
    .description('show the plan and the result of a run')
    .action((id: number, _options: unknown, command: Command) =>
      withHost(command, async (host) => {
        const shown = await host.sync.show(id);
        const { lines } = await reportRun(host, shown);
        answer(command, shown, [...lines, ...(shown.plan ? describeLines(shown.plan) : []).map((line) => `  ${line}`)]);
      }),
    );

  addApplyCommand(sync);
  addHomonymsCommand(sync);
}

function addApplyCommand(sync: Command): void {
  sync
    .command('apply')
    .argument('<id>', 'the number of a run', runId)
    .option('--approve <reason>', 'the reason for applying a plan that the guard refused')
    .option(
      '--same-persons',
      'with --approve: persons that differ only by the stable id are the same, as after a restore',
    )
    .description('apply a plan')
    .action((id: number, { approve, samePersons = false }: ApplyOptions, command: Command) =>
      withHost(command, async (host) => {
        if (samePersons && approve === undefined)
          throw new InputError('--same-persons takes --approve.', { remedy: 'Say why these are the same persons.' });
        const approval =
          approve === undefined ? {} : { approve: { by: `cli:${userInfo().username}`, reason: approve, samePersons } };
        const shown = await host.sync.show(id);
        const { run, lines } = await reportRun(host, await applyRun(host, shown, { actor: CLI, ...approval }));
        const more = `The new ids are stored; "volee sync run --source ${run.source}" applies the other changes.`;
        answer(command, run, samePersons ? [lines[0] ?? '', `  ${more}`] : lines);
      }),
    );
}

/** The command, and the terminal that shows its progress. */
interface SyncCommand {
  readonly command: Command;
  readonly terminal: Terminal;
}

/** Runs a step for each source and prints the results; a terminal shows the progress. */
function syncEach(
  { command, terminal }: SyncCommand,
  name: string | undefined,
  step: (host: Host, source: DirectorySource, signal: AbortSignal) => Promise<SyncRun>,
): Promise<void> {
  const line = progressLine(terminal.stderr, { silent: wantsJson(command) });
  const work = async (host: Host, source: DirectorySource, signal: AbortSignal): Promise<RunReport> => {
    const run = await step(host, source, signal).finally(() => line?.clear());
    const report = await reportRun(host, run);
    if (run.state !== 'refused') return report;
    for (const text of report.lines) printError(command, text);
    throw new RefusedError(`The guard refuses sync run ${run.id}; nothing was changed.`);
  };
  return withHost(
    command,
    (host) => eachSource(host, name, command, (source, signal) => work(host, source, signal)),
    line?.onProgress,
  );
}

/** A refused or failed source does not stop the others; the first error determines the exit code. */
async function eachSource(
  host: Host,
  name: string | undefined,
  command: Command,
  work: (source: DirectorySource, signal: AbortSignal) => Promise<RunReport>,
): Promise<void> {
  const sources = host.sources.filter((source) => name === undefined || source.name === name);
  if (sources.length === 0) throw noSource(host, name);
  const interrupt = new AbortController();
  const stop = (): void =>
    interrupt.abort(new DomainError('UNAVAILABLE', 'The sync was interrupted; nothing more was changed.'));
  process.once('SIGINT', stop);

  const reports: RunReport[] = [];
  const troubles: Error[] = [];
  for (const source of sources) {
    try {
      reports.push(await work(source, interrupt.signal));
    } catch (error) {
      troubles.push(asError(error));
    }
  }
  process.off('SIGINT', stop);
  if (reports.length > 0) {
    answer(
      command,
      reports.map(({ run }) => run),
      reports.flatMap(({ lines }) => lines),
    );
  }
  const [first, ...others] = troubles;
  for (const other of others) printFailure(other, command);
  if (first) throw first;
}

function noSource(host: Host, name: string | undefined): DomainError {
  // A brick that cannot be read may be the one that provides the source.
  const failed = host.bricks.flatMap((brick) =>
    brick.state === 'failed' && (brick.manifest?.kind ?? 'directory-source') === 'directory-source' ? [brick] : [],
  );
  const problems = failed.flatMap((brick) => brick.problems ?? []);
  if (problems.length > 0) return new SettingsError(problems);
  if (failed.length > 0) return new UnavailableError(failed.map(faultText).join(' '));
  if (name === undefined) {
    return new InputError('No brick of the settings provides a directory.', { remedy: 'Add "@volee/ldap-sync".' });
  }
  return new InputError(
    `There is no source "${name}". Known: ${host.sources.map((source) => source.name).join(', ')}.`,
  );
}

function runId(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('The run is a number.');
  return Number(text);
}
