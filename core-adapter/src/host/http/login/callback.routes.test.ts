// SPDX-License-Identifier: EUPL-1.2
import passport from 'passport';
import { z } from 'zod';
import type { TicketClient } from '../../../api/login/auth-provider.js';
import { defineLoginBrick } from '../../../api/login/login-brick.js';
import type { BrickDefinition } from '../../../api/brick-base.js';
import { bootWebHost, type Answer, type WebHost } from '../../app/host-for-tests.js';

/** A ticket that was shown to the provider and is not judged yet. */
interface Shown {
  readonly ticket: string;
  readonly client: TicketClient | undefined;
  /** @param login the user in the SSO's answer; the ticket is refused when it is left out */
  judge(login?: string): void;
}

const shown: Shown[] = [];
let noteShown = (): void => undefined;

/** An auth provider that judges a ticket when the test says so; another service brings each `PT-…`. */
function slowWayIn(): BrickDefinition {
  const locales = { fr: { title: 'Entrée', summary: 'Lente' }, en: { title: 'Way in', summary: 'Slow' } };
  const manifest = { version: '1.0.0', adapter: '^0.2.0', settings: z.strictObject({}), locales };
  return defineLoginBrick({ ...manifest, id: 'slow-way-in', kind: 'auth-provider' }, ({ auth }) => {
    const strategy = Object.assign(new passport.Strategy(), {
      authenticate(
        this: passport.StrategyCreated<passport.Strategy>,
        { query }: { query: Record<string, unknown> },
        { client }: { readonly client?: TicketClient },
      ) {
        const { success, fail } = this;
        const ticket = String(query['ticket']);
        const judge = (login?: string): void =>
          login === undefined ? fail('INVALID_TICKET', 401) : success({ source: 'ldap', login, ticket });
        shown.push({ ticket, client, judge });
        noteShown();
      },
    });
    auth.provide({
      strategy,
      origin: 'https://sso.example.org',
      supportsRenew: true,
      loginUrl: (kind) => `https://sso.example.org/${kind}`,
      logoutUrl: () => 'https://sso.example.org/logout',
      readLogout: () => undefined,
      isProxyTicket: (ticket) => String(ticket).startsWith('PT-'),
    });
  });
}

let web: WebHost;
beforeAll(async () => {
  web = await bootWebHost({ bricks: [slowWayIn()], trustProxy: 1 });
});
afterAll(() => web.stop());
beforeEach(() => void shown.splice(0));

/** The cookie of a login that begins. */
async function begin(path = '/login?to=/account'): Promise<string> {
  const { headers } = await web.send(path);
  const line = headers['set-cookie']?.find((one) => one.startsWith('volee_login=')) ?? '';
  return line.split(';')[0] ?? '';
}

const comeBack = (Cookie: string, ticket: string, headers = {}): Promise<Answer> =>
  web.send(`/cas/callback?ticket=${ticket}`, { headers: { Cookie, ...headers } });

/** The next ticket that `begun` makes the provider see. */
async function nextShown(begun: () => unknown): Promise<Shown> {
  const isShown = new Promise<void>((resolve) => (noteShown = resolve));
  begun();
  await isShown;
  const last = shown.at(-1);
  if (!last) throw new Error('nothing was shown');
  return last;
}

/** The answer to a ticket that is judged at once. */
async function answerTo(cookie: string, ticket: string, login?: string, headers = {}): Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  const { judge } = await nextShown(() => (answer = comeBack(cookie, ticket, headers)));
  judge(login);
  if (!answer) throw new Error('nobody came back');
  return answer;
}

const locations = (answers: readonly Answer[]): (string | undefined)[] =>
  answers.map(({ headers }) => headers.location);

test('C17: one ticket of an attempt at a time is shown to the SSO; a double click waits for it and is led to the page', async () => {
  const cookie = await begin();
  let answers: Promise<Answer>[] = [];
  const { judge } = await nextShown(() => {
    answers = ['ST-1', 'ST-1', 'ST-2'].map((ticket) => comeBack(cookie, ticket));
  });
  // Another attempt does not wait for it.
  expect((await answerTo(await begin(), 'ST-3', 'pupil')).headers.location).toBe('/account');
  expect(shown).toHaveLength(2);
  judge('pupil');
  expect(locations(await Promise.all(answers)).sort()).toEqual([
    '/account',
    '/login?to=%2Faccount',
    '/login?to=%2Faccount',
  ]);
  expect(shown).toHaveLength(2);
});

test('C9: a successful attempt is used up: its cookie starts a new login', async () => {
  const cookie = await begin();
  expect((await answerTo(cookie, 'ST-1', 'pupil')).headers.location).toBe('/account');
  const again = await comeBack(cookie, 'ST-2');
  expect([again.status, again.headers.location, shown.length]).toEqual([303, '/login?to=%2Faccount', 1]);
});

test.each([
  ['/login?renew=true&to=/account', '/account'],
  ['/login?gateway=true&to=/accessibility', '/accessibility'],
])(
  'a second callback of %s is redirected to its page, which asks for a password if it needs one',
  async (path, page) => {
    const cookie = await begin(path);
    await answerTo(cookie, 'ST-1', 'pupil');
    expect((await comeBack(cookie, 'ST-1')).headers.location).toBe(page);
  },
);

test('C9: no session is created when a sync gives the login to another person meanwhile', async () => {
  const { directory } = web.host;
  const find = directory.personByLogin.bind(directory);
  // The person of the login was found before that, with their schools.
  const found = [await find('ldap', 'teacher')];
  directory.personByLogin = () => Promise.resolve(found.shift());
  try {
    const answer = await answerTo(await begin(), 'ST-1', 'pupil');
    expect(answer.headers.location).toMatch(/^\/login\?problem=closed/);
    expect(found).toEqual([]);
  } finally {
    directory.personByLogin = find;
  }
});

test('C17: a replayed login cookie shows five tickets at most', async () => {
  const cookie = await begin();
  const answers: Answer[] = [];
  for (let count = 1; count <= 5; count += 1) answers.push(await answerTo(cookie, `ST-${count}`));
  for (let count = 6; count <= 8; count += 1) answers.push(await comeBack(cookie, `ST-${count}`));
  const seen = locations(answers);
  expect(seen.slice(0, 4)).toEqual(Array<string>(4).fill('https://sso.example.org/default'));
  for (const location of seen.slice(4)) expect(location).toMatch(/^\/login\?problem=refused&to=%2Faccount&/);
  expect(shown).toHaveLength(5);
  expect((await answerTo(await begin(), 'ST-9', 'pupil')).headers.location).toBe('/account');
});

test('a double click on a ticket that is refused begins the login anew, and shows no error', async () => {
  const cookie = await begin();
  let answers: Promise<Answer>[] = [];
  const { judge } = await nextShown(() => {
    answers = [comeBack(cookie, 'ST-1'), comeBack(cookie, 'ST-1')];
  });
  // This later request was answered: the second click has arrived.
  await begin();
  judge();
  expect(locations(await Promise.all(answers)).sort()).toEqual([
    '/login?to=%2Faccount',
    'https://sso.example.org/default',
  ]);
});

test('C17: the provider learns the address of the client behind the proxy, and whether a ticket of the attempt was refused', async () => {
  const cookie = await begin();
  const from = (address: string): object => ({ 'X-Forwarded-For': `198.51.100.1, ${address}` });
  await answerTo(cookie, 'ST-1', undefined, from('2001:db8:1:2:3::4'));
  await answerTo(cookie, 'ST-2', undefined, from('::ffff:192.0.2.7'));
  await answerTo(await begin(), 'ST-3', undefined, from('192.0.2.7'));
  expect(shown.map(({ client }) => client)).toEqual([
    { network: '2001:db8:1:2::/64', hadRefusal: false },
    { network: '192.0.2.7', hadRefusal: true },
    { network: '192.0.2.7', hadRefusal: false },
  ]);
});

test('C16 C17: a ticket that another service brings counts for the address of that service; a browser without a login shows none', async () => {
  const service = { 'X-Forwarded-For': '192.0.2.25', 'User-Agent': 'mail/1.0' };
  expect((await answerTo('', 'PT-1', 'pupil', service)).status).toBe(303);
  expect(shown[0]?.client).toEqual({ network: '192.0.2.25', hadRefusal: false });
  const browser = { 'User-Agent': 'Mozilla/5.0' };
  expect(locations([await comeBack('', 'ST-2'), await comeBack('', 'PT-2', browser)])).toEqual([
    '/login?cookie=set',
    '/login?cookie=set',
  ]);
  expect(shown).toHaveLength(1);
});
