// SPDX-License-Identifier: EUPL-1.2
import type { AuthProviderBrick, DirectorySourceBrick, FeatureBrick } from '../../api/brick.js';

/**
 * The argument of `activate`: the parts of every kind. The compiler shows a brick those of its own kind; for
 * bricks in JavaScript, `BrickRegistration` refuses the others when they are used.
 */
export interface BrickParts extends FeatureBrick, AuthProviderBrick, DirectorySourceBrick {}
