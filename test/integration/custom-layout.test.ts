// SPDX-License-Identifier: EUPL-1.2
import { rmSync } from 'node:fs';

import ldapSync from '@volee/ldap-sync';

import { runVolee } from '../e2e/volee-command.js';
import { customExample, customExampleWithGroups } from '../repository/reference/custom-example.js';
import { writeCliSettings } from './cli-settings.js';

test('the examples of the reference are good settings', () => {
  const schema = ldapSync.manifest.settings;

  expect(schema.parse(customExample())).toMatchObject([
    { layout: 'custom', url: [expect.anything(), expect.anything()], custom: { persons: { login: 'uid' } } },
  ]);
  expect(schema.parse(customExampleWithGroups())).toMatchObject([
    { custom: { groups: { kinds: { Division: 'class' }, members: ['memberUid', 'member'] } } },
  ]);
});

test('volee config check tells each mistake in a mapping with its path, and names what is nearest', async () => {
  const { custom } = customExample() as { custom: { schools: object; persons: object } };
  const wrong = {
    schools: { ...custom.schools, filter: '(objectClass=ENTStructure', nam: 'description' },
    persons: { ...custom.persons, login: ['uid', 'cn'], logn: 'uid', profiles: { chef: 'head' }, ine: 'ENT INE' },
    grups: { filter: '(cn=*)' },
    groups: { filter: '(cn=*)(uid=*)', name: 'cn', kinds: { Division: 'classe' } },
  };
  const login = { bindDn: 'cn=reader,dc=ent,dc=example', bindPassword: 'only-for-tests', baseDn: 'dc=ent,dc=example' };
  const one = { ...login, url: ['ldaps://one.example.org', 'one.example.org'], layout: 'custom', custom: wrong };
  const { folder, file } = writeCliSettings({
    '@volee/ldap-sync': { sources: { one, two: { ...login, url: 'ldaps://two.example.org', layout: 'custom' } } },
  });
  try {
    const { code, stderr } = await runVolee(file, 'config', 'check');

    expect(code).toBe(2);
    const reported = [
      'url.1: write ldaps://host or ldap://host, with a port if it is not the default, and nothing else',
      'custom.schools.filter: write one LDAP filter with all its parentheses, for example (objectClass=ENTPerson)',
      'custom.schools.nam: not known; did you mean "name"?',
      'custom.persons.login: write the name of one attribute, for example uid or entryUUID',
      'custom.persons.logn: not known; did you mean "login"?',
      'custom.persons.profiles.chef: write pupil, guardian, teacher or staff: a head is granted in Volée',
      'custom.persons.ine: write the name of one attribute, for example uid or entryUUID',
      'custom.groups.filter: write one LDAP filter with all its parentheses, for example (objectClass=ENTPerson)',
      'custom.groups.kinds.Division: write class, level, option, subject, service, work, team or none',
      'custom.groups.members: missing',
      'custom.grups: not known; did you mean "groups"?',
    ];
    for (const sentence of reported) expect(stderr).toContain(`bricks.@volee/ldap-sync.sources.one.${sentence}\n`);
    expect(stderr).toMatch(/sources\.two\.custom: missing: name the filters and attributes to read/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
