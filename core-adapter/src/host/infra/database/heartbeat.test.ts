// SPDX-License-Identifier: EUPL-1.2
import { DatabaseUnavailableError } from './database-unavailable-error.js';
import { Heartbeat } from './heartbeat.js';

/** A server that answers when it is asked, or never does. */
class Server {
  isThere = true;
  asked = 0;
  readonly reported: string[] = [];
  #next: (() => void) | undefined;

  readonly heartbeat = new Heartbeat({
    ask: () => {
      this.asked += 1;
      return this.isThere ? Promise.resolve() : new Promise(() => undefined);
    },
    onLost: () => this.#tell('lost'),
    onFound: () => this.#tell('found'),
    times: { every: 10, limit: 10 },
  });

  /** Resolves once the heartbeat reports something. */
  change(): Promise<void> {
    return new Promise((resolve) => (this.#next = resolve));
  }

  #tell(what: string): void {
    this.reported.push(what);
    this.#next?.();
  }
}

let server: Server;
beforeEach(() => (server = new Server()));
afterEach(() => server.heartbeat.stop());

const never = (): Promise<never> => new Promise(() => undefined);

test('P14 all work waiting for a server that does not answer fails, and later work fails at once', async () => {
  server.isThere = false;
  const waiting = [server.heartbeat.during(never), server.heartbeat.during(never)];
  for (const { status, reason } of (await Promise.allSettled(waiting)) as PromiseRejectedResult[]) {
    expect([status, reason]).toEqual(['rejected', expect.any(DatabaseUnavailableError)]);
  }
  let begun = false;
  const later = server.heartbeat.during(() => {
    begun = true;
    return never();
  });
  await expect(later).rejects.toThrow(DatabaseUnavailableError);
  expect(begun).toBe(false);
  expect(server.reported).toEqual(['lost']);

  const found = server.change();
  server.isThere = true;
  await found;
  expect(await server.heartbeat.during(() => Promise.resolve('here'))).toBe('here');
  expect(server.reported).toEqual(['lost', 'found']);
});

test('slow work on a server that answers continues', async () => {
  let end = (_: string): void => undefined;
  const slow = server.heartbeat.during(() => new Promise<string>((resolve) => (end = resolve)));
  await new Promise<void>((resolve) => {
    const look = setInterval(() => {
      if (server.asked < 3) return;
      clearInterval(look);
      resolve();
    }, 5);
  });
  end('done');
  expect([await slow, server.reported]).toEqual(['done', []]);
});

test('errors of the work are passed on; a lost connection triggers a check of the server', async () => {
  await expect(server.heartbeat.during(() => Promise.reject(new Error('a duplicate')))).rejects.toThrow('a duplicate');
  server.isThere = false;
  const lost = server.change();
  const cut = Object.assign(new Error('Connection lost'), { code: 'PROTOCOL_CONNECTION_LOST', fatal: true });
  await expect(server.heartbeat.during(() => Promise.reject(cut))).rejects.toBe(cut);
  await lost;
  expect(server.reported).toEqual(['lost']);
});
