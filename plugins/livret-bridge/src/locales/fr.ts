// SPDX-License-Identifier: EUPL-1.2
import { bilan } from './fr/bilan.js';
import { brick } from './fr/brick.js';
import { child } from './fr/child.js';
import { board } from './fr/board.js';
import { arrivals } from './fr/arrivals.js';
import { college } from './fr/college.js';
import { data } from './fr/data.js';
import { family } from './fr/family.js';
import { help } from './fr/help.js';
import { handOver } from './fr/hand-over.js';
import { grid } from './fr/grid.js';
import { periods } from './fr/periods.js';
import { phrases } from './fr/phrases.js';
import { read } from './fr/read.js';
import { reading } from './fr/reading.js';
import { sixth } from './fr/sixth.js';
import { save } from './fr/save.js';
import { home } from './fr/home.js';
import { late } from './fr/late.js';
import { life } from './fr/life.js';
import { unlock } from './fr/unlock.js';
import { year } from './fr/year.js';

export const fr = {
  ...brick,
  ...child,
  ...board,
  ...arrivals,
  ...college,
  ...data,
  ...family,
  ...help,
  ...handOver,
  ...grid,
  ...periods,
  ...read,
  ...reading,
  ...sixth,
  ...save,
  ...bilan,
  ...phrases,
  ...home,
  ...late,
  ...life,
  ...unlock,
  ...year,
};
