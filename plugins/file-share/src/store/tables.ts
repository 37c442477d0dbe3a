// SPDX-License-Identifier: EUPL-1.2
import type { PersonTable } from '@volee/core-adapter';
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

/** The columns that may hold the id of a person. Content is shared, and most rows are read by a class, so handlers treat them. */
export const PERSON_TABLES: readonly PersonTable[] = [
  { entity: SpaceRow, columns: { ownerId: 'handlers', groupId: 'group' } },
  {
    entity: NodeRow,
    columns: {
      ...{ addedBy: 'handlers', trashedBy: 'handlers', ownerId: 'handlers', pupilId: 'handlers' },
      ...{ groupId: 'group', parentId: 'nobody', trashedFrom: 'nobody', keptFrom: 'group', keptOf: 'nobody' },
    },
  },
  { entity: WorkRow, columns: { addedBy: 'handlers', groupId: 'group', formKey: 'nobody' } },
  { entity: WorkPupilRow, columns: { pupilId: 'handlers', groupId: 'group' } },
  { entity: WorkRoundRow, columns: { pupilId: 'handlers', groupId: 'group', partId: 'nobody' } },
  { entity: FavouriteRow, columns: { ownerId: 'handlers' } },
  { entity: CopyRow, columns: { ownerId: 'handlers', folderId: 'nobody' } },
];
