// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '@volee/core-adapter';

import { casServer } from '../protocol/cas-server.js';
import { fetchText, type TextAnswer } from '../transport/fetch-text.js';
import { OutageError } from '../transport/outage-error.js';
import type { Flavour } from '../settings.js';
import { ticketValidator, type TicketValidator } from './ticket-validator.js';
import { startCannedServer, type Answering, type CannedServer } from '../testing/canned-server.js';
import { failure, LEA, OMAR, SHAPES, success } from '../testing/sample-answers.js';

const SERVICE = 'https://ent.example.org/cas/callback';
let server: CannedServer;

afterEach(() => server.stop());

async function validatorFor(flavour: Flavour, answer: Answering): Promise<TicketValidator> {
  server = await startCannedServer(answer);
  return ticketValidator(casServer(`${server.origin}/cas`, 'service'), flavour, (url) =>
    fetchText(url, { timeout: 10_000 }),
  );
}

function paths(): string[] {
  return server.asked.map((address) => new URL(address, server.origin).pathname);
}

/** Answers the paths it is given, and 404 elsewhere. */
function answering(bodies: Record<string, string>): Answering {
  return ({ pathname }) => {
    const body = bodies[pathname];
    return body === undefined ? { status: 404, body: '<html>no such page</html>' } : { body };
  };
}

test.each<[Flavour, string, string]>([
  ['cas1', '/cas/validate', 'yes\nlea.martin\n'],
  ['cas2', '/cas/serviceValidate', SHAPES.sections(LEA)],
  ['cas3', '/cas/p3/serviceValidate', SHAPES.standard(LEA)],
])('%s asks %s', async (flavour, path, body) => {
  const validator = await validatorFor(flavour, answering({ [path]: body }));
  expect(await validator.validate({ ticket: 'ST-1-lea', service: SERVICE })).toMatchObject({
    accepted: true,
    user: 'lea.martin',
  });
  expect(paths()).toEqual([path]);
});

test('C1 C2 the call carries ticket and service encoded, and nothing else', async () => {
  const validator = await validatorFor('cas3', answering({ '/cas/p3/serviceValidate': SHAPES.text(LEA) }));
  await validator.validate({ ticket: 'ST-x&service=https://evil.example/', service: SERVICE });
  expect(server.asked).toEqual([
    '/cas/p3/serviceValidate?service=https%3A%2F%2Fent.example.org%2Fcas%2Fcallback&ticket=ST-x%26service%3Dhttps%3A%2F%2Fevil.example%2F',
  ]);
});

describe('CAS 1.0', () => {
  test.each([
    ['yes\nlea.martin\n', 'lea.martin'],
    ['yes\r\nomar.benali\r\n', 'omar.benali'],
    ['yes\nomar.benali', 'omar.benali'],
  ])('CAS 3.0 §2.4: %j', async (body, user) => {
    const validator = await validatorFor('cas1', () => ({ body }));
    expect(await validator.validate({ ticket: 'ST-1', service: SERVICE })).toEqual({
      accepted: true,
      user,
      attributes: new Map(),
      proxies: [],
    });
  });

  test.each(['no\n\n', 'no\n', 'no'])('C9 C10 CAS 3.0 §2.4: %j is a refusal', async (body) => {
    const validator = await validatorFor('cas1', () => ({ body }));
    expect(await validator.validate({ ticket: 'ST-1', service: SERVICE })).toEqual({ accepted: false, code: 'NO' });
  });

  test.each(['', 'yes\nlea.martin\nomar.benali\n', 'Yes\nlea.martin\n', '<html></html>', SHAPES.text(LEA)])(
    'C8 C17 CAS 3.0 §2.4: %j is no answer',
    async (body) => {
      const validator = await validatorFor('cas1', () => ({ body }));
      await expect(validator.validate({ ticket: 'ST-1', service: SERVICE })).rejects.toThrow(/without a CAS answer/);
    },
  );
});

test.each<[Flavour, string]>([
  ['cas1', 'yes'],
  ['cas1', 'yes\n\n'],
  ['cas2', success('')],
  ['cas2', success('<cas:user></cas:user><cas:attributes><cas:uid>lea</cas:uid></cas:attributes>')],
  ['cas3', '{"serviceResponse":{"authenticationSuccess":{"user":null}}}'],
])('C8 C17 %s: a success without a user says where to look (%j)', async (flavour, body) => {
  const validator = await validatorFor(flavour, () => ({ body }));
  const validation = validator.validate({ ticket: 'ST-1', service: SERVICE });
  await expect(validation).rejects.toBeInstanceOf(UnavailableError);
  await expect(validation).rejects.toMatchObject({
    message: expect.stringMatching(/with a success without a user\.$/),
    remedy: 'Check which attribute the SSO sends as user.',
  });
});

describe('flavour auto', () => {
  test('CAS 3.0 §2.8: a server that knows CAS 3.0 is asked once a ticket', async () => {
    const validator = await validatorFor('auto', answering({ '/cas/p3/serviceValidate': SHAPES.standard(OMAR) }));
    expect(await validator.validate({ ticket: 'ST-1', service: SERVICE })).toMatchObject({ user: 'omar.benali' });
    await validator.validate({ ticket: 'ST-2', service: SERVICE });
    expect(paths()).toEqual(['/cas/p3/serviceValidate', '/cas/p3/serviceValidate']);
  });

  test('CAS 3.0 §2.8: a server that does not is asked the old way, and remembered', async () => {
    const validator = await validatorFor('auto', answering({ '/cas/serviceValidate': SHAPES.sections(OMAR) }));
    expect(await validator.validate({ ticket: 'ST-1', service: SERVICE })).toMatchObject({ user: 'omar.benali' });
    await validator.validate({ ticket: 'ST-2', service: SERVICE });
    expect(paths()).toEqual(['/cas/p3/serviceValidate', '/cas/serviceValidate', '/cas/serviceValidate']);
  });

  test('CAS 3.0 §2.4: /validate, which gives no reason and no attributes, is only used when configured', async () => {
    const validator = await validatorFor('auto', answering({ '/cas/validate': 'yes\nomar.benali\n' }));
    await expect(validator.validate({ ticket: 'ST-1', service: SERVICE })).rejects.toBeInstanceOf(UnavailableError);
    expect(paths()).not.toContain('/cas/validate');
  });

  test.each<[string, Answering]>([
    ['a failure', () => ({ body: failure('INVALID_TICKET') })],
    ['status 500', () => ({ status: 500 })],
    ['a page', () => ({ body: '<html><body>Maintenance</body></html>' })],
    ['a redirect', () => ({ status: 302, headers: { location: '/cas/serviceValidate' } })],
    ['a broken connection', (_, response) => void response.destroy()],
  ])('C9 CAS 3.0 §3.1.1: after %s the same ticket is never shown again', async (_, answer) => {
    const validator = await validatorFor('auto', answer);
    await validator.validate({ ticket: 'ST-1', service: SERVICE }).catch(() => undefined);
    expect(paths()).toEqual(['/cas/p3/serviceValidate']);
  });

  test('CAS 3.0 §2.6: an endpoint found by a proxy ticket is used for proxy tickets only', async () => {
    const known = { '/cas/proxyValidate': failure('INVALID_TICKET'), '/cas/p3/serviceValidate': SHAPES.standard(LEA) };
    const validator = await validatorFor('auto', answering(known));
    await validator.validate({ ticket: 'PT-1', service: SERVICE });
    expect(await validator.validate({ ticket: 'ST-1', service: SERVICE })).toMatchObject({ user: 'lea.martin' });
    await validator.validate({ ticket: 'PT-2', service: SERVICE });
    expect(paths()).toEqual([
      '/cas/p3/proxyValidate',
      '/cas/proxyValidate',
      '/cas/p3/serviceValidate',
      '/cas/proxyValidate',
    ]);
  });

  test('CAS 3.0 §2.6, §2.9: a server of CAS 3.0 without /p3/proxyValidate is asked the old way for proxy tickets', async () => {
    const known = { '/cas/proxyValidate': SHAPES.text(OMAR), '/cas/p3/serviceValidate': SHAPES.standard(LEA) };
    const validator = await validatorFor('auto', answering(known));
    await validator.validate({ ticket: 'ST-1', service: SERVICE });
    expect(await validator.validate({ ticket: 'PT-1', service: SERVICE })).toMatchObject({ user: 'omar.benali' });
    expect(paths()).toEqual(['/cas/p3/serviceValidate', '/cas/p3/proxyValidate', '/cas/proxyValidate']);
  });

  test('C17 a starting server that answers 404 everywhere does not change the endpoint', async () => {
    let bodies: Record<string, string> = {};
    const validator = await validatorFor('auto', (url, response) => answering(bodies)(url, response));
    await expect(validator.validate({ ticket: 'ST-1', service: SERVICE })).rejects.toMatchObject({
      remedy: 'Check baseUrl and flavour.',
    });
    bodies = { '/cas/p3/serviceValidate': SHAPES.standard(LEA), '/cas/serviceValidate': SHAPES.text(LEA) };
    await validator.validate({ ticket: 'ST-2', service: SERVICE });
    expect(paths().slice(2)).toEqual(['/cas/p3/serviceValidate']);
  });

  test('C17 a failing server does not change the endpoint', async () => {
    let answer: Answering = () => ({ status: 503 });
    const validator = await validatorFor('auto', (url, response) => answer(url, response));
    await expect(validator.validate({ ticket: 'ST-1', service: SERVICE })).rejects.toBeInstanceOf(UnavailableError);
    answer = answering({ '/cas/serviceValidate': SHAPES.text(LEA) });
    expect(await validator.validate({ ticket: 'ST-2', service: SERVICE })).toMatchObject({ user: 'lea.martin' });
  });
});

test('C17 a valid body is ignored without status 200', async () => {
  server = await startCannedServer(() => undefined);
  const get = (): Promise<TextAnswer> => Promise.resolve({ status: 500, text: SHAPES.text(LEA) });
  const validator = ticketValidator(casServer(server.origin, 'service'), 'cas2', get);
  await expect(validator.validate({ ticket: 'ST-1', service: SERVICE })).rejects.toThrow(/status 500/);
});

test.each([
  [503, true],
  [500, true],
  [404, false],
  [302, false],
  [200, false],
])('C17 status %i: an outage? %s', async (status, isOutage) => {
  const validator = await validatorFor('cas2', () => ({ status, body: '<html></html>' }));
  const error: unknown = await validator
    .validate({ ticket: 'ST-1', service: SERVICE })
    .catch((thrown: unknown) => thrown);
  expect([error instanceof UnavailableError, error instanceof OutageError]).toEqual([true, isOutage]);
});

test.each(['INVALID_TICKET', 'INVALID_SERVICE'])('C9 C10 CAS 3.0 §2.5.3: %s is a refusal', async (code) => {
  const validator = await validatorFor('cas2', () => ({ body: failure(code) }));
  expect(await validator.validate({ ticket: 'ST-1', service: SERVICE })).toEqual({ accepted: false, code });
});
