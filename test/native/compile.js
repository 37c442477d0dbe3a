// SPDX-License-Identifier: EUPL-1.2
// This file is plain JavaScript, as Node.js loads it before it can read TypeScript.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import preset from '@volee/core-adapter/testing/jest-preset';

const require = createRequire(import.meta.url);
const [, options] = preset.transform['^.+\\.tsx?$'];
const folder = join(import.meta.dirname, '../../node_modules/.cache/volee-tests');
const key = JSON.stringify(options) + require('@swc/core/package.json').version;
mkdirSync(folder, { recursive: true });

/**
 * JavaScript of a TypeScript file, compiled as the jest preset does and kept between runs.
 * @param {string} file its absolute path
 * @returns {{ code: string, map: string }} paths of the compiled file and of its source map
 */
export function compiled(file) {
  const text = readFileSync(file, 'utf8');
  const kept = join(folder, createHash('sha1').update(key).update(file).update(text).digest('hex'));
  const paths = { code: `${kept}.js`, map: `${kept}.map` };
  try {
    readFileSync(paths.code);
  } catch {
    // Loaded only when used: once everything is compiled, no process needs the compiler.
    const { transformSync } = require('@swc/core');
    const { code, map } = transformSync(text, { ...options, filename: file, sourceMaps: true, swcrc: false });
    writeWhole(paths.map, map);
    writeWhole(paths.code, code);
  }
  return paths;
}

/** Writes a file as a whole, so that another process never reads half of it. */
function writeWhole(path, text) {
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
}
