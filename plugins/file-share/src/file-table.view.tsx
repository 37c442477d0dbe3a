// SPDX-License-Identifier: EUPL-1.2
import { LinkButton, BrickBadge } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from './brick-types.js';
import type { FileLine } from './file-list.presenter.js';

interface FileTableProps {
  /** The accessible name of the table. */
  readonly caption: string;
  readonly lines: readonly FileLine[];
  readonly t: FileShareTexts;
}

export function FileTable({ caption, lines, t }: FileTableProps): VNode {
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
            <th scope="col">
              <span class="visually-hidden">{t('list.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <FileTableRow key={line.url} line={line} t={t} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FileTableRowProps {
  readonly line: FileLine;
  readonly t: FileShareTexts;
}

function FileTableRow({ line, t }: FileTableRowProps): VNode {
  const { name, url, icon, colour, detail, size, deleteUrl } = line;
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
              {detail}
            </span>
          </span>
        </a>
      </th>
      <td class="text-end v-soft v-size text-nowrap">{size}</td>
      <td class="text-end v-more">
        {deleteUrl !== undefined && (
          <LinkButton kind="quiet" icon="trash3" href={deleteUrl} label={t('list.delete', { name })} />
        )}
      </td>
    </tr>
  );
}
