// SPDX-License-Identifier: EUPL-1.2
import { brick } from './en/brick.js';
import { data } from './en/data.js';
import { folder } from './en/folder.js';
import { help } from './en/help.js';
import { room } from './en/room.js';
import { upload } from './en/upload.js';
import { when } from './en/when.js';

export const en = {
  ...brick,
  ...data,
  ...folder,
  ...help,
  ...room,
  ...upload,
  ...when,
};
