// SPDX-License-Identifier: EUPL-1.2
// Runs in Node's thread for module resolution (Node.js, Modules, "Customization hooks"); see ADR 0015.
import { existsSync, readFileSync } from 'node:fs';
import type { ResolveFnOutput, ResolveHookContext } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONTRACT, PEERS } from './peers.js';

export interface PeerData {
  /** The module that imports bricks: each of its dynamic imports is a brick. */
  readonly importer: string;
}

type NextResolve = (
  specifier: string,
  context?: Partial<ResolveHookContext>,
) => ResolveFnOutput | Promise<ResolveFnOutput>;

const HOST_ONLY: ReadonlySet<string> = new Set(['cli', 'host', 'testing'].map((part) => `${CONTRACT}/${part}`));

/** The folders of imported bricks. */
const bricks = new Set<string>();
let importer = '';

export function initialize(data: PeerData): void {
  importer = data.importer;
}

/**
 * Resolves peer dependencies of a brick, and of the packages in its `node_modules`, to the host's copy, even when the
 * brick has its own.
 */
export async function resolve(
  specifier: string,
  context: ResolveHookContext,
  next: NextResolve,
): Promise<ResolveFnOutput> {
  const { parentURL } = context;
  if (parentURL === importer) {
    const resolved = await next(specifier, context);
    bricks.add(packageFolderOf(resolved.url));
    return resolved;
  }
  const peer = packageNameOf(specifier);
  if (!PEERS.has(peer) || !parentURL?.startsWith('file:')) return next(specifier, context);
  const folder = packageFolderOf(parentURL);
  if (HOST_ONLY.has(specifier) && isInBrick(folder)) {
    throw new Error(
      `a brick may not import ${specifier}, which is for tests and tools only; use the argument of activate`,
    );
  }
  const isHosts = peer === CONTRACT || bricks.has(folder) || namesPeer(folder, peer);
  return next(specifier, isHosts ? { ...context, parentURL: importer } : context);
}

function packageNameOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Whether the folder belongs to a brick or to a package in its `node_modules`. */
function isInBrick(folder: string): boolean {
  return bricks.has(folder) || [...bricks].some((brick) => folder.startsWith(`${brick}${sep}`));
}

function packageFolderOf(url: string): string {
  let folder = dirname(fileURLToPath(url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** Whether the package names the peer as a dependency, as component libraries for preact do with `peerDependencies`. */
function namesPeer(folder: string, peer: string): boolean {
  try {
    const { peerDependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      peerDependencies?: object;
    };
    return Object.hasOwn(peerDependencies, peer);
  } catch {
    return false;
  }
}
