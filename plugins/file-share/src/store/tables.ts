// SPDX-License-Identifier: EUPL-1.2
import { ContentRow } from './content.entity.js';
import { CopyPartRow, CopyRow } from './copy.entity.js';
import { FavouriteRow } from './favourite.entity.js';
import { NodeRow } from './node.entity.js';
import { SpaceRow } from './space.entity.js';
import { WorkPupilRow } from './work-pupil.entity.js';
import { WorkRoundRow } from './work-round.entity.js';
import { WorkRow } from './work.entity.js';

/** The entities of the brick. */
export const TABLES = [
  ...[SpaceRow, NodeRow, ContentRow, WorkRow, WorkPupilRow, WorkRoundRow],
  ...[FavouriteRow, CopyRow, CopyPartRow],
];
