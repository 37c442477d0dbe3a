// SPDX-License-Identifier: EUPL-1.2
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
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
import { readerOf, type AskedThings } from './asked-things.js';
import type { FormerDocument, FormerPage } from '../../../api/former-school.js';
import type { Language } from '../../../api/i18n.js';
import { renderDocument } from '../../../ui/render-document.js';
import type { ArchivedFile } from '../../domain/personal-data/archive.js';

/** A page in an archive is opened from a disk: it loads nothing and runs nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const LOOK = 'body { font-family: sans-serif; line-height: 1.5; max-width: 45rem; margin: 2rem auto; padding: 0 1rem }';

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

interface AskedPage {
  readonly key: string;
  readonly page: number;
}

/** Documents as pages of an archive, in the order of the list. Each is read in its turn. */
function archivedDocuments(
  documents: readonly FormerDocument[],
  open: (asked: AskedPage) => Promise<FormerPage>,
  language: Language,
): ArchivedFile[] {
  const asked = documents.flatMap(({ key, title, pages = 1 }) =>
    Array.from({ length: pages }, (_, index) => ({ key, page: index + 1, name: nameOf(title, index + 1, pages) })),
  );
  return asked.map(({ key, page, name }, index) => ({
    path: `lire/${index + 1}-${name}.html`,
    open: async () => Readable.from([renderPage(await open({ key, page }), language)]),
  }));
}

function nameOf(title: string, page: number, pages: number): string {
  const name = title.replace(/[/\\:*?"<>|]/g, '_');
  return pages === 1 ? name : `${name} (${page})`;
}

function renderPage({ title, content }: FormerPage, language: Language): string {
  return renderDocument(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <title>{title}</title>
        <style>{LOOK}</style>
      </head>
      <body>{content}</body>
    </html>,
  );
}
