// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { testDatabases } from '@volee/core-adapter/testing';
import livret from '@volee/livret-bridge';

import { MOULIN, TILLEULS, TROIS_RIVIERES } from '../a11y/sample-host.js';
import { ACADEMY, LivretSteps, readNewYear, scribeEntries, toLdif, type LdapEntry } from '../envole-box/index.js';
import { Visits } from '../envole-box/week/visits.js';
import { describeWith, startSlapd, type SlapdServer } from '../services/index.js';
import { freePort } from '../services/free-port.js';
import { startHostAt, type HostAt } from './host-at.js';

const HEAD = 'mathieu.grosjean';
const PRINCIPAL = 'karim.bensaid';
const TEACHER_OF_6E = 'anne-laure.michaud';
const CLASS = { uai: TILLEULS, className: 'CM2', teacher: HEAD, period: 1 };
const [EMMA, ENZO, LOU, ANAIS] = ['emma.barbier', 'enzo.ferreira', 'lou.petit', 'anais.morel'] as const;

const run = promisify(execFile);
const pupilsOf = (uai: string): string => `ou=local,ou=eleves,ou=utilisateurs,ou=${uai},${ACADEMY}`;

describeWith(['slapd'], 'pupils who move in an OpenLDAP while their livrets wait', () => {
  describe.each(testDatabases())('on $name', (database) => {
    let slapd: SlapdServer;
    let world: HostAt;
    let undo: () => Promise<void>;

    beforeAll(async () => {
      slapd = await startSlapd({ ldif: toLdif(scribeEntries()) });
      const fresh = await database.fresh();
      const { url, adminDn: bindDn, adminPassword: bindPassword } = slapd;
      const directory = { url, bindDn, bindPassword };
      const sso = { baseUrl: 'http://127.0.0.1:9/cas' };
      const address = `http://127.0.0.1:${String(await freePort())}`;
      world = await startHostAt(address, { sso, directory, bricks: [livret], databaseUrl: fresh.url });
      await world.host.administrators.grant(HEAD, TILLEULS, 'cli');
      await world.host.administrators.grant(PRINCIPAL, TROIS_RIVIERES, 'cli');
      undo = async () => {
        await world.stop();
        await fresh.drop();
        await slapd.stop();
      };
    });
    afterAll(() => undo());

    /** Changes the directory by LDIF, as an administrator of the Scribe does it. */
    async function change(...records: string[]): Promise<void> {
      const login = ['-x', '-H', slapd.url, '-D', slapd.adminDn, '-w', slapd.adminPassword];
      const changing = run('ldapmodify', login);
      changing.child.stdin?.end(records.join('\n\n'));
      await changing;
    }

    const entryOf = (login: string): LdapEntry => {
      const entry = scribeEntries().find(({ dn }) => dn.startsWith(`uid=${login},`));
      if (!entry) throw new Error('the sample has changed');
      return entry;
    };
    /** LDIF that takes a login out of the groups of the école, or puts one into those of another school. */
    const groups = (way: 'add' | 'delete', uai: string, login: string, names: readonly string[]): string[] =>
      names.map((name) =>
        [
          `dn: cn=${name},ou=local,ou=groupes,ou=${uai},${ACADEMY}`,
          ...['changetype: modify', `${way}: memberUid`, `memberUid: ${login}`],
        ].join('\n'),
      );
    const leave = (login: string): string[] => {
      const named = scribeEntries().filter(({ dn, attributes }) => {
        return dn.includes(`,ou=${TILLEULS},`) && attributes['memberUid']?.includes(login);
      });
      return groups(
        'delete',
        TILLEULS,
        login,
        named.flatMap(({ attributes }) => attributes['cn'] ?? []),
      );
    };
    /** The entry goes to another school as it is, with its stable id. */
    const move = (login: string, to: string, className: string, level: string): string[] => [
      ...leave(login),
      [
        `dn: ${entryOf(login).dn}`,
        'changetype: modrdn',
        `newrdn: uid=${login}`,
        'deleteoldrdn: 1',
        `newsuperior: ${pupilsOf(to)}`,
      ].join('\n'),
      [
        `dn: uid=${login},${pupilsOf(to)}`,
        ...[
          'changetype: modify',
          'replace: Divcod',
          `Divcod: ${className}`,
          '-',
          'replace: Meflcf',
          `Meflcf: ${level}`,
        ],
        ...['-', 'replace: ENTEleveClasses', `ENTEleveClasses: ou=${to},${ACADEMY}$${className}`],
      ].join('\n'),
      ...groups('add', to, login, ['eleves', className]),
    ];
    /** LDIF of an entry that a collège makes anew, with a login and a stable id of its own. */
    const anew = (login: string, from: string, without: readonly string[] = []): string[] => {
      const left = ['entryUUID', 'Divcod', 'Meflcf', 'ENTEleveClasses', 'uid', ...without];
      const attributes = Object.entries(entryOf(from).attributes).filter(([name]) => !left.includes(name));
      const at6e = { uid: [login], Divcod: ['6e A'], Meflcf: ['6e'] };
      const number = { uidNumber: [String(900_000 + login.length)], intid: [String(900_000 + login.length)] };
      const entry = {
        ...Object.fromEntries(attributes),
        ...at6e,
        ...number,
        employeeNumber: [String(800_000 + login.length)],
      };
      const ldif = toLdif([{ dn: `uid=${login},${pupilsOf(TROIS_RIVIERES)}`, attributes: entry }]).trim();
      // Long lines are folded.
      const [dn = '', ...lines] = ldif.replaceAll('\n ', '').split('\n');
      return [
        [dn, 'changetype: add', ...lines].join('\n'),
        ...groups('add', TROIS_RIVIERES, login, ['eleves', '6e A']),
      ];
    };

    const personOf = async (login: string): Promise<string> =>
      (await world.host.directory.personByLogin('ldap', login))?.id ?? '';
    async function pageOf(login: string, path: string): Promise<string> {
      const page = await new Visits(world.host, world.url).open(await personOf(login), path);
      return (/<main[^]*<\/main>/.exec(page)?.[0] ?? '').replace(/<svg[^]*?<\/svg>/g, '');
    }
    async function on(day: string): Promise<void> {
      world.clock.set(new Date(`${day}T08:00:00Z`));
      await readNewYear(world.host);
      await world.host.jobs.runDue();
    }
    const query = <R>(sql: string): Promise<R[]> => world.host.database.dataSource.query(sql);
    /** For each parcel, its pupil as it was offered, its state, and whether it still holds texts. */
    const parcels = async (): Promise<string[]> =>
      (
        await query<{ pupilName: string; state: string; content: string | null }>(
          'SELECT pupilName, state, content FROM core_parcel ORDER BY pupilName',
        )
      ).map(({ pupilName, state, content }) => `${pupilName}: ${state}${content === null ? '' : ', with its texts'}`);

    test('H2 the livret arrives once, where the pupil is now; it waits for a pupil who went elsewhere or is not recognised', async () => {
      const steps = new LivretSteps(world.host, world.url);
      await on('2027-06-17');
      await steps.openPeriod(TILLEULS, HEAD, CLASS.period);
      await steps.write(CLASS, { term: 1 });
      await steps.sign(CLASS);
      await steps.endorse(TILLEULS, HEAD, CLASS.period);
      await steps.publish(TILLEULS, HEAD, CLASS.period, world.clock);
      await steps.handOver(TILLEULS, HEAD, TROIS_RIVIERES, [EMMA, ENZO, LOU, ANAIS]);
      await steps.accept(TROIS_RIVIERES, PRINCIPAL);
      const waiting = ['Anaïs Morel', 'Emma Barbier', 'Enzo Ferreira', 'Lou Petit'].map(
        (name) => `${name}: accepted, with its texts`,
      );
      expect(await parcels()).toEqual(waiting);

      // In July the école deletes two entries, and Lou moves to another école.
      await change(
        ...[ENZO, ANAIS].flatMap((login) => [...leave(login), `dn: ${entryOf(login).dn}\nchangetype: delete`]),
        ...move(LOU, MOULIN, 'CM2', 'cm2'),
      );
      await on('2027-07-08');
      const { persons } = await world.host.leavers.plan();
      expect(persons).toEqual([]);
      world.clock.set(new Date('2027-09-12T08:00:00Z'));
      // The accounts are erased by hand, and the parcels are all that is left of the two.
      expect((await world.host.leavers.erase('cli', { withSummer: true })).persons).toHaveLength(2);
      expect(await parcels()).toEqual(waiting);

      // Emma's entry goes to the collège; the collège makes new ones for the others. Anaïs has no INE there.
      await change(
        ...move(EMMA, TROIS_RIVIERES, '6e A', '6e'),
        ...anew('enzo.ferreira2', ENZO),
        ...anew('anais.morel22', ANAIS, ['ine']),
      );
      await on('2027-09-13');
      await on('2027-09-14');
      expect(await parcels()).toEqual([
        'Anaïs Morel: accepted, with its texts',
        'Emma Barbier: delivered',
        'Enzo Ferreira: delivered',
        'Lou Petit: accepted, with its texts',
      ]);
      const copies = await query<{ pupilId: string; revision: number }>(
        'SELECT pupilId, revision FROM livret_bridge_handed',
      );
      const there = [await personOf(EMMA), await personOf('enzo.ferreira2')];
      expect(copies.map(({ pupilId }) => pupilId).sort()).toEqual(there.sort());
      expect(await query('SELECT id FROM core_parcel_question')).toHaveLength(1);

      const group = (await world.host.directory.currentGroups(TROIS_RIVIERES)).find(({ name }) => name === '6e A');
      const table = await pageOf(TEACHER_OF_6E, `/s/${TROIS_RIVIERES}/livret-bridge/sixth/${group?.id ?? ''}`);
      const links = [...table.matchAll(/<a href="([^"]+\/handed\/[^"]+)">([^<]+)<\/a>/g)].map(([, , name]) => name);
      expect(links).toEqual(['Emma Barbier', 'Enzo Ferreira']);
      const noted = await query<{ pupilId: string }>('SELECT pupilId FROM livret_bridge_reading');
      expect(noted.map(({ pupilId }) => pupilId).sort()).toEqual(there.sort());
    });
  });
});
