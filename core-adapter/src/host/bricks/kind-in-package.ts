// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { BrickKind } from '../../api/manifest.js';
import { folderOfBrick } from './locate-brick.js';

const described = z.object({ volee: z.object({ kind: z.enum(['feature', 'auth-provider', 'directory-source']) }) });

/**
 * The kind of a brick by its package.json, `"volee": { "kind": "auth-provider" }`: known before its code is imported (ADR 51).
 * @returns undefined when it says none or cannot be read; the import of the brick reports what is wrong
 */
export function kindInPackage(name: string, settingsFile: string): BrickKind | undefined {
  const folder = folderOfBrick(name, settingsFile);
  if (folder === undefined) return undefined;
  try {
    return described.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).volee.kind;
  } catch {
    return undefined;
  }
}
