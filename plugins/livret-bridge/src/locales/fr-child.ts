// SPDX-License-Identifier: EUPL-1.2
import { brick } from './fr-child/brick.js';
import { read } from './fr-child/read.js';
import { sixth } from './fr-child/sixth.js';

export const frChild = {
  ...brick,
  ...read,
  ...sixth,
};
