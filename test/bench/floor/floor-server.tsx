// SPDX-License-Identifier: EUPL-1.2
// The least that a page of the host could cost: Express, helmet, compression, one prepared statement, and some 10 kB drawn by preact.
import { createServer } from 'node:http';
import compression from 'compression';
import express from 'express';
import helmet from 'helmet';
import libsql from 'libsql';
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { listenOnFreePort } from '../../services/free-port.js';
import { answerOrders } from '../login/helper-process.js';
import { processorMilliseconds } from '../measure/processor-milliseconds.js';

export type FloorOrder = { readonly kind: 'open' } | { readonly kind: 'processor' };

export interface FloorOpened {
  readonly port: number;
}

interface Visitor {
  readonly name: string;
  readonly school: string;
}

const VISITORS = 1_000;
const ROWS = 38;

answerOrders(async ({ kind }: FloorOrder): Promise<object> => {
  return kind === 'open' ? { port: await open() } : { milliseconds: processorMilliseconds() };
});

function open(): Promise<number> {
  const database = new libsql(':memory:');
  database.exec('CREATE TABLE visitor (session TEXT PRIMARY KEY, name TEXT, school TEXT)');
  const insert = database.prepare('INSERT INTO visitor VALUES (?, ?, ?)');
  for (let n = 0; n < VISITORS; n += 1) insert.run(`s${n}`, `Nom ${n}`, `École ${n}`);
  const find = database.prepare('SELECT name, school FROM visitor WHERE session = ?');
  const app = express();
  app.disable('x-powered-by');
  app.use(helmet(), compression());
  app.get('/', ({ headers }, response) => {
    const visitor = find.get(headers.cookie) as Visitor;
    response.type('html').send(`<!doctype html>${renderToString(<Page {...visitor} />)}`);
  });
  return listenOnFreePort(createServer(app));
}

function Page({ name, school }: Visitor): JSX.Element {
  return (
    <html lang="fr">
      <head>
        <title>{school}</title>
      </head>
      <body>
        <header>
          <nav>{name}</nav>
        </header>
        <main>
          <h1>{school}</h1>
          <ul>
            {Array.from({ length: ROWS }, (_, n) => (
              <Row n={n} />
            ))}
          </ul>
        </main>
      </body>
    </html>
  );
}

function Row({ n }: { readonly n: number }): JSX.Element {
  return (
    <li class="v-row">
      <a href={`/s/0390001A/files/${n}`}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M1 2h3v4H1zM5 6h7v8H5z" />
        </svg>
        <strong>{`Titre numéro ${n}`}</strong>
        <span class="v-soft">Une ligne de détail qui dit quelque chose</span>
      </a>
    </li>
  );
}
