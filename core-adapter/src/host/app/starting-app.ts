// SPDX-License-Identifier: EUPL-1.2
import express, { type Express } from 'express';
import { idFromName } from '../bricks/id-from-name.js';
import type { DeclaringBricks } from '../bricks/declare-bricks.js';
import { securityHeaders } from '../http/security-headers.js';
import { translator } from '../infra/i18n/translate.js';
import { hostLocales } from '../infra/locales/index.js';
import type { Settings } from '../infra/settings/settings.schema.js';

/** The seconds after which a browser asks again. */
const AGAIN = 5;

/**
 * Answers at the port of a host that is not up yet: it is alive, not ready, and names the login brick that it waits for. Any other
 * request gets a page that loads itself again.
 */
export function startingApp(
  { server: { publicUrl } }: Pick<Settings, 'server'>,
  declaring: Pick<DeclaringBricks, 'awaitedForLogin'>,
): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(securityHeaders(publicUrl, undefined));
  app.get('/health/live', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/health/ready', (_request, response) => {
    const awaited = declaring.awaitedForLogin().map(({ name }) => idFromName(name));
    response.status(503).json({ status: 'starting', awaited });
  });
  app.use((request, response) => {
    const language = request.acceptsLanguages('fr', 'en') === 'en' ? 'en' : 'fr';
    const t = translator(hostLocales, language, false);
    response.status(503).set({ 'Retry-After': String(AGAIN), 'Cache-Control': 'no-store' });
    if (!request.accepts('html')) return response.json({ error: { kind: 'starting', message: t('starting.title') } });
    return response.send(
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Volée</title>` +
        `<meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="refresh" content="${AGAIN}">` +
        `</head><body><main><h1>${t('starting.title')}</h1><p>${t('starting.text')}</p></main></body></html>`,
    );
  });
  return app;
}
