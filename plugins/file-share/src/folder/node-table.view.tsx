// SPDX-License-Identifier: EUPL-1.2
import { BrickBadge } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../brick-types.js';
import type { NodeLine } from './folder.model.js';

interface NodeTableProps {
  /** The accessible name of the table. */
  readonly caption: string;
  readonly lines: readonly NodeLine[];
  readonly t: FileShareTexts;
}

export function NodeTable({ caption, lines, t }: NodeTableProps): VNode {
  return (
    <div class="v-card v-card-flush">
      <table class="table table-hover v-files">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" class="w-100">
              {t('list.name')}
            </th>
            <th scope="col" class="text-end">
              {t('list.size')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <NodeTableRow key={line.url} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface NodeTableRowProps {
  readonly line: NodeLine;
}

function NodeTableRow({ line }: NodeTableRowProps): VNode {
  const { name, url, icon, colour, detail, changed, size } = line;
  return (
    <tr>
      <th scope="row">
        <a class="v-file" href={url}>
          <BrickBadge colour={colour} icon={icon} size="small" soft />
          <span class="v-row-text text-break">
            {name}
            <br />
            <span class="v-soft v-small fw-normal">
              {/* Phones have no room for this column. */}
              <span class="d-sm-none">{size} · </span>
              {detail}, {changed}
            </span>
          </span>
        </a>
      </th>
      <td class="text-end v-soft v-size text-nowrap">{size}</td>
    </tr>
  );
}
