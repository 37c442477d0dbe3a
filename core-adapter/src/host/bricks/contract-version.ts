// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';

/** The version of the contract, which is the version of this package. */
export const CONTRACT_VERSION: string = readVersion();

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return version;
}
