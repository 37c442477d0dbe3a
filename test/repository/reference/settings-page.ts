// SPDX-License-Identifier: EUPL-1.2
import aafImport from '@volee/aaf-import';
import casBridge from '@volee/cas-bridge';
import { settingsReference, settingsSchema, type SettingsPart } from '@volee/core-adapter/host';
import fileShare from '@volee/file-share';
import ldapSync from '@volee/ldap-sync';
import ondeImport from '@volee/onde-import';

/** The packages with settings in this repository. */
const settingsParts: readonly SettingsPart[] = [
  { title: 'volee.yaml', schema: settingsSchema },
  { title: '@volee/cas-bridge', schema: casBridge.manifest.settings },
  { title: '@volee/ldap-sync', schema: ldapSync.manifest.settings },
  { title: '@volee/aaf-import', schema: aafImport.manifest.settings },
  { title: '@volee/file-share', schema: fileShare.manifest.settings },
  { title: '@volee/onde-import', schema: ondeImport.manifest.settings },
];

/** The page about every key of `volee.yaml`, from the schemas. */
export function settingsPage(): string {
  return [
    '# Settings',
    'Every key of `volee.yaml` and of the bricks of this repository, from their schemas; `volee config doc` tells the same of what is installed. In French, with advice: [réglages](reglages.md).',
    'A key that is not known is an error. `${NAME}` in a value stands for the variable of the environment.',
    settingsReference(settingsParts),
  ].join('\n\n');
}
