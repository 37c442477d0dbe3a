// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import satisfies from 'semver/functions/satisfies.js';
import type { Finding } from '../../../api/check.js';
import { bad, good } from './findings.js';

/** @param version of Node.js, without a "v" @param range as in `engines` of package.json */
export function checkNode(version: string = process.versions.node, range: string = wantedNode()): Finding {
  return satisfies(version, range)
    ? good(`Node.js ${version} is what Volée runs on (${range}).`)
    : bad(`Node.js ${version} does not fit: Volée wants ${range}.`, 'Install a version of Node.js that fits.');
}

function wantedNode(): string {
  const file = new URL('../../../../package.json', import.meta.url);
  const { engines } = JSON.parse(readFileSync(file, 'utf8')) as { engines: { node: string } };
  return engines.node;
}
