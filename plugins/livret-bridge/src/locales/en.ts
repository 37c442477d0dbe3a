// SPDX-License-Identifier: EUPL-1.2
import { brick } from './en/brick.js';
import { data } from './en/data.js';
import { periods } from './en/periods.js';
import { read } from './en/read.js';
import { sixth } from './en/sixth.js';
import { save } from './en/save.js';

export const en = {
  ...brick,
  ...data,
  ...periods,
  ...read,
  ...sixth,
  ...save,
};
