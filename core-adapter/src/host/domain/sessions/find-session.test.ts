// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import { PROFILES } from '../../../api/people.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { openHostTables, type HostTables } from '../../app/host-tables-for-tests.js';
import { AdministratorRow } from '../administrators/administrator.entity.js';
import { AttachmentRow, GRANT_SOURCE } from '../directory/attachment.entity.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { PersonRow } from '../directory/person.entity.js';
import { findPersonInSchools } from '../directory/persons.js';
import { SchoolRow } from '../directory/school.entity.js';
import { STAND_IN_SOURCE } from '../directory/stand-in.entity.js';
import { isInForce } from '../directory/where-attachment-in-force.js';
import { findByLogin } from './find-by-login.js';
import { AHEAD, findSession, type FoundSession } from './find-session.js';
import { LastSchoolRow } from './last-school.entity.js';
import { SessionRow } from './session.entity.js';

const NOW = new Date('2026-11-24T08:00:00.250Z');
const LIMITS = { idle: 7_200_000, absolute: 43_200_000 };
const at = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds);

/** The instants at which something begins or ends: an hour and a millisecond before and after, and now. */
const INSTANTS = [-3_600_000, -1, 0, 1, 3_600_000].map(at);
const SEEN = [-LIMITS.idle - 1, -LIMITS.idle, -LIMITS.idle + 1, 0, AHEAD, AHEAD + 1].map(at);
const ENDS = [-1, 0, 1, LIMITS.absolute].map(at);

/** Two of them have the same folded name. */
const SCHOOLS = [
  { uai: '0390003Z', name: 'École d’Aval', foldedName: 'ecole d aval' },
  { uai: '0390001X', name: 'Collège du Val', foldedName: 'college du val' },
  { uai: '0390002Y', name: 'École d’aval', foldedName: 'ecole d aval' },
].map((school) => ({ ...school, kind: 'primary', timeZone: 'Europe/Paris', source: 'ldap', createdAt: NOW }) as const);

const PEOPLE = 30;
const idOf = (number: number): string => `person-${number % PEOPLE}`;

const persons: PersonRow[] = Array.from({ length: PEOPLE }, (_, number) => ({
  ...{ id: idOf(number), givenName: 'Zoé', familyName: `O’Évrard ${number}`, displayName: `Zoé "${number}"` },
  ...{ foldedName: 'evrard zoe', disabledAt: number % 5 === 4 ? at(-number) : null, createdAt: NOW },
}));

/** Every source with every beginning and end. */
const attachments: AttachmentRow[] = ['ldap', GRANT_SOURCE, STAND_IN_SOURCE].flatMap((source, ofSource) =>
  INSTANTS.flatMap((from, first) =>
    [...INSTANTS, null].map((until, last) => {
      const number = ofSource * 30 + first * 6 + last;
      const [profile = 'staff', school] = [PROFILES[number % PROFILES.length], SCHOOLS[number % SCHOOLS.length]];
      // Most people have none, the others several.
      const personId = idOf(number % 13);
      return { id: `a${number}`, personId, uai: school?.uai ?? '', profile, source, from, until };
    }),
  ),
);

function sessionOf(personId: string, number: number, seenAt = NOW, endsAt = at(LIMITS.absolute)) {
  const data = { notice: 'Fait : « \\"élève » ?', provenAt: number };
  return { idHash: `session-${number}`, personId, ticketHash: `ticket-${number}`, data, seenAt, endsAt };
}

/** An open session of everybody and of a person who was erased; then sessions at their limits. */
const sessions = [
  ...[...persons, { id: 'nobody' }].map(({ id }, number) => sessionOf(id, number)),
  ...SEEN.flatMap((seenAt, first) =>
    ENDS.map((endsAt, last) => sessionOf('person-1', 100 + first * ENDS.length + last, seenAt, endsAt)),
  ),
];

/** The school that a person visited last, which they may have left. */
const lastSchools = persons
  .filter((_, number) => number % 2 === 0)
  .map(({ id }, number) => ({ personId: id, uai: SCHOOLS[number % SCHOOLS.length]?.uai ?? '' }));

describe.each(bothDatabases())('one statement for session, person and schools on $name', (kind) => {
  let database: HostTables;
  beforeAll(async () => {
    database = await openHostTables(kind);
    const { manager } = database.dataSource;
    await manager.insert(SchoolRow, [...SCHOOLS]);
    await manager.insert(PersonRow, persons);
    await manager.insert(AttachmentRow, attachments);
    await manager.insert(SessionRow, sessions);
    await manager.insert(LastSchoolRow, lastSchools);
    const logins = persons.map(({ id }, number) => {
      return { id, source: 'ldap', key: `key-${number}`, login: `login-${number}`, personId: id };
    });
    await manager.insert(ExternalIdRow, logins);
    const administrators = persons.filter((_, number) => number % 3 === 0);
    const granted = administrators.map(({ id }) => ({ personId: id, grantedAt: NOW }));
    await manager.insert(AdministratorRow, granted);
  });
  afterAll(() => database.drop());

  /** As `findSession`, by one query of TypeORM for each table. */
  async function findByTable(idHash: string, now: Date): Promise<FoundSession | undefined> {
    const { manager } = database.dataSource;
    const row = await manager.findOneBy(SessionRow, { idHash });
    if (!row) return undefined;
    const { personId, data, seenAt, endsAt } = row;
    const idle = now.getTime() - seenAt.getTime();
    if (endsAt <= now || idle >= LIMITS.idle || idle < -AHEAD) return undefined;
    return { personId, data, seenAt, known: await findKnown(personId, now) };
  }

  async function findKnown(id: string, now: Date): Promise<FoundSession['known']> {
    const { manager } = database.dataSource;
    const person = await manager.findOneBy(PersonRow, { id });
    if (!person) return undefined;
    const { givenName, familyName, displayName, disabledAt } = person;
    const held = (await manager.findBy(AttachmentRow, { personId: id })).filter((row) => isInForce(row, now));
    const uai = In(held.map((row) => row.uai));
    const schools = await manager.find(SchoolRow, { where: { uai }, order: { foldedName: 'ASC', uai: 'ASC' } });
    const inSchools = schools.map((school) => ({
      school: { uai: school.uai, name: school.name, kind: school.kind, timeZone: school.timeZone },
      profiles: PROFILES.filter((each) => held.some((row) => row.uai === school.uai && row.profile === each)),
    }));
    return {
      person: { id, givenName, familyName, displayName, disabled: disabledAt !== null },
      schools: disabledAt === null ? inSchools : [],
      administersPlatform: await manager.existsBy(AdministratorRow, { personId: id }),
    };
  }

  test.each([-1, 0, 1])('it finds what a query for each table finds, %i ms after the instant', async (later) => {
    const now = at(later);
    const { unitOfWork } = database;
    const found = [];
    for (const { idHash } of [...sessions, { idHash: 'none' }]) {
      const session = await findSession(unitOfWork, idHash, { now, limits: LIMITS });
      expect(session).toEqual(await findByTable(idHash, now));
      found.push(session);
    }
    const known = found.flatMap((session) => session?.known ?? []);
    expect(found.filter((session) => session === undefined).length).toBeGreaterThan(10);
    expect(known.some(({ person }) => person.disabled)).toBe(true);
    expect(new Set(known.map(({ administersPlatform }) => administersPlatform)).size).toBe(2);
    expect(Math.max(...known.map(({ schools }) => schools.length))).toBeGreaterThan(1);
  });

  test('the session of a person who was erased is found, and has no person', async () => {
    const { unitOfWork } = database;
    const found = await findSession(unitOfWork, 'session-30', { now: NOW, limits: LIMITS });
    expect(found).toMatchObject({ personId: 'nobody', data: { provenAt: 30 }, known: undefined });
  });

  test('everybody is found by their id and by their login, with the same schools', async () => {
    const { unitOfWork } = database;
    for (const [number, { id }] of [...persons, { id: 'nobody' }].entries()) {
      const { person, schools } = (await findKnown(id, NOW)) ?? {};
      expect(await findPersonInSchools(unitOfWork, id, NOW)).toEqual(person && { person, schools });
      const lastSchool = lastSchools.find(({ personId }) => personId === id)?.uai;
      const login = { source: 'ldap', login: ` Login-${number} `, now: NOW };
      expect(await findByLogin(unitOfWork, login)).toEqual(person && { person, schools, lastSchool });
      expect(await findByLogin(unitOfWork, { ...login, source: 'onde' })).toBeUndefined();
    }
  });
});
