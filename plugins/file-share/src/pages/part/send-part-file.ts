// SPDX-License-Identifier: EUPL-1.2
import type { ContentReply } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { fileContent } from '../../domain/content/file-content.js';
import type { LoadedPartFile } from '../../domain/parts/load-part.js';
import { readAsHead } from '../../domain/parts/read-as-head.js';

/** The content of a file of a work or part. */
export function sendPartFile(request: FileShareRequest & { readonly resource: LoadedPartFile }): Promise<ContentReply> {
  const { resource } = request;
  return fileContent(resource.file, request, () => readAsHead(resource, { file: resource.id }, request));
}
