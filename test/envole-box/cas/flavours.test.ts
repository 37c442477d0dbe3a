// SPDX-License-Identifier: EUPL-1.2
import type { CasFlavour } from './cas-flavour.js';
import { sampleCasAccounts } from './sample-cas-accounts.js';
import { startCas, type Cas } from './start-cas.js';

const SERVICE = 'http://127.0.0.1:9/cas';

let cas: Cas;

beforeAll(async () => {
  cas = await startCas({ accounts: sampleCasAccounts() });
});
afterAll(() => cas.stop());

async function ask(flavour: CasFlavour, path: string, login = 'ines.renaud', format = 'XML'): Promise<string> {
  cas.setFlavour(flavour);
  const query = new URLSearchParams({ service: SERVICE, ticket: cas.issueTicket(login, SERVICE), format });
  const response = await fetch(`${cas.url}${path}?${query.toString()}`);
  return response.ok ? response.text() : String(response.status);
}

/** The content of `authenticationSuccess`, without the prefix of the namespace. */
async function success(flavour: CasFlavour, path: string, login?: string): Promise<string> {
  const xml = await ask(flavour, path, login);
  const [, content] =
    /^<\?xml .*\?>\n<cas:serviceResponse xmlns:cas="http:\/\/www\.yale\.edu\/tp\/cas"><cas:authenticationSuccess>(.*)<\/cas:authenticationSuccess><\/cas:serviceResponse>\n$/.exec(
      xml,
    ) ?? [];
  return content?.replaceAll('cas:', '') ?? xml;
}

test('CAS 3.0: attributes on /p3/serviceValidate alone (§2.8)', async () => {
  expect(await success('cas3', '/serviceValidate')).toBe('<user>ines.renaud</user>');
  const answer = await success('cas3', '/p3/serviceValidate');
  expect(answer).toMatch(/^<user>ines\.renaud<\/user><attributes>.*<\/attributes>$/);
  expect(answer).toMatch(/<authenticationDate>\d{4}-\d\d-\d\dT[^<]*Z<\/authenticationDate>/);
  expect(answer).toContain('<longTermAuthenticationRequestTokenUsed>false<');
  expect(answer).toContain('<isFromNewLogin>true<');
  expect(answer).toContain('<ENTPersonProfils>eleve<');
  expect(answer).toContain('<user_groups>eleves</user_groups><user_groups>niveau-cm2</user_groups>');
});

test('LemonLDAP::NG: attributes on both paths', async () => {
  for (const path of ['/serviceValidate', '/p3/serviceValidate']) {
    const answer = await success('lemonldap', path);
    expect(answer).toMatch(/^<user>ines\.renaud<\/user><attributes><uid>ines\.renaud<\/uid>.*<\/attributes>$/);
    expect(answer).not.toContain('isFromNewLogin');
  }
});

test('EoleSSO: a plain user', async () => {
  expect(await success('eolesso-text', '/serviceValidate')).toBe('<user>ines.renaud</user>');
});

test('EoleSSO: the user is a section', async () => {
  const answer = await success('eolesso-user', '/serviceValidate');
  expect(answer).toMatch(/^<user><uid>ines\.renaud<\/uid>.*<\/user>$/);
  expect(answer).toContain('<mail>ines.renaud@i-0399001x.ac-besancon.example</mail>');
});

test('EoleSSO: sections beside the user', async () => {
  const groups = ['eleves', 'niveau-cm2', 'CM1-CM2'].map((group) => `<groupe>${group}</groupe>`).join('');
  expect(await success('eolesso-sections', '/serviceValidate')).toBe(
    [
      '<user>ines.renaud</user>',
      `<utilisateur><user>ines.renaud</user><profil>eleve</profil><classe>CM1-CM2</classe>${groups}</utilisateur>`,
      '<etablissement><rne>0399001X</rne><nom_etab>École des Tilleuls</nom_etab></etablissement>',
    ].join(''),
  );
});

test('CAS 1.0: two lines (§2.4.2)', async () => {
  expect(await ask('cas1', '/validate')).toBe('yes\nines.renaud\n');
  const failed = await fetch(`${cas.url}/validate?service=${SERVICE}&ticket=ST-1`);
  expect(await failed.text()).toBe('no\n');
});

test.each([
  ['cas1', '/serviceValidate'],
  ['cas1', '/p3/serviceValidate'],
  ['cas1', '/proxyValidate'],
  ['cas1', '/proxy'],
  ['eolesso-text', '/validate'],
  ['eolesso-text', '/p3/serviceValidate'],
  ['eolesso-user', '/p3/serviceValidate'],
  ['eolesso-sections', '/p3/proxyValidate'],
] as const)('%s has no %s', async (flavour, path) => {
  expect(await ask(flavour, path)).toBe('404');
});

test('JSON where CAS 3.0 is spoken (§2.5.1)', async () => {
  const answer = JSON.parse(await ask('cas3', '/p3/serviceValidate', 'ines.renaud', 'JSON')) as object;
  expect(answer).toMatchObject({
    serviceResponse: { authenticationSuccess: { user: 'ines.renaud', attributes: { rne: ['0399001X'] } } },
  });
  const failed = await fetch(`${cas.url}/serviceValidate?service=${SERVICE}&ticket=ST-1&format=json`);
  expect(await failed.json()).toMatchObject({ serviceResponse: { authenticationFailure: { code: 'INVALID_TICKET' } } });
  expect(await ask('eolesso-text', '/serviceValidate', 'ines.renaud', 'JSON')).toMatch(/^<\?xml/);
});

test.each<[CasFlavour, string]>([
  ['eolesso-text', '/proxyValidate'],
  ['eolesso-user', '/proxyValidate'],
  ['lemonldap', '/p3/proxyValidate'],
])('%s answers on %s (CAS 3.0 §2.6)', async (flavour, path) => {
  expect(await success(flavour, path)).toMatch(/ines\.renaud/);
});

test.each<[CasFlavour, number]>([
  ['cas3', 302],
  ['lemonldap', 302],
  ['eolesso-text', 200],
])('%s: logout with `service` has status %i (CAS 3.0 §2.3.2)', async (flavour, status) => {
  cas.setFlavour(flavour);
  const response = await fetch(`${cas.url}/logout?service=${SERVICE}`, { redirect: 'manual' });
  expect(response.status).toBe(status);
});

test('an apostrophe and an accent survive the XML', async () => {
  expect(await success('lemonldap', '/serviceValidate', 'lena.dangelo')).toContain(
    '<displayName>Léna D&#39;Angelo</displayName>',
  );
});

test('the login is lower case where the directory spells it otherwise', async () => {
  expect(await success('lemonldap', '/serviceValidate', 'noe.vernier')).toMatch(
    /^<user>noe\.vernier<\/user><attributes><uid>Noe\.Vernier<\/uid>/,
  );
});
