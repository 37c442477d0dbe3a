// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import type { FormerDocument } from '../../../api/former-school.js';
import type { Language } from '../../../api/i18n.js';
import { renderDocument } from '../../../ui/render-document.js';
import type { ArchivedFile } from '../../domain/personal-data/archive.js';
import { inBrick } from '../../infra/util/brick-scope.js';

/** A page in an archive is opened from a disk: it loads nothing and runs nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
const LOOK = 'body { font-family: sans-serif; line-height: 1.5; max-width: 45rem; margin: 2rem auto; padding: 0 1rem }';

/** Documents as pages of an archive, in the order of the list. Each is read in its turn. */
export function archivedDocuments(
  documents: readonly FormerDocument[],
  { brickId, language }: { readonly brickId: string; readonly language: Language },
): ArchivedFile[] {
  return documents.map(({ title, open }, index) => ({
    path: `lire/${index + 1}-${title.replace(/[/\\:*?"<>|]/g, '_')}.html`,
    open: async () => {
      const { content } = await inBrick({ id: brickId }, async () => open());
      const page = (
        <html lang={language}>
          <head>
            <meta charset="utf-8" />
            <meta http-equiv="Content-Security-Policy" content={POLICY} />
            <title>{title}</title>
            <style>{LOOK}</style>
          </head>
          <body>{content}</body>
        </html>
      );
      return Readable.from([renderDocument(page)]);
    },
  }));
}
