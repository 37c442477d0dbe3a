// SPDX-License-Identifier: EUPL-1.2
import { brick } from './fr/brick.js';
import { data } from './fr/data.js';

export const fr = {
  ...brick,
  ...data,
};
