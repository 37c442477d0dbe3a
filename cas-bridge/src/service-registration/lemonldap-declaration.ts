// SPDX-License-Identifier: EUPL-1.2
import { LOGIN_ATTRIBUTE, releasedAttributes, type DeclaredService } from './declared-service.js';

type Values = Readonly<Record<string, string | number>>;

/** Keys of the configuration of LemonLDAP::NG, as its `merge` takes them. */
export interface LemonldapDeclaration {
  readonly issuerDBCASActivation: 1;
  readonly casAppMetaDataOptions: { readonly volee: Values };
  readonly casAppMetaDataExportedVars: { readonly volee: Values };
}

const CLI = '/usr/share/lemonldap-ng/bin/lemonldap-ng-cli';

/** The CAS application, and the issuer that serves it; nothing that would change another application. */
export function lemonldapDeclaration(service: DeclaredService): LemonldapDeclaration {
  // An empty list would release the attributes that the portal gives to everybody.
  const [...names] = releasedAttributes(service).length > 0 ? releasedAttributes(service) : [LOGIN_ATTRIBUTE];
  return {
    issuerDBCASActivation: 1,
    casAppMetaDataOptions: {
      volee: {
        casAppMetaDataOptionsService: service.callbackUrl.href,
        casAppMetaDataOptionsUserAttribute: LOGIN_ATTRIBUTE,
        casAppMetaDataOptionsLogout: 1,
        casAppMetaDataOptionsAllowProxy: service.grantUrl === undefined ? 0 : 1,
      },
    },
    casAppMetaDataExportedVars: { volee: Object.fromEntries(names.map((name) => [name, name])) },
  };
}

/** The same declaration as commands to paste. A key in a key is written with a slash. */
export function lemonldapCommands(declaration: LemonldapDeclaration): string[] {
  const { issuerDBCASActivation, ...applications } = declaration;
  const keys = Object.entries(applications).flatMap(([root, { volee }]) =>
    Object.entries(volee).map(([key, value]) => `${root}/volee ${shellWord(key)} ${shellWord(String(value))}`),
  );
  return [
    `${CLI} -yes 1 set issuerDBCASActivation ${issuerDBCASActivation}`,
    [`${CLI} -yes 1 addKey`, ...keys.map((key) => `  ${key}`)].join(' \\\n'),
  ];
}

/** Settings that improve the whole portal and also change other applications: the system administrator decides. */
export const LEMONLDAP_ADVICE: readonly { readonly why: string; readonly command: string }[] = [
  {
    why: 'Refuses applications and addresses that are not registered (register all of yours first):',
    command: `${CLI} -yes 1 set casAccessControlPolicy error casStrictMatching 1`,
  },
  {
    why: 'Lets an unused ticket expire after 5 minutes (CAS 3.0 §3.1.1), instead of with the session:',
    command: `${CLI} -yes 1 set casTicketExpiration 300`,
  },
  {
    why: 'A worker caches sessions for 15 s: a logout within 15 s of the login does not reach Volée. Without the cache:',
    command: `${CLI} -yes 1 set handlerInternalCache 0`,
  },
];

// SPDX-License-Identifier: EUPL-1.2

/** A text as one word of a POSIX shell. */
function shellWord(text: string): string {
  return /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
