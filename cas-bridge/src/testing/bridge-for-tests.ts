// SPDX-License-Identifier: EUPL-1.2
import type { AuthProvider, TicketClient } from '@volee/core-adapter/login';
import { activateAlone, TestClock } from '@volee/core-adapter/testing';
import passport from 'passport';

import casBridge from '../index.js';
import { startCannedServer, type Answering, type CannedServer } from './canned-server.js';
import { failure, LEA, OMAR, SHAPES } from './sample-answers.js';

export const CALLBACK = 'https://ent.example.org/cas/callback';

export type Outcome = { error: unknown } | { identity: unknown } | { reason: unknown };

/** The brick before a server that replays what it is told, made anew for each test. */
export class BridgeForTests {
  /** Every line it logged, as JSON. */
  logged: string[] = [];
  clock = new TestClock();
  #server: CannedServer | undefined;

  get server(): CannedServer {
    if (!this.#server) throw new Error('no server was started');
    return this.#server;
  }

  async start(...server: Parameters<typeof startCannedServer>): Promise<CannedServer> {
    return (this.#server = await startCannedServer(...server));
  }

  async activate(settings: object, callbackUrl = CALLBACK): Promise<AuthProvider> {
    const line = (fields: object, sentence: string): void =>
      void this.logged.push(JSON.stringify({ ...fields, sentence }));
    const log = { debug: line, info: line, warn: line, error: line };
    const { authProvider } = await activateAlone(casBridge, { settings, log, callbackUrl, clock: this.clock });
    if (!authProvider) throw new Error('no provider');
    return authProvider;
  }

  async activateBefore(answer: Answering, settings: object = {}): Promise<AuthProvider> {
    const { origin } = await this.start(answer);
    return this.activate({ baseUrl: origin, ...settings });
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
    this.#server = undefined;
  }
}

/** One request at the callback, through a passport of its own. */
export function comeBack(
  provider: AuthProvider,
  query: Record<string, unknown>,
  by: 'name' | 'object' = 'name',
  fresh = false,
  client?: TicketClient,
): Promise<Outcome> {
  const own = new passport.Passport();
  own.use('cas', provider.strategy);
  return new Promise((resolve) => {
    const settle = (error: unknown, user?: unknown, info?: unknown): void =>
      resolve(error ? { error } : user ? { identity: user } : { reason: info });
    // The types of passport lack the options that the host adds.
    const options: object = { fresh, client };
    const middleware: unknown = own.authenticate(by === 'name' ? 'cas' : provider.strategy, options, settle);
    if (typeof middleware !== 'function') throw new Error('passport gave no middleware');
    middleware({ query, headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } }, {}, resolve);
  });
}

/** Knows one ticket for each of two people, takes each once, and repeats it in its failures as real servers do. */
export function twoPeople(): Answering {
  const tickets = new Map([
    ['ST-1-lea', LEA],
    ['ST-2-omar', OMAR],
  ]);
  return ({ searchParams }) => {
    const ticket = searchParams.get('ticket') ?? '';
    const user = tickets.get(ticket);
    tickets.delete(ticket);
    if (!user) return { body: failure('INVALID_TICKET', `Ticket ${ticket} not recognized`) };
    return { body: searchParams.get('service') === CALLBACK ? SHAPES.standard(user) : failure('INVALID_SERVICE') };
  };
}
