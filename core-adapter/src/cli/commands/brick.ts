// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { NotFoundError } from '../../api/errors.js';
import type { Host } from '../../host/boot-host.js';
import type { LoadedBrick } from '../../host/loader/loaded-brick.js';
import { answer } from '../global-options.js';
import { withHost } from '../with-host.js';

interface SchoolOption {
  readonly school: string;
}

export function addBrickCommands(program: Command): void {
  const brick = program.command('brick').description('the bricks, and in which schools they are on');

  brick
    .command('list')
    .description('every brick of the settings, with its state')
    .action((_options: unknown, command: Command) =>
      withHost(command, (host) => {
        const reports = host.bricks.map(report);
        answer(
          command,
          reports,
          reports.map(
            ({ id, version, kind, state, cause }) =>
              `${id} ${version ?? ''} (${kind ?? 'unknown'}): ${state}${cause === undefined ? '' : `. ${cause}`}`,
          ),
        );
        return Promise.resolve();
      }),
    );

  brick
    .command('show')
    .argument('<id>')
    .description('one brick, and the schools where it is on')
    .action((id: string, _options: unknown, command: Command) =>
      withHost(command, async (host) => {
        const found = report(findBrick(host, id));
        const uais = (await host.directory.schools()).map(({ uai }) => uai);
        const on = await host.activations.bricksOn(uais);
        const schools = uais.filter((uai) => on.get(uai)?.includes(id));
        answer(command, { ...found, schools }, [`${id}: ${found.state}; on in ${schools.join(', ') || 'no school'}`]);
      }),
    );

  for (const verb of ['enable', 'disable'] as const) {
    brick
      .command(verb)
      .argument('<id>')
      .requiredOption('--school <uai>', 'in which school')
      .description(verb === 'enable' ? 'switches a brick on for a school' : 'switches a brick off; nothing is erased')
      .action((id: string, { school }: SchoolOption, command: Command) =>
        withHost(command, async (host) => {
          findBrick(host, id);
          if (!(await host.directory.school(school))) {
            throw new NotFoundError(`There is no school ${school}. "volee school list" names those that are known.`);
          }
          await host.activations[verb](school, id, 'cli');
          answer(command, { id, school, on: verb === 'enable' }, [
            `${id} is ${verb === 'enable' ? 'on' : 'off'} in ${school}.`,
          ]);
        }),
      );
  }
}

function findBrick(host: Host, id: string): LoadedBrick {
  const found = host.bricks.find((one) => one.id === id && (one.manifest?.kind ?? 'feature') === 'feature');
  if (found) return found;
  const known = host.bricks.filter(({ manifest }) => manifest?.kind === 'feature').map((one) => one.id);
  throw new NotFoundError(`No brick "${id}" can be switched on in a school. Known: ${known.join(', ') || 'none'}.`);
}

function report(brick: LoadedBrick) {
  const { id, state, manifest } = brick;
  return {
    id,
    version: manifest?.version,
    kind: manifest?.kind,
    state,
    ...(brick.state === 'failed' && { cause: brick.cause }),
  };
}
