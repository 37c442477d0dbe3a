// SPDX-License-Identifier: EUPL-1.2
import { TestClock } from '@volee/core-adapter/testing';

import { withProxyGrantingTicket } from './with-proxy-granting-ticket.js';
import type { ValidationQuery } from '../protocol/cas-server.js';
import { UnreachableError } from '../transport/unreachable-error.js';
import type { ValidationResult } from '../validation/validation-result.js';

const GRANT_URL = 'https://ent.example.org/cas/proxy?key=secret';
const QUERY = { ticket: 'ST-1-lea', service: 'https://ent.example.org/cas/callback' };

function asking(...verdicts: (ValidationResult | Error)[]) {
  const asked: ValidationQuery[] = [];
  const lines: string[] = [];
  const clock = new TestClock();
  const line = (fields: object, sentence: string): void => void lines.push(JSON.stringify({ ...fields, sentence }));
  const validator = withProxyGrantingTicket(
    {
      validate(query) {
        asked.push(query);
        const verdict = verdicts.shift();
        if (verdict instanceof Error) return Promise.reject(verdict);
        return verdict ? Promise.resolve(verdict) : Promise.reject(new Error('asked too often'));
      },
    },
    GRANT_URL,
    { clock, log: { debug: line, info: line, warn: line, error: line } },
  );
  return { validator, asked, lines, clock };
}

const refused = (code: string): ValidationResult => ({ accepted: false, code });
const accepted: ValidationResult = { accepted: true, user: 'lea', attributes: new Map(), proxies: [] };

test('CAS 3.0 §2.5.4: a grant is asked for with every ticket', async () => {
  const { validator, asked, lines } = asking(accepted, refused('INVALID_TICKET'), accepted);
  for (let count = 0; count < 3; count += 1) await validator.validate(QUERY);
  expect(asked.map(({ pgtUrl }) => pgtUrl)).toEqual([GRANT_URL, GRANT_URL, GRANT_URL]);
  expect(lines).toEqual([]);
});

test.each(['INVALID_PROXY_CALLBACK', 'UNAUTHORIZED_SERVICE_PROXY'])(
  'C15 CAS 3.0 §2.5.3: after %s none is asked for during ten minutes, and the log says where to look, without the key',
  async (code) => {
    const { validator, asked, lines, clock } = asking(refused(code), accepted, accepted);
    expect(await validator.validate(QUERY)).toEqual(refused(code));
    clock.advance(10 * 60_000 - 1);
    await validator.validate(QUERY);
    clock.advance(1);
    await validator.validate(QUERY);
    expect(asked.map(({ pgtUrl }) => pgtUrl)).toEqual([GRANT_URL, undefined, GRANT_URL]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/\/cas\/proxy.*AllowProxy.*proxyTickets/);
    expect(lines[0]).not.toContain('secret');
  },
);

describe('C15 C17: a server that hangs on the pgtUrl does not block logins', () => {
  const silence = (): Error => new UnreachableError('https://sso.example.org', { kind: 'silence', milliseconds: 5000 });

  test('later validations omit pgtUrl', async () => {
    const { validator, asked, lines } = asking(silence(), accepted);
    await expect(validator.validate(QUERY)).rejects.toThrow('nothing after');
    await validator.validate(QUERY);
    expect(asked.map(({ pgtUrl }) => pgtUrl)).toEqual([GRANT_URL, undefined]);
    expect(lines).toEqual([expect.stringContaining('may be waiting for the address')]);
  });

  test('pgtUrl is kept when the server also hangs without it', async () => {
    const { validator, asked } = asking(silence(), silence(), accepted);
    for (let count = 0; count < 2; count += 1) await expect(validator.validate(QUERY)).rejects.toThrow();
    await validator.validate(QUERY);
    expect(asked.map(({ pgtUrl }) => pgtUrl)).toEqual([GRANT_URL, undefined, GRANT_URL]);
  });

  test.each([
    ['nonsense', 'ST-1-lea', new Error('nonsense')],
    [
      'a refused connection',
      'ST-1-lea',
      new UnreachableError('https://sso.example.org', { kind: 'network', code: 'ECONNREFUSED' }),
    ],
    ['silence over a proxy ticket', 'PT-1-lea', silence()],
  ])('%s changes nothing', async (_, ticket, error) => {
    const { validator, asked } = asking(error, accepted);
    await expect(validator.validate({ ...QUERY, ticket })).rejects.toThrow();
    await validator.validate(QUERY);
    expect(asked.map(({ pgtUrl }) => pgtUrl)).toEqual([GRANT_URL, GRANT_URL]);
  });
});
