// SPDX-License-Identifier: EUPL-1.2
import { bilan } from './en/bilan.js';
import { brick } from './en/brick.js';
import { child } from './en/child.js';
import { board } from './en/board.js';
import { arrivals } from './en/arrivals.js';
import { college } from './en/college.js';
import { data } from './en/data.js';
import { family } from './en/family.js';
import { help } from './en/help.js';
import { handOver } from './en/hand-over.js';
import { grid } from './en/grid.js';
import { periods } from './en/periods.js';
import { phrases } from './en/phrases.js';
import { read } from './en/read.js';
import { reading } from './en/reading.js';
import { sixth } from './en/sixth.js';
import { save } from './en/save.js';
import { home } from './en/home.js';
import { late } from './en/late.js';
import { life } from './en/life.js';
import { unlock } from './en/unlock.js';
import { year } from './en/year.js';

export const en = {
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
