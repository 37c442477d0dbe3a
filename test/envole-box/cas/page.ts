// SPDX-License-Identifier: EUPL-1.2
import { bird } from './bird.js';
import type { CasAnswer } from './cas-exchange.js';
import { html, type Html } from './html.js';
import { originOf } from './services.js';

export interface Page {
  status?: number;
  title: string;
  main: Html;
  /** The address to which a form of the page may lead: browsers hold the redirect after a form against `form-action` too. */
  service?: string | undefined;
  /** Path of the one script that the page runs. */
  script?: string;
  headers?: Record<string, string>;
}

/** A whole page, without anything from another host, and without any script but the named one. */
export function page({ status = 200, title, main, service = '', script, headers = {} }: Page): CasAnswer {
  const formTargets = `'self' ${originOf(service)}`.trim();
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    ...(script === undefined ? [] : ["script-src 'self'"]),
    `form-action ${formTargets}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  const document = html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" type="image/svg+xml" href="/assets/icon.svg" />
        <link rel="stylesheet" href="/assets/style.css" />
        ${script !== undefined && html`<script src="${script}" defer></script>`}
      </head>
      <body>
        <header>${bird()}<span>ENVOLE d’essai</span></header>
        <main>${main}</main>
        <footer>Ce serveur n’existe que pour essayer Volée.</footer>
      </body>
    </html>`;
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy.join('; '),
      'Referrer-Policy': 'no-referrer',
      ...headers,
    },
    body: document.text,
  };
}
