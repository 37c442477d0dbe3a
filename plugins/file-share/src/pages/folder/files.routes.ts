// SPDX-License-Identifier: EUPL-1.2
import type { ContentReply, RedirectReply, ResourceScope, SchoolDatabase } from '@volee/core-adapter';
import { z } from 'zod';
import type { FileShareBrick, FileShareRequest } from '../../brick-types.js';
import { fileContent } from '../../domain/content/file-content.js';
import { filePath } from '../../paths.js';
import { idParams, shownQuery, type ShownQuery } from '../../route-params.js';
import { readScope } from '../../domain/scope/node-scopes.js';
import { openedAsHead } from '../../domain/tree/opened-as-head.js';
import type { NodeRow } from '../../store/node.entity.js';
import { findFile } from '../../domain/tree/find-node.js';

type ReadableFile = ResourceScope & { readonly id: string; readonly file: NodeRow };

/** Registers the downloads of files. The addresses of files below their space are those of 0.1. */
export function registerFiles({ http }: FileShareBrick): void {
  const inGroup = z.object({ groupId: z.uuid(), id: z.uuid() });
  http.get('/files/:id', { access: 'read', params: idParams, query: shownQuery, load: fileToRead }, sendFile);
  http.get('/own/files/:id', { access: 'own', params: idParams, load: fileToRead }, toFile);
  http.get('/groups/:groupId/files/:id', { access: 'read', params: inGroup, load: fileToRead }, toFile);
}

async function fileToRead({
  params,
  db,
}: {
  params: { id: string; groupId?: string };
  db: SchoolDatabase;
}): Promise<ReadableFile | undefined> {
  const file = await findFile(params.id, { db });
  // The files of works are read at the addresses of their work.
  if (!file || file.spaceKind === 'work') return undefined;
  if (params.groupId !== undefined && file.groupId !== params.groupId) return undefined;
  return { ...readScope(file), id: file.id, file };
}

function sendFile({
  resource: { file },
  query: { shown },
  ...request
}: FileShareRequest & { readonly resource: ReadableFile; readonly query: ShownQuery }): Promise<ContentReply> {
  const opened = (): Promise<void> => openedAsHead([file], request);
  return fileContent(file, request, { opened, isShown: shown !== undefined });
}

function toFile({
  resource: { file },
  redirect,
}: FileShareRequest & { readonly resource: ReadableFile }): RedirectReply {
  return redirect(filePath(file));
}
