// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { samplePeople, sampleSchools, type Cas } from '../envole-box/index.js';
import { cookieBrowser, type CookieBrowser, type Seen } from '../services/cookie-browser.js';
import { startFullHost } from './full-host.js';

const ATTACKER = '203.0.113.66';
/** A tenth or so of a real crowd, and of the usual queue. */
const PARALLEL = 10;
const WAITING = 50;
/** A number of connections larger than the queue. */
const CONNECTIONS = 80;

/** Ten pupils of two schools. */
const PUPILS = sampleSchools.slice(0, 2).flatMap(({ uai }) =>
  samplePeople
    .filter((one) => one.uai === uai && one.profile === 'eleve')
    .slice(0, 5)
    .map(({ login }) => login),
);

// The SSO is as slow as a test wants: the time limit must not end it.
const full = await startFullHost({ timeout: '1min', parallel: PARALLEL, waiting: WAITING }, { trustProxy: 1 });
afterAll(() => full.stop());

interface Attack {
  /** Resolves when the queue is full: the first visitor was asked to wait. */
  readonly isFull: Promise<void>;
  stop(): Promise<void>;
}

const callback = (ticket: string): string => `${full.url}/cas/callback?ticket=${ticket}`;
const isBusy = ({ headers }: Seen): boolean => headers.get('location')?.includes('problem=busy') === true;

/** One client that comes back with invented tickets by many connections, as long as the host lets it. */
function attack(cookieFor: () => Promise<string>): Attack {
  let isOn = true;
  let noteFull = (): void => undefined;
  const isFull = new Promise<void>((resolve) => (noteFull = resolve));
  async function keepComing(): Promise<void> {
    while (isOn) {
      const browser = cookieBrowser({ from: ATTACKER });
      browser.cookies.set('volee_login', await cookieFor());
      const seen = await browser.ask(callback(`ST-${randomBytes(12).toString('hex')}`));
      if (isBusy(seen)) noteFull();
    }
  }
  const connections = Array.from({ length: CONNECTIONS }, keepComing);
  return {
    isFull,
    async stop() {
      isOn = false;
      await Promise.all(connections);
    },
  };
}

async function freshCookie(): Promise<string> {
  const browser = cookieBrowser({ from: ATTACKER });
  await browser.ask(`${full.url}/login`);
  return browser.cookies.get('volee_login') ?? '';
}

async function sameCookie(): Promise<() => Promise<string>> {
  const cookie = await freshCookie();
  return () => Promise.resolve(cookie);
}

/** The answer to the ticket of a login that was begun. */
async function comeBack(browser: CookieBrowser, login: string): Promise<string> {
  await browser.ask(`${full.url}/login?to=/account`);
  const seen = await browser.ask(callback(full.cas.issueTicket(login, `${full.url}/cas/callback`)));
  return seen.headers.get('location') ?? '';
}

/** Logs all pupils in, each from an address of their own. */
function logInAll(): Promise<string[]> {
  return Promise.all(PUPILS.map((login, index) => comeBack(cookieBrowser({ from: `198.51.100.${index + 1}` }), login)));
}

const ALL_IN = PUPILS.map(() => '/account');

describe.each([
  ['one login cookie', sameCookie],
  ['a new login cookie for each ticket', () => Promise.resolve(freshCookie)],
])('more connections of one client than the queue has places, with %s', (_, cookies) => {
  test('C17: a fast SSO: everybody else comes in', async () => {
    const attacking = attack(await cookies());
    const seen = await logInAll();
    await attacking.stop();
    expect(seen).toEqual(ALL_IN);
  });
});

test('C17: a slow SSO, and a crowd of connections of one client with one login cookie: they take one place', async () => {
  const held = holdTickets(full.cas);
  const attacking = attack(await sameCookie());
  await held.holding(1);
  const all = logInAll();
  await held.holding(PARALLEL);
  full.clock.advance(4_500);
  held.open();
  const seen = await all;
  await attacking.stop();
  expect(seen).toEqual(ALL_IN);
});

test('C17: a slow SSO, and a crowd of connections of one client with new login cookies: everybody else has the next turns', async () => {
  const held = holdTickets(full.cas);
  const attacking = attack(freshCookie);
  await attacking.isFull;

  let areIn = false;
  const all = logInAll().finally(() => (areIn = true));
  while (!areIn) {
    await Promise.race([held.holding(PARALLEL), all]);
    full.clock.advance(4_500);
    held.release();
  }
  const seen = await all;
  held.open();
  await attacking.stop();
  expect(seen).toEqual(ALL_IN);
});

test('C17: more users behind one address than places in the queue can log in: refused ones with their next ticket', async () => {
  const held = holdTickets(full.cas);
  const pupils = Array.from({ length: CONNECTIONS }, (_, index) => ({
    login: PUPILS[index % PUPILS.length] ?? '',
    browser: cookieBrowser({ from: ATTACKER }),
  }));
  let asked = 0;
  async function logIn({ login, browser }: (typeof pupils)[number]): Promise<string> {
    asked += 1;
    const seen = await comeBack(browser, login);
    return seen.includes('problem=busy') ? logIn({ login, browser }) : seen;
  }
  const all = Promise.all(pupils.map(logIn));
  await held.holding(PARALLEL);
  held.open();
  expect(await all).toEqual(pupils.map(() => '/account'));
  expect(asked).toBeGreaterThan(CONNECTIONS);
});

/** An SSO that answers services when the test says so. */
interface HeldTickets {
  /** Resolves once so many questions wait for their answer. */
  holding(count: number): Promise<void>;
  /** Answers the questions that wait now. */
  release(): void;
  /** Answers everything from now on. */
  open(): void;
}

function holdTickets(cas: Cas): HeldTickets {
  let held: (() => void)[] = [];
  let awaited: { readonly count: number; readonly reached: () => void } | undefined;

  function look(): void {
    if (!awaited || held.length < awaited.count) return;
    awaited.reached();
    awaited = undefined;
  }
  function release(): void {
    const released = held;
    held = [];
    for (const answer of released) answer();
  }

  cas.waitFor(
    () =>
      new Promise((answer) => {
        held.push(answer);
        look();
      }),
  );
  return {
    holding: (count) =>
      new Promise((reached) => {
        awaited = { count, reached };
        look();
      }),
    release,
    open() {
      cas.waitFor(undefined);
      release();
    },
  };
}
