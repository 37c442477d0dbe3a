// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '../../api/brick.js';
import { tablePrefix } from '../database/migrate.js';
import { checkValue } from '../settings/check-value.js';
import type { Environment } from '../settings/resolve-values.js';
import { checkEntities } from './check-entities.js';
import { checkManifest } from './check-manifest.js';
import type { BrickEntry, DeclaredBrick, FailedBrick } from './loaded-brick.js';

export interface Declared {
  readonly bricks: readonly DeclaredBrick[];
  readonly failed: readonly FailedBrick[];
  /** Problems in the settings of bricks; `config check` prints them. */
  readonly problems: readonly string[];
}

/** Reads and cross-checks every manifest. No brick code runs, apart from what importing it does. */
export async function declareBricks(entries: readonly BrickEntry[], env: Environment): Promise<Declared> {
  const bricks: DeclaredBrick[] = [];
  const failed: FailedBrick[] = [];
  const problems: string[] = [];

  for (const entry of entries) {
    const refuse = (id: string, cause: string): void =>
      void failed.push({ id, state: 'failed', cause: `${entry.name}: ${cause}.` });
    const loaded = await importBrick(entry);
    if (typeof loaded === 'string') {
      refuse(idFromName(entry.name), loaded);
      continue;
    }
    const problem = checkManifest(loaded) ?? (await checkEntities(loaded.manifest)) ?? clash(loaded, bricks);
    if (problem !== undefined) {
      refuse(idFromName(entry.name), problem);
      continue;
    }
    const { manifest } = loaded;
    const settings = checkValue(entry.settings, manifest.settings, env, `bricks.${entry.name}`);
    if (settings.problems) {
      problems.push(...settings.problems);
      failed.push({
        id: manifest.id,
        state: 'failed',
        manifest,
        cause: `${entry.name}: ${settings.problems.join('; ')}.`,
      });
      continue;
    }
    bricks.push({ id: manifest.id, definition: loaded, manifest, settings: settings.value });
  }
  return { bricks, failed, problems };
}

async function importBrick(entry: BrickEntry): Promise<BrickDefinition | string> {
  try {
    return await entry.load();
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return `it cannot be imported (${reason}); is the package installed and built?`;
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

/** What a brick that cannot be read is called: `@volee/file-share` is `file-share`. */
function idFromName(name: string): string {
  return name.split('/').at(-1) ?? name;
}
