// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { bootHost, createLog, loadSettings, type Host } from '@volee/core-adapter/host';
import { bothDatabases } from '@volee/core-adapter/testing';

import { runVolee, type CommandAnswer } from '../e2e/volee-command.js';
import { ondeFile, READER, ROOT, sampleSchools, scribeEntries, toLdif } from '../envole-box/index.js';
import { birthDayOf, ineOf } from '../envole-box/sample/person-entries.js';
import { persons } from '../envole-box/sample/persons.js';
import { describeWith, startSlapd, type SlapdServer } from '../services/index.js';
import { writeCliSettings } from './cli-settings.js';

const [TILLEULS = '', MOULIN = '', COLLEGE = ''] = sampleSchools.map(({ uai }) => uai);

/** The classes of the sample, with their numbers of pupils. */
const CLASSES = [
  ...[['CE2', 8] as const, ['CM1-CM2', 24] as const, ['CM2', 8] as const],
  ...[['CM1', 8] as const, ['CM2', 8] as const],
  ...[['6e A', 16] as const, ['6e B', 8] as const],
];

function entry(category: string, id: string, attributes: Readonly<Record<string, string>>): string {
  const attr = ([name, value]: [string, string]): string => `<attr name="${name}"><value>${value}</value></attr>`;
  return (
    `<addRequest><operationalAttributes>${attr(['categoriePersonne', category])}</operationalAttributes>` +
    `<identifier><id>${id}</id></identifier><attributes>${Object.entries(attributes).map(attr).join('')}</attributes></addRequest>`
  );
}

/** The pupils of all schools of the sample as a Complet of AAF, which has keys and names of its own for their classes. */
function writeAaf(at: string): void {
  const schools = sampleSchools.map(({ uai, name, kind }) =>
    entry('EtabEducNat', uai, {
      ENTStructureUAI: uai,
      ENTStructureCodeTypeStruct: kind === 'college' ? '340' : '151',
      ENTStructureNomCourant: `ECOLE$${name}$VAUBRUN`,
    }),
  );
  const pupils = persons.flatMap((person) => {
    const { number, school, profile, familyName, givenName, level = '', className = '' } = person;
    if (profile !== 'eleve') return [];
    const inClass: Record<string, string> =
      school.kind === 'college'
        ? { ENTEleveClasses: `${school.uai}$${className} AAF` }
        : { ENTPersonClasses: `${school.uai}$$$${className}-id$${className} AAF` };
    return entry('Eleve', String(number), {
      ...{ sn: familyName, givenName, ENTPersonStructRattach: school.uai, ENTEleveINE: ineOf(person) },
      ...{ ENTPersonDateNaissance: birthDayOf(person).split('-').reverse().join('/'), ENTEleveNivFormation: level },
      ...inClass,
    });
  });
  const contents = { EtabEducNat: schools, Eleve: pupils, PersRelEleve: [], PersEducNat: [] };
  mkdirSync(at);
  for (const [category, entries] of Object.entries(contents)) {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<ficAlimMENESR>\n${entries.join('\n')}\n</ficAlimMENESR>`;
    writeFileSync(join(at, `ENT_Complet_20260901_${category}_0000.xml`), xml);
  }
}

describeWith(['slapd'], 'classes that OpenLDAP, AAF and ONDE name', () => {
  let slapd: SlapdServer;
  beforeAll(async () => {
    slapd = await startSlapd({ ldif: toLdif(scribeEntries()) });
  });
  afterAll(() => slapd.stop());

  describe.each(bothDatabases())('on $name', (kind) => {
    let host: Host;
    let folder: string;
    let volee: (...words: string[]) => Promise<CommandAnswer>;
    let close: () => Promise<void>;

    beforeEach(async () => {
      const { url, drop } = await kind.fresh();
      const ldap = { url: slapd.url, bindDn: READER.dn, bindPassword: READER.password, baseDn: ROOT, layout: 'scribe' };
      const bricks = { '@volee/ldap-sync': ldap, '@volee/onde-import': {}, '@volee/aaf-import': {} };
      const place = writeCliSettings(bricks, { database: { url } });
      folder = place.folder;
      volee = (...words) => runVolee(place.file, ...words);
      expect(await volee('db', 'migrate')).toMatchObject({ code: 0 });
      host = await bootHost({ settings: loadSettings(place.file, {}), bricks: [], log: createLog('silent') });
      writeAaf(join(folder, 'aaf'));
      // One byte a letter, as ONDE writes, and UTF-8, as a copy and paste may leave it.
      writeFileSync(join(folder, 'moulin.csv'), ondeFile(MOULIN, { CM1: 'CM1 M. LHOMME', CM2: 'CM2 MME RAVIER' }));
      const tilleuls = ondeFile(TILLEULS, { 'CM1-CM2': 'CM1-CM2 É', CM2: 'CM2 É' });
      writeFileSync(join(folder, 'tilleuls.csv'), tilleuls.toString('latin1'));
      close = async () => {
        await host.stop();
        await drop();
        rmSync(folder, { recursive: true, force: true });
      };
    });
    afterEach(() => close());

    const onde = (name: string, uai: string): string[] => ['onde', 'import', join(folder, name), '--school', uai];
    const commands = {
      scribe: () => ['sync', 'run'],
      aaf: () => ['aaf', 'import', join(folder, 'aaf')],
      moulin: () => onde('moulin.csv', MOULIN),
      tilleuls: () => onde('tilleuls.csv', TILLEULS),
    };
    const classes = async (): Promise<string[]> => {
      const all = await Promise.all([TILLEULS, MOULIN, COLLEGE].map((uai) => host.directory.groups(uai)));
      return all.flat().flatMap(({ kind, name, pupils }) => (kind === 'class' ? [`${name}: ${pupils}`] : []));
    };

    const alike = [
      [
        'moulin',
        /^ {2}Classes that the directory has already, joined to its own: 2 \(CM1 [^(]+ \(CM1.*\), CM2 [^(]+ \(CM2.*\)\)$/m,
      ],
      [
        'tilleuls',
        /^ {2}Classes that the directory has already, joined to its own: 2 \(CM[^(]+ \(CM.*\), CM[^(]+ \(CM.*\)\)$/m,
      ],
    ] as const;
    test.each([
      ['Scribe', [['scribe', /: applied/], ...alike, ['aaf', /^ {2}classes joined to those .* already: 7$/m]], ''],
      [
        'AAF',
        [['aaf', /: applied/], ['scribe', /^ {2}7 classes are one with a class that .* already$/m], ...alike],
        ' AAF',
      ],
    ] as const)(
      'each class of %s, which came first, stands once, with its own pupils',
      async (_, steps, suffix) => {
        for (const [source, words] of steps) {
          const { code, stdout, stderr } = await volee(...commands[source]());
          expect([code, stderr]).toEqual([0, '']);
          expect(stdout).toMatch(words);
          expect(await classes()).toEqual(CLASSES.map(([name, pupils]) => `${name}${suffix}: ${pupils}`));
        }
        const [, cm2] = await host.directory.groups(MOULIN);
        expect(cm2).toMatchObject({ name: `CM2${suffix}`, teachers: ['Odile Ravier', 'Claire Vuillemin'] });
        const listed: { groups: number; persons: { pupil: number } }[] = JSON.parse(
          (await volee('school', 'list', '--json')).stdout,
        );
        expect(listed.map(({ groups, persons: { pupil } }) => [groups, pupil])).toEqual([
          [12, 24],
          [8, 40],
          [5, 16],
        ]);
        expect((await volee('sync', 'homonyms')).stdout).toBe('No pair waits for a decision.\n');
      },
      120_000,
    );
  });
});
