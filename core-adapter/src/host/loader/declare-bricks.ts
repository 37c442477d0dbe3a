// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '../../api/brick.js';
import type { Manifest } from '../../api/manifest.js';
import { tablePrefix } from '../database/migrate.js';
import { checkValue, type Checked } from '../settings/check-value.js';
import type { Environment } from '../settings/resolve-values.js';
import { checkEntities } from './check-entities.js';
import { checkManifest } from './check-manifest.js';
import type { BrickEntry, DeclaredBrick, FailedBrick } from './loaded-brick.js';

export interface Declared {
  /** Every brick, in the order of `volee.yaml`: `bricks` and `failed` together. */
  readonly all: readonly (DeclaredBrick | FailedBrick)[];
  readonly bricks: readonly DeclaredBrick[];
  readonly failed: readonly FailedBrick[];
  /** Problems in the settings of bricks; `config check` prints them. */
  readonly problems: readonly string[];
}

/** Reads and cross-checks every manifest. No brick code runs, apart from what importing it does. */
export async function declareBricks(entries: readonly BrickEntry[], env: Environment): Promise<Declared> {
  const all: (DeclaredBrick | FailedBrick)[] = [];
  const problems: string[] = [];
  for (const entry of entries) all.push(await declareBrick(entry, all.filter(isDeclared), env, problems));
  return { all, bricks: all.filter(isDeclared), failed: all.filter(isFailed), problems };
}

async function declareBrick(
  entry: BrickEntry,
  others: readonly DeclaredBrick[],
  env: Environment,
  problems: string[],
): Promise<DeclaredBrick | FailedBrick> {
  const loaded = await importBrick(entry);
  if (typeof loaded === 'string') return failedBrick(entry, loaded);
  const unusable = checkManifest(loaded) ?? clash(loaded, others);
  if (unusable !== undefined) return failedBrick(entry, unusable);

  const { manifest } = loaded;
  const settings = readSettings(entry, manifest, env);
  if (settings.problems) problems.push(...settings.problems);
  const wrongEntities = await checkEntities(manifest);
  if (wrongEntities !== undefined) return failedBrick(entry, wrongEntities, manifest);
  if (settings.problems)
    return { ...failedBrick(entry, settings.problems.join('; '), manifest), problems: settings.problems };
  return { id: manifest.id, definition: loaded, manifest, settings: settings.value };
}

/** A brick that was declared has no state yet: it has not been activated. */
export function isDeclared(brick: DeclaredBrick | FailedBrick): brick is DeclaredBrick {
  return !('state' in brick);
}

function isFailed(brick: DeclaredBrick | FailedBrick): brick is FailedBrick {
  return 'state' in brick;
}

async function importBrick(entry: BrickEntry): Promise<BrickDefinition | string> {
  try {
    return await entry.load();
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return `it cannot be imported (${reason}); check that the package is installed and built`;
  }
}

/** A schema is the brick's own code: what it throws is the brick's fault, and must not stop the others. */
function readSettings({ name, settings }: BrickEntry, manifest: Manifest, env: Environment): Checked<unknown> {
  try {
    return checkValue(settings, manifest.settings, env, `bricks.${name}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problems: [`bricks.${name}: its schema cannot read them (${reason}); report it to the brick's authors`] };
  }
}

/** Two bricks may not share an id, nor may one's table prefix begin with another's. */
function clash({ manifest }: BrickDefinition, others: readonly DeclaredBrick[]): string | undefined {
  const mine = tablePrefix(manifest.id);
  for (const { id } of [{ id: 'core' }, ...others]) {
    if (id === manifest.id) return `another brick has the id "${id}" already`;
    const theirs = tablePrefix(id);
    if (mine.startsWith(theirs) || theirs.startsWith(mine))
      return `its tables (${mine}…) could be mistaken for those of "${id}" (${theirs}…)`;
  }
  return undefined;
}

function failedBrick({ name }: BrickEntry, cause: string, manifest?: Manifest): FailedBrick {
  const id = manifest?.id ?? idFromName(name);
  return { id, state: 'failed', cause: `${name}: ${cause}.`, ...(manifest && { manifest }) };
}

/** What a brick that cannot be read is called: `@volee/file-share` is `file-share`. It becomes part of an address. */
function idFromName(name: string): string {
  const last = name.split('/').at(-1) ?? '';
  return last.replace(/[^\w-]+/g, '-') || 'unnamed';
}
