// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CONTRACT = '@volee/core-adapter';

/**
 * The names of installed packages that are bricks: those in the `node_modules` where the host's own imports are searched (Node.js,
 * Modules) that name the contract as a peer. The settings may name them or not.
 */
export function bricksBesideHost(from = dirname(fileURLToPath(import.meta.url))): string[] {
  const above = dirname(from);
  const higher = above === from ? [] : bricksBesideHost(above);
  const here = packagesIn(join(from, 'node_modules')).filter((name) => isBrick(join(from, 'node_modules', name)));
  return [...new Set([...higher, ...here])].sort();
}

/** Names as in `import`: `agenda`, `@acme/agenda`. */
function packagesIn(folder: string): string[] {
  return namesIn(folder).flatMap((name) =>
    name.startsWith('@') ? namesIn(join(folder, name)).map((inner) => `${name}/${inner}`) : [name],
  );
}

function namesIn(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder).filter((name) => !name.startsWith('.'));
}

function isBrick(folder: string): boolean {
  try {
    const { peerDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      readonly peerDependencies?: Readonly<Record<string, string>>;
    };
    return peerDependencies !== undefined && Object.hasOwn(peerDependencies, CONTRACT);
  } catch {
    return false;
  }
}
