// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '../../api/brick.js';
import { InputError } from '../../api/errors.js';
import type { Manifest } from '../../api/manifest.js';
import { tablePrefix } from '../infra/database/migrate.js';
import { checkValue, type Checked } from '../infra/settings/check-value.js';
import type { Environment } from '../infra/settings/resolve-values.js';
import { inBrick, type BrickScope } from '../infra/util/brick-scope.js';
import { checkManifest } from './check-manifest.js';
import { checkTables } from './check-tables.js';
import { LIMITS, type Limits } from '../infra/util/limits.js';
import type { BrickFault } from '../domain/bricks/brick-fault.js';
import type { BrickEntry, DeclaredBrick, FailedBrick } from '../domain/bricks/loaded-brick.js';
import { interceptExit } from './intercept-exit.js';
import { errorMessage } from '../infra/util/error-message.js';
import { withUniqueIds } from './with-unique-ids.js';
import { withTimeout } from '../infra/util/with-timeout.js';

export interface Declared {
  /** Every brick, in the order of `volee.yaml`: `bricks` and `failed` together. */
  readonly all: readonly (DeclaredBrick | FailedBrick)[];
  readonly bricks: readonly DeclaredBrick[];
  readonly failed: readonly FailedBrick[];
  /** Problems in the settings of bricks, as printed by `config check`. */
  readonly problems: readonly string[];
}

/**
 * Imports every brick, checks their manifests and settings, and tests their tables. Only their module code and
 * migrations run. An invalid brick fails alone.
 */
export async function declareBricks(
  entries: readonly BrickEntry[],
  env: Environment,
  limits: Limits = LIMITS,
): Promise<Declared> {
  const allowExit = interceptExit();
  try {
    // In parallel, so that a brick that hangs delays no other.
    const imported = await Promise.all(entries.map((entry) => importEntry(entry, limits)));
    const known: (DeclaredBrick | FailedBrick)[] = [];
    const problems: string[] = [];
    for (const one of imported) {
      const others = known.filter(isDeclared);
      known.push(await inBrick(one.scope, () => declareBrick(one, { others, env, limits, problems })));
    }
    const all = withUniqueIds(known);
    // Errors of code started by a failed brick must not be attributed to another brick.
    imported.forEach(({ scope }, index) => (scope.id = all[index]?.id ?? scope.id));
    return { all, bricks: all.filter(isDeclared), failed: all.filter(isFailed), problems };
  } finally {
    allowExit();
  }
}

interface Imported {
  readonly entry: BrickEntry;
  readonly scope: BrickScope;
  /** The export of the module, or why there is none. */
  readonly loaded: { readonly definition: BrickDefinition } | { readonly fault: BrickFault };
}

async function importEntry(entry: BrickEntry, limits: Limits): Promise<Imported> {
  const scope = { id: idFromName(entry.name) };
  try {
    const definition = await inBrick(scope, () => withTimeout(limits.import, () => entry.load()));
    return { entry, scope, loaded: { definition } };
  } catch (error) {
    return { entry, scope, loaded: { fault: whyNotImported(error) } };
  }
}

/** The codes of node:module for a missing file (Node.js, Errors); other errors come from the brick's code. */
const MISSING = new Set<unknown>(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED']);

/** Why a brick cannot be imported. The cause continues a sentence and has no full stop. */
export function whyNotImported(error: unknown): BrickFault {
  const [reason] = errorMessage(error).split('\n');
  if (error instanceof InputError) return { cause: `it cannot be imported: ${reason}`, remedy: error.remedy };
  const isMissing = error instanceof Error && 'code' in error && MISSING.has(error.code);
  const remedy = isMissing ? 'Check that the package is installed and built.' : 'Report it to its authors.';
  return { cause: `it cannot be imported (${reason})`, remedy };
}

interface Surroundings {
  /** The bricks declared before it. */
  readonly others: readonly DeclaredBrick[];
  readonly env: Environment;
  readonly limits: Limits;
  readonly problems: string[];
}

async function declareBrick(
  { entry, scope, loaded }: Imported,
  { others, env, limits, problems }: Surroundings,
): Promise<DeclaredBrick | FailedBrick> {
  if ('fault' in loaded) return failedBrick(entry, loaded.fault);
  const { definition } = loaded;
  const unusable = manifestProblem(definition) ?? clash(definition, others);
  if (unusable !== undefined) return failedBrick(entry, unusable);

  const { manifest } = definition;
  scope.id = manifest.id;
  const settings = readSettings(entry, manifest, env);
  if (settings.problems) problems.push(...settings.problems);
  const wrongTables = await checkTables(manifest, limits.import);
  if (wrongTables !== undefined) return failedBrick(entry, wrongTables, manifest);
  if (settings.problems)
    return { ...failedBrick(entry, { cause: settings.problems.join('; ') }, manifest), problems: settings.problems };
  return { id: manifest.id, definition, manifest, settings: settings.value };
}

/** Reading a manifest may run code of the brick, which may throw. */
function manifestProblem(loaded: BrickDefinition): BrickFault | undefined {
  try {
    return checkManifest(loaded);
  } catch (error) {
    return { cause: `its manifest cannot be read (${errorMessage(error)})` };
  }
}

/** A declared brick has no state yet, since it is not activated. */
export function isDeclared(brick: DeclaredBrick | FailedBrick): brick is DeclaredBrick {
  return !('state' in brick);
}

function isFailed(brick: DeclaredBrick | FailedBrick): brick is FailedBrick {
  return 'state' in brick;
}

/** A schema is the brick's own code: its errors are faults of the brick and must not stop the others. */
function readSettings({ name, settings, folder }: BrickEntry, manifest: Manifest, env: Environment): Checked<unknown> {
  try {
    return checkValue(settings, manifest.settings, env, { path: `bricks.${name}`, ...(folder && { folder }) });
  } catch (error) {
    const reason = errorMessage(error);
    return {
      problems: [`bricks.${name}: its schema cannot read them (${reason}); report it to the authors of the brick`],
    };
  }
}

/** Two bricks may not share an id, and the table prefix of one may not begin with that of another. */
function clash({ manifest }: BrickDefinition, others: readonly DeclaredBrick[]): BrickFault | undefined {
  const mine = tablePrefix(manifest.id);
  for (const { id } of [{ id: 'core' }, ...others]) {
    if (id === manifest.id) return { cause: `another brick already has the id "${id}"` };
    const theirs = tablePrefix(id);
    if (mine.startsWith(theirs) || theirs.startsWith(mine))
      return { cause: `its tables (${mine}…) could be confused with those of "${id}" (${theirs}…)` };
  }
  return undefined;
}

function failedBrick({ name }: BrickEntry, { cause, remedy }: BrickFault, manifest?: Manifest): FailedBrick {
  const id = manifest?.id ?? idFromName(name);
  return { id, state: 'failed', cause: `${name}: ${cause}.`, remedy, ...(manifest && { manifest }) };
}

/** The id of an unreadable brick, which becomes part of an address: `@volee/file-share` gives `file-share`, `./agenda/` gives `agenda`. */
export function idFromName(name: string): string {
  const last =
    name
      .replace(/^(\.{0,2}\/.*?)\/*$/, '$1')
      .split('/')
      .at(-1) ?? '';
  return last.replace(/[^\w-]+/g, '-') || 'unnamed';
}
