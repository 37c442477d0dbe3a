// SPDX-License-Identifier: EUPL-1.2
import { isInline, type SchoolWork } from '@volee/core-adapter';
import type { PreviewProps } from '@volee/core-adapter/ui';
import type { FileShareRequest } from '../../../brick-types.js';
import { shown } from '../../../paths.js';
import type { ContentRow } from '../../../store/content.entity.js';
import type { NodeRow } from '../../../store/node.entity.js';

/** Whether a page shows files with this content: those without a type may be texts. */
export function canBeShown({ type }: Pick<ContentRow, 'type'>): boolean {
  return type === null || type === 'application/pdf' || isInline(type);
}

/** The props of `<Preview>` for a file. Only of a text are bytes read. @param download the address of its download */
export async function presentLook(
  { name }: Pick<NodeRow, 'name'>,
  { type, storageKey }: Pick<ContentRow, 'type' | 'storageKey'>,
  download: string,
  { storage, t }: Pick<SchoolWork, 'storage'> & Pick<FileShareRequest, 't'>,
): Promise<PreviewProps> {
  const text = type === null ? await storage.textOf(storageKey) : undefined;
  return { name, type, text, url: shown(download), download, downloadLabel: t('look.take', { name }) };
}
