// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

export interface LemonldapSettings {
  readonly ldapUrl: string;
  readonly baseDn: string;
  readonly bindDn: string;
  readonly bindPassword: string;
  /** URL prefixes of the declared CAS applications: only these are notified when a session ends. */
  readonly services: readonly string[];
  /** LDAP attributes given to the applications, under the same names. */
  readonly attributes?: readonly string[];
}

const usualAttributes = ['uid', 'cn', 'sn', 'givenName', 'mail', 'ENTPersonProfils', 'Divcod', 'ENTEleveClasses'];

/** `lemonldap-ng.ini`: what a portal reads before its configuration. Everything it caches stays in `folder`. */
export function portalIni(folder: string): string {
  return `[all]
logLevel = warn
checkTime = 1
[configuration]
type = File
dirName = ${join(folder, 'conf')}
localStorage = Cache::FileCache
localStorageOptions = { 'namespace' => 'configuration', 'cache_root' => '${join(folder, 'cache')}', 'cache_depth' => 1 }
[portal]
staticPrefix = /static
templateDir = ${packagedPortal}/templates
languages = fr, en
`;
}

/**
 * PSGI application: the portal and its static files, without a web server before it.
 * @param ahead file with the number of seconds by which the portal's clock is ahead of the machine's
 */
export function portalApplication(ini: string, ahead: string): string {
  return `BEGIN {
  *CORE::GLOBAL::time = sub () {
    open(my $file, '<', '${ahead}') or return CORE::time();
    return CORE::time() + <$file>;
  };
}
use Plack::Builder;
use Lemonldap::NG::Portal::Main;
builder {
  enable 'Static', path => sub { s!^/static/!! }, root => '${packagedPortal}/htdocs/static/';
  enable 'Static', path => sub { s!^/javascript/!! }, root => '/usr/share/javascript/';
  Lemonldap::NG::Portal::Main->run({ configStorage => { confFile => '${ini}' } });
};
`;
}

/** `lmConf-1.json`; the names are those of LemonLDAP::NG's own manual. */
export function portalConfiguration(folder: string, url: string, settings: LemonldapSettings): object {
  const names = settings.attributes ?? usualAttributes;
  const sameNames = Object.fromEntries(names.map((name) => [name, name]));
  const applications = settings.services.map((service, index) => [`app${index + 1}`, service] as const);
  return {
    cfgNum: 1,
    // Without a date the portal says "No configuration available".
    cfgDate: String(Math.floor(Date.now() / 1000)),
    cfgVersion: '2.21.2',
    key: randomBytes(16).toString('hex'),
    portal: `${url}/`,
    domain: '127.0.0.1',
    cookieName: 'lemonldap',
    securedCookie: 0,
    ...directory(settings),
    ldapExportedVars: sameNames,
    whatToTrace: 'uid',
    issuerDBCASActivation: 1,
    issuerDBCASPath: '^/cas/',
    issuerDBCASRule: 1,
    casAttr: 'uid',
    casAccessControlPolicy: 'none',
    casAttributes: sameNames,
    casAppMetaDataOptions: Object.fromEntries(
      applications.map(([name, service]) => [
        name,
        { casAppMetaDataOptionsService: service, casAppMetaDataOptionsLogout: 1 },
      ]),
    ),
    casAppMetaDataExportedVars: Object.fromEntries(applications.map(([name]) => [name, sameNames])),
    ...storage(folder),
    locationRules: { '127.0.0.1': { default: 'accept' } },
    ...withoutExtras,
  };
}

const packagedPortal = '/usr/share/lemonldap-ng/portal';

function directory({ ldapUrl, baseDn, bindDn, bindPassword }: LemonldapSettings): object {
  const filter = '(&(uid=$user)(objectClass=inetOrgPerson))';
  return {
    authentication: 'LDAP',
    userDB: 'Same',
    // Left empty: even the module `Null` loads the mail libraries, which nothing here needs.
    passwordDB: '',
    registerDB: 'Null',
    ldapServer: ldapUrl,
    ldapBase: baseDn,
    managerDn: bindDn,
    managerPassword: bindPassword,
    AuthLDAPFilter: filter,
    LDAPFilter: filter,
  };
}

function storage(folder: string): object {
  const sessions = (name: string): object => ({
    Directory: join(folder, name),
    LockDirectory: join(folder, name, 'lock'),
    generateModule: 'Lemonldap::NG::Common::Apache::Session::Generate::SHA256',
  });
  return {
    globalStorage: 'Apache::Session::File',
    globalStorageOptions: sessions('sessions'),
    persistentStorage: 'Apache::Session::File',
    persistentStorageOptions: sessions('psessions'),
    localSessionStorage: 'Cache::FileCache',
    localSessionStorageOptions: {
      namespace: 'sessions',
      cache_root: join(folder, 'cache'),
      cache_depth: 1,
      default_expires_in: 600,
    },
    // A worker keeps sessions in its memory for 15 s: it would not see, at the logout, the tickets that another one
    // noted when they were validated.
    handlerInternalCache: 0,
  };
}

const withoutExtras = {
  requireToken: 0,
  captcha_login_enabled: 0,
  notification: 0,
  loginHistoryEnabled: 0,
  portalCheckLogins: 0,
  portalDisplayRegister: 0,
  portalDisplayResetPassword: 0,
};
