// SPDX-License-Identifier: EUPL-1.2
import { brick } from './fr-child/brick.js';
import { read } from './fr-child/read.js';

export const frChild = {
  ...brick,
  ...read,
};
