// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import satisfies from 'semver/functions/satisfies.js';
import type { Finding } from '../../../api/check.js';
import { bad, good } from './findings.js';

/** @param version of Node.js, without a "v" @param range as in `engines` of package.json */
export function checkNode(version: string = process.versions.node, range: string = wantedNode()): Finding {
  return satisfies(version, range)
    ? good(`Node.js ${version} is supported (${range}).`)
    : bad(`Node.js ${version} is not supported: Volée needs ${range}.`, 'Install a supported version of Node.js.');
}

function wantedNode(): string {
  const file = new URL('../../../../package.json', import.meta.url);
  const { engines } = JSON.parse(readFileSync(file, 'utf8')) as { engines: { node: string } };
  return engines.node;
}
