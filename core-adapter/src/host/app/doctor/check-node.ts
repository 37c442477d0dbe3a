// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import satisfies from 'semver/functions/satisfies.js';
import type { Finding } from '../../../api/check.js';
import { bad, good, warn } from './findings.js';

/** The lines of Node.js on which `.ci/run` runs tests. */
const TESTED = ['20', '24'];

/** @param version of Node.js, without a "v" @param range as in `engines` of package.json */
export function checkNode(version: string = process.versions.node, range: string = wantedNode()): Finding {
  if (!satisfies(version, range)) {
    return bad(`Node.js ${version} is not supported: Volée needs ${range}.`, 'Install a supported version of Node.js.');
  }
  if (!satisfies(version, TESTED.join(' || '))) {
    return warn(
      `Node.js ${version} may work (${range}), but the tests of Volée run on ${TESTED.join(' and ')}.`,
      `Install Node.js ${TESTED.at(-1)}.`,
    );
  }
  return good(`Node.js ${version} is supported (${range}).`);
}

function wantedNode(): string {
  const file = new URL('../../../../package.json', import.meta.url);
  const { engines } = JSON.parse(readFileSync(file, 'utf8')) as { engines: { node: string } };
  return engines.node;
}
