// SPDX-License-Identifier: EUPL-1.2
import { brick } from './fr-child/brick.js';

export const frChild = {
  ...brick,
};
