// SPDX-License-Identifier: EUPL-1.2
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Removes garbage, so that the memory of the next step can be measured. */
export const collectGarbage = runInNewContext('gc') as () => void;
