// SPDX-License-Identifier: EUPL-1.2
import { brick } from './fr/brick.js';
import { data } from './fr/data.js';
import { folder } from './fr/folder.js';
import { help } from './fr/help.js';
import { room } from './fr/room.js';
import { upload } from './fr/upload.js';
import { when } from './fr/when.js';

/** The reference: the other languages have the same keys. */
export const fr = {
  ...brick,
  ...data,
  ...folder,
  ...help,
  ...room,
  ...upload,
  ...when,
};
