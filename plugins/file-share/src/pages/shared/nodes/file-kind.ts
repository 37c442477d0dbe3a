// SPDX-License-Identifier: EUPL-1.2
import { fileKind } from '@volee/core-adapter/ui';
import { FOLDER, type NodeRow } from '../../../store/node.entity.js';

/** The drawing of a folder or file in a list: `folder`, `pdf`, `image`, `file`. The style sheet knows each. */
export function kindOf({ rank, name }: Pick<NodeRow, 'rank' | 'name'>): string {
  if (rank === FOLDER) return 'folder';
  return /^file-earmark-(.+)-fill$/.exec(fileKind(name).icon)?.[1] ?? 'file';
}
