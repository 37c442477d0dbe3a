// SPDX-License-Identifier: EUPL-1.2
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Removes garbage, so that the memory of what follows can be told. */
export const collectGarbage = runInNewContext('gc') as () => void;
