// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandAnswer } from '@volee/core-adapter';
import { activateAlone } from '@volee/core-adapter/testing';
import casBridge from '../index.js';

const CALLBACK = 'https://ent.example.org/cas/callback';
const STRANGERS = [
  'https://ent.example.org.evil.org/cas/callback',
  'https://entXexample.org/cas/callback',
  'https://evil.org/?https://ent.example.org/cas/callback',
  'http://ent.example.org/cas/callback',
  'https://ent.example.org/cas/other',
  'https://ent.example.org/cas/callback/../../other',
  'https://ent.example.org/cas/callbackX',
  'https://ent.example.org:8443/cas/callback',
];
/** Addresses at our own host with the same beginning, or with another port. */
const NEIGHBOURS = STRANGERS.slice(-3);

interface Asked {
  readonly callbackUrl?: string;
  readonly match?: string;
  readonly proxyTickets?: boolean;
  readonly options?: Readonly<Record<string, string | true>>;
}

async function run(
  name: string,
  { callbackUrl = CALLBACK, match = 'user', proxyTickets = false, options = {} }: Asked = {},
) {
  const silent = () => undefined;
  const log = { debug: silent, info: silent, warn: silent, error: silent };
  const settings = { baseUrl: 'https://sso.example.org/cas', match, proxyTickets };
  const { commands } = await activateAlone(casBridge, { settings, log, callbackUrl });
  const command = commands.get(name);
  if (!command) throw new Error(`no command ${name}`);
  const call = {
    words: [],
    options,
    by: 'cli:root',
    signal: AbortSignal.timeout(10_000),
    t: String,
    schools: () => [] as never,
  };
  return command(call);
}

function text({ lines }: CommandAnswer): string {
  return lines.join('\n');
}

/** `[section]` and `key=value`, as Python's ConfigParser reads them. */
function readIni(content: string): Record<string, Record<string, string>> {
  const sections: Record<string, Record<string, string>> = {};
  let current: Record<string, string> = {};
  for (const line of content.split('\n').filter(Boolean)) {
    const [, section] = /^\[(.+)\]$/.exec(line) ?? [];
    if (section !== undefined) sections[section] = current = {};
    else current[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
  }
  return sections;
}

async function filters(asked: Asked = {}): Promise<Record<string, Record<string, string>>[]> {
  const { value } = await run('sso eolesso', asked);
  return (value as { files: { content: string }[] }).files.map(({ content }) => readIni(content));
}

describe('volee sso eolesso', () => {
  test('without --out, both files are shown, and what to do with them', async () => {
    expect(text(await run('sso eolesso'))).toBe(
      [
        'volee_apps.ini:',
        '[volee]',
        'port=',
        'baseurl=/cas/callback',
        'scheme=https',
        String.raw`addr=^ent\.example\.org$`,
        'typeaddr=regexp',
        'filter=volee',
        'proxy=',
        '',
        'volee.ini:',
        '[utilisateur]',
        'user=uid',
        '',
        'Copy both files to /usr/share/sso/app_filters.',
        'On the Scribe, run: CreoleService eole-sso restart',
        'In volee.yaml, EoleSSO needs flavour: cas2 and logoutParameter: url',
        'Then try it: volee doctor --login LOGIN',
      ].join('\n'),
    );
  });

  test('C10 the files take our callback, and nothing of another host; of ours, EoleSSO takes any port, and more path', async () => {
    const [application] = await filters();
    const { scheme, addr = '', baseurl = '', port } = application?.['volee'] ?? {};
    // Its documentation: no port is any port, and `baseurl` the beginning of a path. Of `..` it says nothing: left as it is.
    const takes = (address: string): boolean => {
      const [, protocol, host = '', own = '', path = ''] = /^(\w+):\/\/([^/:]*):?(\d*)(.*)$/.exec(address) ?? [];
      const isPort = port === '' || port === own;
      return protocol === scheme && new RegExp(addr).test(host) && isPort && path.startsWith(baseurl);
    };
    expect(takes(CALLBACK)).toBe(true);
    expect(STRANGERS.filter(takes)).toEqual(NEIGHBOURS);
  });

  test('a port of the address is asked for', async () => {
    const [application] = await filters({ callbackUrl: 'http://ent.example.org:8080/cas/callback' });
    expect(application).toMatchObject({ volee: { port: '8080', scheme: 'http' } });
  });

  test.each([
    ['user', { utilisateur: { user: 'uid' } }],
    ['user.uid', { utilisateur: { user: 'uid' } }],
    ['utilisateur.login', { utilisateur: { login: 'uid' } }],
    ['eleve.identifiant', { eleve: { identifiant: 'uid' } }],
    ['uid', { utilisateur: { uid: 'uid' } }],
  ])('the filter gives what match: %s looks for', async (match, filter) => {
    expect((await filters({ match }))[1]).toEqual(filter);
  });

  test('a match that EoleSSO cannot release is reported', async () => {
    expect(text(await run('sso eolesso', { match: 'uid' }))).toMatch(/write match: utilisateur\.uid /);
    expect(text(await run('sso eolesso', { match: 'utilisateur.uid' }))).not.toMatch(/write match/);
  });

  describe('with --out', () => {
    let folder: string;
    beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'volee-filters-'))));
    afterEach(() => rmSync(folder, { recursive: true, force: true }));
    const write = (force?: true): Promise<CommandAnswer> =>
      run('sso eolesso', { options: { out: folder, ...(force && { force }) } });

    test('both are written, for the SSO to read, and a second time there is nothing to do', async () => {
      const { lines } = await write();
      expect(readdirSync(folder).sort()).toEqual(['volee.ini', 'volee_apps.ini']);
      expect(lines.slice(0, 2)).toEqual([
        `${join(folder, 'volee_apps.ini')}: written`,
        `${join(folder, 'volee.ini')}: written`,
      ]);
      expect(statSync(join(folder, 'volee.ini')).mode & 0o777).toBe(0o644);
      expect((await write()).lines[0]).toBe(`${folder}: both files are up to date`);
    });

    test('a file with other content is kept, and the second one too, until --force', async () => {
      writeFileSync(join(folder, 'volee.ini'), '[mine]\n');
      await expect(write()).rejects.toThrow(/volee\.ini exists with other contents; nothing was written/);
      expect(readdirSync(folder)).toEqual(['volee.ini']);
      expect(readFileSync(join(folder, 'volee.ini'), 'utf8')).toBe('[mine]\n');
      await write(true);
      expect(readFileSync(join(folder, 'volee.ini'), 'utf8')).toBe('[utilisateur]\nuser=uid\n');
    });

    test('a missing folder gives one sentence', async () => {
      const out = join(folder, 'gone');
      await expect(run('sso eolesso', { options: { out } })).rejects.toMatchObject({
        message: expect.stringMatching(/cannot be written \(ENOENT\)\.$/),
        remedy: expect.stringMatching(/^Check --out/),
      });
    });
  });
});

describe('volee sso lemonldap', () => {
  test('the commands to paste', async () => {
    const cli = '/usr/share/lemonldap-ng/bin/lemonldap-ng-cli';
    expect(text(await run('sso lemonldap')).split('\n\n')).toEqual([
      [
        '# On the machine of the portal, as root:',
        `${cli} -yes 1 set issuerDBCASActivation 1`,
        `${cli} -yes 1 addKey \\`,
        '  casAppMetaDataOptions/volee casAppMetaDataOptionsService https://ent.example.org/cas/callback \\',
        '  casAppMetaDataOptions/volee casAppMetaDataOptionsUserAttribute uid \\',
        '  casAppMetaDataOptions/volee casAppMetaDataOptionsLogout 1 \\',
        '  casAppMetaDataOptions/volee casAppMetaDataOptionsAllowProxy 0 \\',
        '  casAppMetaDataExportedVars/volee uid uid',
      ].join('\n'),
      expect.stringMatching(/^# For the whole portal[^]*casAccessControlPolicy error[^]*handlerInternalCache 0$/),
      [
        '# In volee.yaml, LemonLDAP::NG needs baseUrl: https://HOST/cas, without flavour and logoutParameter',
        '# Then try it: volee doctor --login LOGIN',
      ].join('\n'),
    ]);
  });

  test('with --json, what "merge" takes; nothing in it changes another application', async () => {
    const { value } = await run('sso lemonldap', { match: 'employeeNumber' });
    expect(value).toEqual({
      issuerDBCASActivation: 1,
      casAppMetaDataOptions: {
        volee: {
          casAppMetaDataOptionsService: CALLBACK,
          casAppMetaDataOptionsUserAttribute: 'uid',
          casAppMetaDataOptionsLogout: 1,
          casAppMetaDataOptionsAllowProxy: 0,
        },
      },
      casAppMetaDataExportedVars: { volee: { employeeNumber: 'employeeNumber' } },
    });
  });

  test('an odd setting stays one word of the shell', async () => {
    expect(text(await run('sso lemonldap', { match: "a' $(id)" }))).toContain(
      String.raw`casAppMetaDataExportedVars/volee 'a'\'' $(id)' 'a'\'' $(id)'`,
    );
  });
});

describe('volee sso apereo', () => {
  test('the definition is JSON under the name that the registry wants, and the same each time', async () => {
    const [line, content, ...next] = (await run('sso apereo')).lines;
    const { value } = await run('sso apereo');
    expect(JSON.parse(content ?? '')).toEqual(value);
    expect(value).toMatchObject({
      '@class': 'org.apereo.cas.services.CasRegisteredService',
      evaluationOrder: 100,
      attributeReleasePolicy: { allowedAttributes: ['java.util.ArrayList', []] },
      logoutType: 'BACK_CHANNEL',
      logoutUrl: CALLBACK,
      proxyPolicy: { '@class': 'org.apereo.cas.services.RefuseRegisteredServiceProxyPolicy' },
    });
    const { name, id } = value as { name: string; id: number };
    expect(line).toBe(`${name}-${id}.json:`);
    expect(name).toMatch(/^\w+$/);
    expect(Number.isSafeInteger(id)).toBe(true);
    expect(next).toEqual([
      'Copy it to the folder of the JSON service registry of the CAS server.',
      'In volee.yaml, Apereo CAS needs baseUrl: https://HOST/cas, without flavour and logoutParameter',
      'Then try it: volee doctor --login LOGIN',
    ]);
  });

  test('C10 the expression matches our callback, and no other URL', async () => {
    const { value } = await run('sso apereo');
    const expression = new RegExp((value as { serviceId: string }).serviceId);
    expect(expression.test(CALLBACK)).toBe(true);
    expect(STRANGERS.filter((address) => expression.test(address))).toEqual([]);
  });

  test('two addresses have two numbers; what match names is released', async () => {
    const [one, other] = [
      await run('sso apereo'),
      await run('sso apereo', { callbackUrl: 'https://b.example.org/cas/callback', match: 'uid' }),
    ];
    expect((one.value as { id: number }).id).not.toBe((other.value as { id: number }).id);
    expect(other.value).toMatchObject({
      attributeReleasePolicy: { allowedAttributes: ['java.util.ArrayList', ['uid']] },
    });
  });

  test('C15 with proxyTickets it may hand over proxy-granting tickets at our address, and LemonLDAP::NG too', async () => {
    const { value } = await run('sso apereo', { proxyTickets: true });
    const { proxyPolicy } = value as { proxyPolicy: { '@class': string; pattern: string } };
    expect(proxyPolicy['@class']).toMatch(/\.RegexMatchingRegisteredServiceProxyPolicy$/);
    const expression = new RegExp(proxyPolicy.pattern);
    expect(expression.test('https://ent.example.org/cas/proxy?key=any&pgtId=PGT-1')).toBe(true);
    expect(expression.test(CALLBACK)).toBe(false);
    expect(
      STRANGERS.map((address) => address.replace('callback', 'proxy')).filter((one) => expression.test(one)),
    ).toEqual([]);
    // The key in our address is a secret, and this is pasted about.
    expect(JSON.stringify(value)).not.toContain('key=');
    expect(text(await run('sso lemonldap', { proxyTickets: true }))).toContain('casAppMetaDataOptionsAllowProxy 1');
  });
});
