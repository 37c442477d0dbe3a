// SPDX-License-Identifier: EUPL-1.2
import { about } from './en/about.js';
import { brick } from './en/brick.js';
import { copies } from './en/copies.js';
import { data } from './en/data.js';
import { folder } from './en/folder.js';
import { former } from './en/former.js';
import { help } from './en/help.js';
import { lastYear } from './en/last-year.js';
import { move } from './en/move.js';
import { parts } from './en/parts.js';
import { readers } from './en/readers.js';
import { room } from './en/room.js';
import { search } from './en/search.js';
import { trash } from './en/trash.js';
import { upload } from './en/upload.js';
import { usage } from './en/usage.js';
import { when } from './en/when.js';
import { work } from './en/work.js';
import { works } from './en/works.js';
import { giveBack } from './en/give-back.js';

export const en = {
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
