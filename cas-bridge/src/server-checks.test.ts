// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '@volee/core-adapter';
import { noSchools, TestClock } from '@volee/core-adapter/testing';

import { casServer } from './protocol/cas-server.js';
import { fetchText } from './transport/fetch-text.js';
import { serverChecks } from './server-checks.js';
import type { Flavour } from './settings.js';
import { startCannedServer, type Answering, type CannedServer } from './testing/canned-server.js';
import { ownCertificate } from './testing/own-certificate.js';
import { failure, OMAR, SHAPES } from './testing/sample-answers.js';
import { ticketValidator } from './validation/ticket-validator.js';

const SERVICE = 'https://ent.example.org/cas/callback';

let server: CannedServer | undefined;
afterEach(() => server?.stop());

interface Asked {
  readonly flavour?: Flavour;
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly ca?: string;
  readonly now?: Date;
}

/** The findings of each check for a server with these answers. */
async function examine(answer: Answering, asked: Asked = {}): Promise<Record<string, readonly Finding[] | Error>> {
  server = await startCannedServer(answer, asked.tls);
  return findings(server.origin, asked);
}

async function findings(baseUrl: string, { flavour = 'auto', ca, now = new Date() }: Asked = {}) {
  const cas = casServer(baseUrl, 'service');
  const get = (url: URL) => fetchText(url, { timeout: 10_000, ca });
  const validator = ticketValidator(cas, flavour, get);
  const checks = serverChecks({ server: cas, service: SERVICE, validator, get, clock: new TestClock(now) });
  const found = checks.map(async ({ name, run }) => {
    const result = await run(AbortSignal.timeout(10_000), noSchools).catch((error: unknown) => error as Error);
    return [name, result] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

/** The finding of the certificate check when the protocol check reports the fault. */
function seeSso(): Finding {
  const sentence = `The certificate of the SSO at ${server?.origin} could not be checked.`;
  return { state: 'warn', sentence, remedy: 'See sso.' };
}

const refusing: Answering = () => ({ body: failure('INVALID_TICKET') });

test('CAS 3.0 §2.5.3: a server that refuses a made-up ticket is good', async () => {
  expect(await examine(refusing)).toMatchObject({
    sso: [{ state: 'good', sentence: expect.stringContaining('INVALID_TICKET') }],
    certificate: [],
    clock: [{ state: 'good' }],
  });
  const asked = new URL(server?.asked.find((path) => path.includes('ticket')) ?? '', 'http://cas.invalid');
  expect(asked.searchParams.get('service')).toBe(SERVICE);
  expect(asked.searchParams.get('ticket')).toMatch(/^ST-doctor-[0-9a-f]{32}$/);
});

test('CAS 3.0 §2.4.2: a CAS 1.0 server that refuses the ticket is good', async () => {
  const { sso } = await examine(() => ({ body: 'no\n' }), { flavour: 'cas1' });
  expect(sso).toMatchObject([{ state: 'good', sentence: expect.stringContaining('(NO)') }]);
});

test('a server that takes any ticket is bad', async () => {
  const { sso } = await examine(() => ({ body: SHAPES.standard(OMAR) }));
  expect(sso).toMatchObject([{ state: 'bad', sentence: expect.stringContaining('anybody could log in') }]);
});

test('C10 a service that is not declared is bad, and the remedy names it', async () => {
  const { sso } = await examine(() => ({ body: failure('INVALID_SERVICE') }));
  expect(sso).toMatchObject([{ state: 'bad', remedy: expect.stringContaining(SERVICE) }]);
});

test('another refusal is worth a look', async () => {
  const { sso } = await examine(() => ({ body: failure('INTERNAL_ERROR') }));
  expect(sso).toMatchObject([{ state: 'warn', sentence: expect.stringContaining('INTERNAL_ERROR') }]);
});

test('C17 a server that does not speak CAS is bad, and its clock is still checked', async () => {
  const { sso, clock } = await examine(() => ({ body: '<!doctype html><title>Bienvenue</title>' }));
  expect(sso).toMatchObject({
    message: `The CAS server answered ${server?.origin}/p3/serviceValidate with status 200 and without a CAS answer.`,
    remedy: 'Check baseUrl and flavour.',
  });
  expect(clock).toMatchObject([{ state: 'good' }]);
});

test('an unreachable server is reported once', async () => {
  const gone = await startCannedServer(refusing);
  await gone.stop();
  const { sso, certificate, clock } = await findings(gone.origin);
  expect(sso).toMatchObject({
    message: `The CAS server at ${gone.origin} could not be asked: ECONNREFUSED.`,
    remedy: 'Check baseUrl, and that it runs.',
  });
  expect([certificate, clock]).toEqual([[], []]);
});

test.each([
  [-31, 'warn', 'behind'],
  [301, 'bad', 'ahead of'],
])('L14 a clock %i s apart, by the Date of its answer', async (seconds, state, word) => {
  const Date_ = new Date(Date.now() + seconds * 1000).toUTCString();
  const { clock } = await examine(() => ({ body: failure('INVALID_TICKET'), headers: { Date: Date_ } }));
  expect(clock).toMatchObject([{ state, sentence: expect.stringContaining(word) }]);
});

test('a server without a clock', async () => {
  const { clock } = await examine((_, response) => {
    response.sendDate = false;
    return { body: failure('INVALID_TICKET') };
  });
  expect(clock).toMatchObject([{ state: 'warn', sentence: expect.stringContaining('does not send its time') }]);
});

const certificate = ownCertificate('IP:127.0.0.1', 60);
if (certificate) {
  describe('the certificate', () => {
    afterAll(() => certificate.remove());

    test.each([
      [0, 'good'],
      [35, 'warn'],
      [55, 'bad'],
    ])('C13: %i days from now it is %s', async (days, state) => {
      const now = new Date(Date.now() + days * 86_400_000);
      const found = await examine(refusing, { tls: certificate, ca: certificate.cert, now });
      expect(found['certificate']).toMatchObject([
        { state, sentence: expect.stringMatching(/until \d{4}-\d\d-\d\d\.$/) },
      ]);
    });

    test('C13: an unknown authority: the remedy is ca', async () => {
      const found = await examine(refusing, { tls: certificate });
      expect(found['sso']).toMatchObject({
        message: `The CAS server at ${server?.origin} could not be asked: DEPTH_ZERO_SELF_SIGNED_CERT.`,
        remedy: 'Write the file of the authority that signed its certificate as ca.',
      });
      expect(found['certificate']).toEqual([seeSso()]);
    });

    test('C13: an expired certificate', async () => {
      const ended = ownCertificate('IP:127.0.0.1', 0);
      if (!ended) throw new Error('no openssl');
      const found = await examine(refusing, { tls: ended, ca: ended.cert });
      ended.remove();
      expect(found['sso']).toMatchObject({
        message: `The CAS server at ${server?.origin} could not be asked: CERT_HAS_EXPIRED.`,
        remedy: 'Renew its certificate.',
      });
      expect(found['certificate']).toEqual([seeSso()]);
    });
  });
} else process.stderr.write('left out: the certificate of the CAS server needs openssl\n');

test('C13 clear text over a network gives a warning', async () => {
  const validator = { validate: () => Promise.resolve({ accepted: false, code: 'INVALID_TICKET' } as const) };
  const cas = casServer('http://sso.example.org/cas', 'service');
  const get = () => Promise.resolve({ status: 200, text: '' });
  const [sso] = serverChecks({ server: cas, service: SERVICE, validator, get, clock: new TestClock() });
  expect(await sso?.run(AbortSignal.timeout(10_000), noSchools)).toMatchObject([
    { state: 'good' },
    { state: 'warn', remedy: expect.stringContaining('https://') },
  ]);
});
