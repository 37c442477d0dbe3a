// SPDX-License-Identifier: EUPL-1.2
// The plainest application of Express with a login by CAS: passport-cas, express-session in a database, and one page.
import { createServer } from 'node:http';
import { globalAgent } from 'node:https';
import express from 'express';
import session from 'express-session';
import { Passport } from 'passport';
import { Strategy } from 'passport-cas';
import { listenOnFreePort } from '../../services/free-port.js';
import { answerOrders } from './helper-process.js';
import { sessionTable } from './session-table.js';

export interface PassportOrder {
  /** The HTTPS address of the SSO. */
  readonly casUrl: string;
  /** PEM of its certificate. */
  readonly ca: string;
  readonly databaseUrl: string;
  /** The body of the page as it travels, in base64. */
  readonly body: string;
  readonly encoding: string;
}

export interface PassportAnswer {
  readonly port: number;
}

answerOrders(async ({ casUrl, ca, databaseUrl, body, encoding }: PassportOrder): Promise<PassportAnswer> => {
  const store = await sessionTable(databaseUrl);
  // passport-cas has no setting for it, and uses the global agent, which keeps connections since Node.js 19.
  globalAgent.options.ca = ca;

  const passport = new Passport();
  passport.serializeUser((user, done) => done(null, user));
  passport.deserializeUser((user: Express.User, done) => done(null, user));

  const page = Buffer.from(body, 'base64');
  const app = express();
  app.use(session({ secret: 'bench', resave: false, saveUninitialized: false, store }));
  app.use((request, _response, next) => {
    // passport-cas calls a method that Express 5 no longer has.
    Object.assign(request, { param: (name: string) => request.query[name] });
    next();
  });
  app.use(passport.session());
  app.get('/', (request, response, next) => {
    if (!request.isAuthenticated()) return void logIn(request, response, next);
    response.set('Content-Encoding', encoding).type('html').send(page);
  });

  const port = await listenOnFreePort(createServer(app));
  const addresses = { ssoBaseURL: casUrl, serverBaseURL: `http://127.0.0.1:${port}` };
  passport.use(new Strategy({ version: 'CAS3.0', ...addresses }, ({ user }, done) => void done(null, { login: user })));
  const logIn = passport.authenticate('cas', { successRedirect: '/' }) as express.RequestHandler;
  return { port };
});
