// SPDX-License-Identifier: EUPL-1.2
import { brick } from './en/brick.js';
import { data } from './en/data.js';

export const en = {
  ...brick,
  ...data,
};
