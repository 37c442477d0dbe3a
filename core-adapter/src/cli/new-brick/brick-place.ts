// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the host that this program belongs to. */
export const hostFolder = realpathSync(fileURLToPath(new URL('../../../', import.meta.url)));
const repository = dirname(hostFolder);

/** The place of a new brick. */
export interface BrickPlace {
  readonly folder: string;
  /** The folder, relative to the current one. */
  readonly written: string;
  /** Whether it is a plugin of the repository and so uses the repository's configuration and tools. */
  readonly inRepository: boolean;
}

/** `plugins/<name>` when the current folder is in the repository, otherwise `./<name>`. */
export function brickPlace(name: string, from: string): BrickPlace {
  const here = realpathSync(from);
  const inRepository =
    existsSync(join(repository, 'plugins')) && (here === repository || here.startsWith(join(repository, '/')));
  const folder = inRepository ? join(repository, 'plugins', name) : join(here, name);
  return { folder, written: inRepository ? join('plugins', name) : `./${name}`, inRepository };
}

/** An existing brick; the name of its folder is its id. */
export interface Neighbour {
  readonly id: string;
  /** Its folder, relative to the new one. */
  readonly written: string;
}

/** The bricks beside the host or beside the new brick. */
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

/** The host as a dependency of a brick outside the repository. */
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
    // A folder with a broken package.json is not a brick.
    return false;
  }
}
