// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from '../../../api/log.js';
import type { RootLog } from '../../infra/util/create-log.js';
import { loginAddresses } from '../../domain/sessions/login-addresses.js';
import { registerBrick, dispose } from '../../bricks/register-brick.js';
import { declareBricks, isDeclared, type Declared } from '../../bricks/declare-bricks.js';
import type { BrickEntry, LoadedBrick, ReadyBrick } from '../../domain/bricks/loaded-brick.js';
import type { Environment } from '../../infra/settings/resolve-values.js';
import type { OwnedCheck } from './run-check.js';

export interface BricksForChecks {
  readonly declared: Declared;
  readonly bricks: readonly LoadedBrick[];
  readonly checks: readonly OwnedCheck[];
  dispose(): Promise<void>;
}

export interface ActivateForChecksOptions {
  readonly env: Environment;
  readonly clock: Clock;
  readonly log: RootLog;
  /** Where people come; made up when the settings do not say. */
  readonly publicUrl: URL;
}

/** Declares and activates bricks as a host does, without a host: their checks need neither port nor database. */
export async function activateForChecks(
  entries: readonly BrickEntry[],
  { env, clock, log, publicUrl }: ActivateForChecksOptions,
): Promise<BricksForChecks> {
  const declared = await declareBricks(entries, env);
  const tools = { clock, log: log.child, ...loginAddresses(publicUrl, '') };
  const bricks = await Promise.all(
    declared.all.map(async (brick) => (isDeclared(brick) ? registerBrick(brick, tools) : brick)),
  );
  const ready = bricks.filter((brick): brick is ReadyBrick => brick.state === 'ready');
  return {
    declared,
    bricks,
    checks: ready.flatMap(({ id, checks }) => checks.map((check) => ({ ...check, brick: id }))),
    dispose: async () => {
      for (const { disposers } of [...ready].reverse()) await dispose(disposers);
    },
  };
}
