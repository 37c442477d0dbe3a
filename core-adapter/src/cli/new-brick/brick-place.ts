// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The copy of the host that this program belongs to. */
export const hostFolder = realpathSync(fileURLToPath(new URL('../../../', import.meta.url)));
const repository = dirname(hostFolder);

/** Where a brick is made. */
export interface BrickPlace {
  readonly folder: string;
  /** As a person writes it, from where he stands. */
  readonly written: string;
  /** Among the plugins of the repository, whose settings and tools it then has. */
  readonly inRepository: boolean;
}

/** `plugins/<name>` for who stands anywhere in the repository, else `./<name>`. */
export function brickPlace(name: string, from: string): BrickPlace {
  const here = realpathSync(from);
  const inRepository =
    existsSync(join(repository, 'plugins')) && (here === repository || here.startsWith(join(repository, '/')));
  const folder = inRepository ? join(repository, 'plugins', name) : join(here, name);
  return { folder, written: inRepository ? join('plugins', name) : `./${name}`, inRepository };
}

/** A brick that is there: its folder has its id as its name. */
export interface Neighbour {
  readonly id: string;
  /** Its folder, from where the new one will be. */
  readonly written: string;
}

/** The bricks that stand beside the host, or where the new one will. */
export function bricksNear({ folder }: BrickPlace): Neighbour[] {
  const here = dirname(folder);
  const parents = new Set([repository, join(repository, 'plugins'), here]);
  return [...parents].flatMap((parent) =>
    existsSync(parent)
      ? readdirSync(parent)
          .filter((name) => isBrick(join(parent, name)))
          .map((id) => ({ id, written: relative(here, join(parent, id)) }))
      : [],
  );
}

/** The host's copy as a dependency of a brick elsewhere. */
export function hostAsDependency({ folder }: BrickPlace): string {
  return `file:${relative(folder, hostFolder)}`;
}

function isBrick(folder: string): boolean {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return false;
  try {
    const { peerDependencies } = JSON.parse(readFileSync(file, 'utf8')) as { peerDependencies?: object };
    return Object.hasOwn(peerDependencies ?? {}, '@volee/core-adapter');
  } catch {
    // Somebody's broken package.json is no brick yet.
    return false;
  }
}
