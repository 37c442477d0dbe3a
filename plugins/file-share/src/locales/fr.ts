// SPDX-License-Identifier: EUPL-1.2
import { about } from './fr/about.js';
import { brick } from './fr/brick.js';
import { copies } from './fr/copies.js';
import { data } from './fr/data.js';
import { folder } from './fr/folder.js';
import { former } from './fr/former.js';
import { help } from './fr/help.js';
import { lastYear } from './fr/last-year.js';
import { move } from './fr/move.js';
import { parts } from './fr/parts.js';
import { readers } from './fr/readers.js';
import { room } from './fr/room.js';
import { search } from './fr/search.js';
import { trash } from './fr/trash.js';
import { upload } from './fr/upload.js';
import { usage } from './fr/usage.js';
import { when } from './fr/when.js';
import { work } from './fr/work.js';
import { works } from './fr/works.js';
import { giveBack } from './fr/give-back.js';

/** The reference: the other languages have the same keys. */
export const fr = {
  ...about,
  ...brick,
  ...copies,
  ...data,
  ...folder,
  ...former,
  ...help,
  ...lastYear,
  ...move,
  ...parts,
  ...readers,
  ...room,
  ...search,
  ...trash,
  ...upload,
  ...usage,
  ...when,
  ...work,
  ...works,
  ...giveBack,
};
