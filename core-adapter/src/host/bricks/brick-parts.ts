// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryBrick } from '../../api/directory/directory-brick.js';
import type { ImportBrick } from '../../api/directory/import-brick.js';
import type { LoginBrick } from '../../api/login/login-brick.js';

/**
 * The argument of `activate`: the parts of every kind. The compiler shows a brick those of its own kind; for
 * bricks in JavaScript, `BrickRegistration` refuses the others when they are used.
 */
export interface BrickParts extends ImportBrick, LoginBrick, DirectoryBrick {}
