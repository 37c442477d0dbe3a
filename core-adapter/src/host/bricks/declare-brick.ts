// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '../../api/brick-base.js';
import { InputError } from '../../api/errors.js';
import type { AnyManifest } from '../../api/manifest.js';
import type { BrickFault } from '../domain/bricks/brick-fault.js';
import type { BrickEntry, DeclaredBrick, FailedBrick } from '../domain/bricks/loaded-brick.js';
import { tablePrefix } from '../infra/database/migrate.js';
import { checkValue, type Checked } from '../infra/settings/check-value.js';
import type { Environment } from '../infra/settings/resolve-values.js';
import { inBrick, type BrickScope } from '../infra/util/brick-scope.js';
import { errorMessage } from '../infra/util/error-message.js';
import type { Limits } from '../infra/util/limits.js';
import { checkManifest } from './check-manifest.js';
import { checkTables } from './check-tables.js';
import { idFromName } from './id-from-name.js';

export interface Surroundings {
  readonly env: Environment;
  readonly limits: Limits;
  /** The ids of the bricks that were declared before. */
  readonly takenIds: Set<string>;
  /** Receives the problems in the settings of the brick. */
  readonly problems: string[];
}

/**
 * Imports a brick, checks its manifest and settings, and tests its tables. Only its module code and its migrations run.
 * @param scope gets the id of the brick when the manifest is read
 */
export async function declareBrick(
  entry: BrickEntry,
  scope: BrickScope,
  surroundings: Surroundings,
): Promise<DeclaredBrick | FailedBrick> {
  return inBrick(scope, async () => {
    try {
      return await checkBrick(entry, scope, await entry.load(), surroundings);
    } catch (error) {
      return failedBrick(entry, whyNotImported(error));
    }
  });
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

async function checkBrick(
  entry: BrickEntry,
  scope: BrickScope,
  definition: BrickDefinition,
  { env, limits, takenIds, problems }: Surroundings,
): Promise<DeclaredBrick | FailedBrick> {
  const unusable = manifestProblem(definition) ?? otherKind(entry, definition) ?? clash(definition, takenIds);
  if (unusable !== undefined) return failedBrick(entry, unusable);

  const { manifest } = definition;
  const { id } = manifest;
  scope.id = id;
  // The id is taken before the first await, since a late brick is checked while another one is.
  takenIds.add(id);
  const settings = readSettings(entry, manifest, env);
  if (settings.problems) problems.push(...settings.problems);
  const wrongTables = await checkTables(manifest, limits.import);
  if (!wrongTables && !settings.problems) return { id, definition, manifest, settings: settings.value };
  takenIds.delete(id);
  if (wrongTables) return failedBrick(entry, wrongTables, manifest);
  const { problems: wrong = [] } = settings;
  return { ...failedBrick(entry, { cause: wrong.join('; ') }, manifest), problems: wrong };
}

/** Reading a manifest may run code of the brick, which may throw. */
function manifestProblem(loaded: BrickDefinition): BrickFault | undefined {
  try {
    return checkManifest(loaded);
  } catch (error) {
    return { cause: `its manifest cannot be read (${errorMessage(error)})` };
  }
}

/** The kind in package.json decides what a host waits for when it starts: it must not differ from the manifest. */
function otherKind({ kind }: BrickEntry, { manifest }: BrickDefinition): BrickFault | undefined {
  if (kind === undefined || kind === manifest.kind) return undefined;
  return {
    cause: `its package.json says that it is of kind ${kind}, and its manifest ${manifest.kind}`,
    remedy: 'Write the same kind in both.',
  };
}

/** A schema is the brick's own code: its errors are faults of the brick and must not stop the others. */
function readSettings(
  { name, settings, folder }: BrickEntry,
  manifest: AnyManifest,
  env: Environment,
): Checked<unknown> {
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
function clash({ manifest }: BrickDefinition, takenIds: ReadonlySet<string>): BrickFault | undefined {
  const mine = tablePrefix(manifest.id);
  for (const id of ['core', ...takenIds]) {
    if (id === manifest.id) return { cause: `another brick already has the id "${id}"` };
    const theirs = tablePrefix(id);
    if (mine.startsWith(theirs) || theirs.startsWith(mine))
      return { cause: `its tables (${mine}…) could be confused with those of "${id}" (${theirs}…)` };
  }
  return undefined;
}

export function failedBrick(
  { name }: BrickEntry,
  { cause, remedy, isSlow }: BrickFault,
  manifest?: AnyManifest,
): FailedBrick {
  const id = manifest?.id ?? idFromName(name);
  const failed = { id, state: 'failed', cause: `${name}: ${cause}.`, remedy } as const;
  return { ...failed, ...(isSlow && { isSlow }), ...(manifest && { manifest }) };
}
