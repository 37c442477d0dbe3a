// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import type { FormerDocument, FormerPage } from '../../../api/former-school.js';
import type { Language } from '../../../api/i18n.js';
import { renderDocument } from '../../../ui/render-document.js';
import type { ArchivedFile } from '../../domain/personal-data/archive.js';

/** A page in an archive is opened from a disk: it loads nothing and runs nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
const LOOK = 'body { font-family: sans-serif; line-height: 1.5; max-width: 45rem; margin: 2rem auto; padding: 0 1rem }';

interface AskedPage {
  readonly key: string;
  readonly page: number;
}

/** Documents as pages of an archive, in the order of the list. Each is read in its turn. */
export function archivedDocuments(
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
