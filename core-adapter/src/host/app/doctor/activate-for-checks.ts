// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '../../../api/log.js';
import type { RootLog } from '../../infra/util/create-log.js';
import { loginAddresses } from '../../domain/sessions/login-addresses.js';
import { registerBrick, dispose } from '../../bricks/register-brick.js';
import { isDeclared, type Declared } from '../../bricks/declare-bricks.js';
import type { LoadedBrick, ReadyBrick } from '../../domain/bricks/loaded-brick.js';
import { schemaOwners } from '../schema-owners.js';
import { LIMITS, type Limits } from '../../infra/util/limits.js';
import { runInSchools } from './checked-schools.js';
import type { OwnedCheck } from './run-check.js';

export interface BricksForChecks {
  readonly declared: Declared;
  readonly bricks: readonly LoadedBrick[];
  readonly checks: readonly OwnedCheck[];
  dispose(): Promise<void>;
}

export interface ActivateForChecksOptions {
  readonly clock: Clock;
  readonly log: RootLog;
  /** The public address; an invented one when the settings have none. */
  readonly publicUrl: URL;
  readonly limits?: Limits | undefined;
  /** The database that checks read. */
  readonly databaseUrl?: string | undefined;
}

/** Activates bricks as a host does, without a host: their checks need no port, and open the database when they ask for schools. */
export async function activateForChecks(
  declared: Declared,
  { clock, log, publicUrl, limits = LIMITS, databaseUrl: url }: ActivateForChecksOptions,
): Promise<BricksForChecks> {
  const tools = { clock, log: log.child, ...loginAddresses(publicUrl, '') };
  const bricks = await Promise.all(
    declared.all.map(async (brick) => (isDeclared(brick) ? registerBrick(brick, tools, limits.activate) : brick)),
  );
  const ready = bricks.filter((brick): brick is ReadyBrick => brick.state === 'ready');
  const owners = schemaOwners(declared.bricks.map(({ manifest }) => manifest));
  return {
    declared,
    bricks,
    checks: ready.flatMap(({ id, manifest, checks }) =>
      checks.map(({ name, run }) => ({
        name,
        brick: id,
        run: runInSchools(run, { url, owners, clock, limits }, manifest),
      })),
    ),
    dispose: async () => {
      for (const { disposers } of [...ready].reverse()) await dispose(disposers);
    },
  };
}
