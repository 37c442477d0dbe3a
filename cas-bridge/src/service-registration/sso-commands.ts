// SPDX-License-Identifier: EUPL-1.2
import type { CommandAnswer, CommandCall } from '@volee/core-adapter';
import type { LoginBrick } from '@volee/core-adapter/login';
import type { manifest } from '../manifest.js';
import { apereoFile, apereoService } from './apereo-service.js';
import type { DeclaredService } from './declared-service.js';
import { eolessoFilters, type NamedFile } from './eolesso-filters.js';
import { lemonldapCommands, lemonldapDeclaration, LEMONLDAP_ADVICE } from './lemonldap-declaration.js';
import { writeFiles } from './write-files.js';

const TRY = 'Then try it: volee doctor --login LOGIN';

/** The settings for a CAS 3.0 server in volee.yaml: its address; the rest has defaults. */
function wantsOf(server: string): string {
  return `In volee.yaml, ${server} needs baseUrl: https://HOST/cas, without flavour and logoutParameter`;
}

/** `volee sso …`: prints the settings for the SSO server, and sends nothing to it. */
export function registerSsoCommands({ commands, auth, settings }: LoginBrick<typeof manifest>): void {
  const service: DeclaredService = {
    callbackUrl: new URL(auth.callbackUrl),
    match: settings.match,
    grantUrl: settings.proxyTickets ? auth.grantUrl : undefined,
  };
  commands.provide('sso eolesso', ({ options }) => eolesso(service, options));
  commands.provide('sso lemonldap', () => Promise.resolve(lemonldap(service)));
  commands.provide('sso apereo', () => Promise.resolve(apereo(service)));
}

async function eolesso(service: DeclaredService, options: CommandCall['options']): Promise<CommandAnswer> {
  const { files, otherMatch } = eolessoFilters(service);
  const { out, force } = options;
  const next = [
    'On the Scribe, run: CreoleService eole-sso restart',
    'In volee.yaml, EoleSSO needs flavour: cas2 and logoutParameter: url',
    ...(otherMatch === undefined ? [] : [`Also write match: ${otherMatch} (EoleSSO sends attributes in sections)`]),
    TRY,
  ];
  if (typeof out !== 'string') {
    return {
      value: { files, next },
      lines: [...files.flatMap(shown), 'Copy both files to /usr/share/sso/app_filters.', ...next],
    };
  }
  const written = await writeFiles(out, files, force === true);
  const summary =
    written.length > 0 ? written.map((path) => `${path}: written`) : [`${out}: both files are up to date`];
  return { value: { files, written, next }, lines: [...summary, ...next] };
}

function lemonldap(service: DeclaredService): CommandAnswer {
  const declaration = lemonldapDeclaration(service);
  const lines = [
    '# On the machine of the portal, as root:',
    ...lemonldapCommands(declaration),
    '',
    '# For the whole portal; read each before you paste it:',
    ...LEMONLDAP_ADVICE.flatMap(({ why, command }) => [`# ${why}`, command]),
    '',
    `# ${wantsOf('LemonLDAP::NG')}`,
    `# ${TRY}`,
  ];
  return { value: declaration, lines };
}

function apereo(service: DeclaredService): CommandAnswer {
  const definition = apereoService(service);
  return {
    value: definition,
    lines: [
      ...shown(apereoFile(definition)),
      'Copy it to the folder of the JSON service registry of the CAS server.',
      wantsOf('Apereo CAS'),
      TRY,
    ],
  };
}

function shown({ name, content }: NamedFile): string[] {
  return [`${name}:`, content];
}
