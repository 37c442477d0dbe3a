// SPDX-License-Identifier: EUPL-1.2
import type { LdapEntry } from '../ldap-entry.js';
import { GUARDIAN_OF_LOST_CHILD, LOST_CHILD, NOBODY } from './oddities.js';
import { sampleAccounts, samplePeople, sampleSchools } from './sample-people.js';
import { scribeEntries } from './scribe-entries.js';
import { uai } from './uai.js';

const entries = scribeEntries();
const byDn = new Map(entries.map((entry) => [entry.dn.toLowerCase(), entry]));

function only(attribute: string, value: string): LdapEntry {
  const found = entries.filter((entry) => entry.attributes[attribute]?.includes(value));
  expect(found).toHaveLength(1);
  return found[0]!;
}

function withProfile(profile: string): LdapEntry[] {
  return entries.filter((entry) => entry.attributes['ENTPersonProfils']?.includes(profile));
}

function ofType(type: string | undefined): LdapEntry[] {
  const groups = entries.filter((entry) => entry.attributes['objectClass']?.includes('posixGroup'));
  return groups.filter((entry) => entry.attributes['type']?.[0] === type);
}

describe('school numbers', () => {
  test('the check letter is the one of a number known from elsewhere', () => {
    expect(uai('0750655')).toBe('0750655E'); // the public number of the lycée Louis-le-Grand
  });

  test.each(sampleSchools.map((school) => school.uai))('%s bears its own check letter', (code) => {
    const place = Number(code.slice(0, 7)) % 23;
    expect(code.slice(7)).toBe('ABCDEFGHJKLMNPRSTUVWXYZ'[place]);
    expect(code).toMatch(/^(0399|0709)\d{3}[A-Z]$/);
  });
});

describe('the people', () => {
  test('two écoles, the collège that they feed, and 100 to 160 persons', () => {
    expect(sampleSchools.map((school) => school.kind)).toEqual(['primary', 'primary', 'college']);
    expect(samplePeople.length).toBeGreaterThanOrEqual(100);
    expect(samplePeople.length).toBeLessThanOrEqual(160);
  });

  test('logins are unique; the second Hugo Mercier has a number', () => {
    expect(new Set(samplePeople.map((person) => person.login)).size).toBe(samplePeople.length);
    const namesakes = samplePeople.filter((person) => person.displayName === 'Hugo Mercier');
    expect(namesakes.map((person) => person.login)).toEqual(['hugo.mercier', 'hugo.mercier1']);
  });

  test('labels describe each person in French', () => {
    const role = (login: string): string | undefined => samplePeople.find((person) => person.login === login)?.role;
    expect(role('claire.vuillemin')).toBe('Enseignante, CM1-CM2, École des Tilleuls');
    // The demo makes the three of them heads.
    expect(role('mathieu.grosjean')).toBe('Directeur et enseignant, CM2, École des Tilleuls');
    expect(role('odile.ravier')).toMatch(/^Directrice et enseignante, CM2, /);
    expect(role('karim.bensaid')).toMatch(/^Principal et enseignant, 6e A, /);
    expect(role('lena.dangelo')).toBe('Élève, CM2, École du Moulin');
    expect(role('sophie.renaud')).toBe('Mère d’Inès (CM1-CM2) et de Jules (6e A)');
    expect(role('pascal.guyon')).toBe('Secrétaire, Collège des Trois-Rivières');
  });

  test('eight accounts to try first, from the three schools', () => {
    expect(sampleAccounts).toHaveLength(8);
    expect(new Set(sampleAccounts.map((person) => person.uai)).size).toBe(3);
  });
});

describe('the directory', () => {
  test('each entry stands after its parent, and no DN stands twice', () => {
    const seen = new Set<string>();
    for (const { dn } of entries) {
      const parent = dn.slice(dn.search(/(?<!\\),/) + 1);
      if (seen.size > 0) expect(seen).toContain(parent.toLowerCase());
      expect(seen).not.toContain(dn.toLowerCase());
      seen.add(dn.toLowerCase());
    }
  });

  test('an establishment is described by its name', () => {
    for (const { uai, name } of sampleSchools) expect(only('ou', uai).attributes['description']).toEqual([name]);
  });

  test('a pupil is in one class of one school, written as <school DN>$<class>', () => {
    const ines = only('uid', 'ines.renaud');
    expect(ines.dn).toBe(
      'uid=ines.renaud,ou=local,ou=eleves,ou=utilisateurs,ou=0399001X,ou=ac-besancon,ou=education,o=gouv,c=fr',
    );
    expect(ines.attributes).toMatchObject({
      ENTPersonProfils: ['eleve'],
      Divcod: ['CM1-CM2'],
      Meflcf: ['cm2'],
      ENTEleveClasses: ['ou=0399001X,ou=ac-besancon,ou=education,o=gouv,c=fr$CM1-CM2'],
    });
    for (const pupil of withProfile('eleve')) {
      const { Divcod = [], ENTPersonDateNaissance = [], uid = [] } = pupil.attributes;
      expect(Divcod).toHaveLength(1);
      expect(ENTPersonDateNaissance[0]).toMatch(/^20\d{2}(0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8])$/);
      const classes = ofType('Classe').filter((group) =>
        group.attributes['memberUid']?.includes(uid[0]!.toLowerCase()),
      );
      expect(classes.map((group) => group.attributes['cn'])).toEqual([Divcod]);
    }
  });

  test('a teacher works in two schools, through a team of the other one', () => {
    const teams = ofType('Equipe').filter((team) => team.attributes['memberUid']?.includes('claire.vuillemin'));
    expect(teams.map((team) => team.attributes['cn']?.[0])).toEqual(['profs-CM1-CM2', 'profs-CM2']);
    expect(new Set(teams.map((team) => /ou=(0\d{6}[A-Z])/.exec(team.dn)?.[1])).size).toBe(2);
  });

  test('the head of the Tilleuls is a plain teacher there', () => {
    const head = only('uid', 'mathieu.grosjean');
    expect(head.attributes).toMatchObject({ ENTPersonProfils: ['enseignant'], typeadmin: ['0'] });
  });

  test('the administrator of a class is not thereby in its team', () => {
    expect(only('uid', 'jean-marc.bailly').attributes).toMatchObject({ typeadmin: ['2'], Divcod: ['6e B'] });
    expect(only('cn', 'profs-6e B').attributes['memberUid']).not.toContain('jean-marc.bailly');
  });

  test('several families have children in two schools', () => {
    const schoolsOf = (guardian: LdapEntry): Set<string | undefined> =>
      new Set(guardian.attributes['ENTAuxPersRelEleveEleve']?.map((dn) => /ou=(0\d{6}[A-Z])/.exec(dn)?.[1]));
    const across = withProfile('responsable').filter((guardian) => schoolsOf(guardian).size === 2);
    expect(across.length).toBeGreaterThanOrEqual(5);
    expect(across.map((guardian) => guardian.attributes['uid']?.[0])).toContain('sophie.renaud');
  });

  test('each school has a member of the administrative staff', () => {
    const homes = withProfile('administratif').map((entry) => /ou=(0\d{6}[A-Z])/.exec(entry.dn)?.[1]);
    expect(homes).toEqual(sampleSchools.map((school) => school.uai));
  });

  test('kinship leads to a pupil, but for the one child that was lost', () => {
    const dangling = withProfile('responsable').flatMap((guardian) =>
      (guardian.attributes['ENTAuxPersRelEleveEleve'] ?? [])
        .filter((dn) => !byDn.has(dn.toLowerCase()))
        .map((dn) => [guardian.attributes['uid']?.[0], dn.split(',')[0]]),
    );
    expect(dangling).toEqual([[GUARDIAN_OF_LOST_CHILD, `uid=${LOST_CHILD}`]]);
  });

  test('memberUid refers to a person, except for the one that left', () => {
    const logins = new Set(samplePeople.map((person) => person.login));
    const members = entries.flatMap((entry) => entry.attributes['memberUid'] ?? []);
    expect(members.filter((member) => !logins.has(member))).toEqual([NOBODY]);
  });

  test('it has the oddities of a real one', () => {
    expect(only('uid', 'Noe.Vernier').attributes['cn']).toEqual(['Noé Vernier']);
    expect(only('cn', 'Classe découverte').attributes).not.toHaveProperty('memberUid');
    expect(only('cn', 'Natation CE2/CM2').attributes['type']).toEqual(['Groupe']);
    expect(only('cn', 'Journal, radio').dn).toMatch(/^cn=Journal\\, radio,/);
    expect(ofType(undefined).map((group) => group.attributes['cn']?.[0])).toEqual(['Conseil des maîtres']);
    expect(only('sn', "O'Brien").attributes['uid']).toEqual(['emilie.obrien']);
  });

  test('two calls share nothing', () => {
    scribeEntries()[0]!.attributes['o']!.push('changed');
    expect(scribeEntries()[0]!.attributes['o']).toEqual(['gouv']);
  });
});
