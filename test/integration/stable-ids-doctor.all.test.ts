// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '@volee/core-adapter';
import type { PersonRecord } from '@volee/core-adapter/directory';
import { activateAlone, noSchools } from '@volee/core-adapter/testing';
import ldapSync from '@volee/ldap-sync';

import { READER, ROOT, scribeEntries, toLdif } from '../envole-box/index.js';
import { describeWith, startSlapd, type SlapdOptions, type SlapdServer } from '../services/index.js';

const ignore = (): void => undefined;
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function settingsFor({ url }: SlapdServer): object {
  return { url, bindDn: READER.dn, bindPassword: READER.password, baseDn: ROOT, layout: 'scribe' };
}

const CLOSED = 'to attrs=entryUUID by * none';

describeWith(['slapd'], 'what doctor says of the stable ids of an OpenLDAP', () => {
  const started: SlapdServer[] = [];
  afterEach(async () => {
    for (const server of started.splice(0)) await server.stop();
  });

  /** The finding about stable ids, after a check of all that `ldap-sync` checks. */
  async function findingOf(options: Partial<SlapdOptions>): Promise<Finding | undefined> {
    const server = await startSlapd({ ldif: toLdif(scribeEntries()), ...options });
    started.push(server);
    const { checks } = await activateAlone(ldapSync, { settings: settingsFor(server), log: SILENT });
    const found = await Promise.all(checks.map(({ run }) => run(AbortSignal.timeout(30_000), noSchools)));
    return found.flat().find(({ sentence }) => sentence.includes('stable id'));
  }

  test('they are read without a setting, and doctor says until when a login that changed hands opens the earlier account', async () => {
    expect(await findingOf({})).toMatchObject({
      state: 'good',
      sentence: expect.stringMatching(
        /shows stable ids: .* is detected by the next sync \(no schedule\), and with checkLogins at the login\.$/,
      ),
    });
  });

  test('H2 the entry of one login is read from an OpenLDAP, with the stable id that a sync reads', async () => {
    const server = await startSlapd({ ldif: toLdif(scribeEntries()) });
    started.push(server);
    const [source] = (
      await activateAlone(ldapSync, { settings: { ...settingsFor(server), checkLogins: {} }, log: SILENT })
    ).sources;
    const pupils: PersonRecord[] = [];
    for await (const record of source?.read(AbortSignal.timeout(60_000)) ?? []) {
      if (record.type === 'person' && record.profile === 'pupil') pupils.push(record);
    }
    const [pupil] = pupils;
    expect(pupil?.stableId).toBeDefined();
    expect(await source?.entriesOf?.(pupil?.login.toUpperCase() ?? '')).toEqual([
      { stableId: pupil?.stableId, profile: 'pupil' },
    ]);
    for (const login of ['*', `${pupil?.login ?? ''})(uid=*`, 'zoé'])
      expect(await source?.entriesOf?.(login)).toEqual([]);
  });

  test('L15: a directory that keeps entryUUID from the account is told as a warning, with the remedy', async () => {
    expect(await findingOf({ access: [CLOSED] })).toEqual({
      state: 'warn',
      sentence: expect.stringMatching(
        /keeps stable ids \(entryUUID\), but does not show them to cn=reader,o=gouv,c=fr:/,
      ),
      remedy: 'Allow cn=reader,o=gouv,c=fr to read entryUUID of every person; leave keyAttribute as it is.',
    });
  });

  test('the rule of the guide lets the account read them', async () => {
    const rule = `to attrs=entry,entryUUID by dn.exact="${READER.dn}" read by * break`;
    expect(await findingOf({ access: [rule, CLOSED] })).toMatchObject({ state: 'good' });
  });

  test('L15: ids that are shown in one branch alone are told', async () => {
    const hidden = 'to dn.regex="^uid=m[^,]*,.*$" attrs=entryUUID by * none';
    expect(await findingOf({ access: [hidden] })).toMatchObject({
      state: 'warn',
      sentence: expect.stringMatching(/shows cn=reader,o=gouv,c=fr the stable ids of some persons only \(\d+ of the/),
    });
  });
});
