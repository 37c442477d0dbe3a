// SPDX-License-Identifier: EUPL-1.2
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import type { Request, Response } from 'express';
import { bricksWithPersonalData } from '../../domain/personal-data/bricks-with-personal-data.js';
import { exportFromSchool } from '../../domain/personal-data/export-person.js';
import type { PersonalDataServices } from '../../domain/personal-data/personal-data-services.js';
import { documentPage, documentsOf, type FormerServices } from '../../http/ask-former.js';
import { SANDBOX } from '../../http/bricks/pipe-source.js';
import { sendStream } from '../../http/bricks/send-stream.js';
import { hiddenNotFound } from '../../http/hidden-not-found.js';
import { inBrick } from '../../infra/util/brick-scope.js';
import { withTimeout } from '../../infra/util/with-timeout.js';
import { archivedDocuments } from './archived-documents.js';
import { readerOf, type AskedThings } from './asked-things.js';

/**
 * Sends the download of a brick, or to the owner what the brick exports about them, with the documents as pages.
 * @throws NotFoundError when there is no download for the reader
 */
export async function takeThings(
  context: FormerServices & PersonalDataServices,
  { brick, things, former }: AskedThings,
  request: Request,
  response: Response,
): Promise<void> {
  const { person, language } = readerOf(request);
  const { take } = things;
  if (take) {
    const reply = await withTimeout(context.limits.request, () => inBrick({ id: brick.id }, async () => take()));
    return inBrick({ id: brick.id }, () => sendStream(request, response, reply));
  }
  const exporting = bricksWithPersonalData(context).find(({ id }) => id === brick.id);
  if (!exporting || former.owner.id !== person.id) throw hiddenNotFound('there is no download for the reader');
  const of = { personId: person.id, brick: exporting, uai: former.school.uai };
  const limit = context.limits.request;
  const documents = await documentsOf({ brick, things }, limit);
  const pages = archivedDocuments(documents, (asked) => documentPage({ brick, things }, asked, limit), language);
  await exportFromSchool(context, of, pages, (archive) => sendArchive(response, brick.id, archive));
}

/** Sent without a length: a truncated file lacks the last chunk, and the browser reports it as incomplete (RFC 9112 §8). */
async function sendArchive(response: Response, brickId: string, archive: Readable): Promise<void> {
  response.attachment(`ancienne-ecole-${brickId}.zip`).set({
    'Content-Type': 'application/zip',
    'Content-Security-Policy': SANDBOX,
    'Cache-Control': 'private, no-store',
  });
  await pipeline(archive, response);
}
