// SPDX-License-Identifier: EUPL-1.2
import { hash } from 'node:crypto';
import fc from 'fast-check';
import { In } from 'typeorm';
import type { DirectoryRecord, DirectorySource } from '../../../api/directory/directory-source.js';
import { inFullRun } from '../../../testing/full-run.js';
import { testDatabases, type TestDatabase } from '../../../testing/test-databases.js';
import { AttachmentRow } from '../directory/attachment.entity.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { GroupRow } from '../directory/group.entity.js';
import { KinshipRow } from '../directory/kinship.entity.js';
import { MembershipRow } from '../directory/membership.entity.js';
import { PersonRow } from '../directory/person.entity.js';
import { SchoolRow } from '../directory/school.entity.js';
import { forgetSchoolRead } from './forget-school-read.js';
import {
  member,
  person,
  sampleRecords,
  SIGNAL,
  SOURCE,
  stream,
  TILLEULS,
  VAL,
  without,
} from './testing/records-for-tests.js';
import { SeveralSources } from './testing/several-sources.js';

const DAY = 24 * 3_600_000;
const PUPIL = { ine: '123456789AB', birthDate: '2015-03-02' };

const base = (): DirectoryRecord[] => sampleRecords().map((one) => withFields(one, 'one.petit', PUPIL));

/** The records of a directory: as it was, with changes, and without a whole school. */
const SAID: readonly (() => DirectoryRecord[])[] = [
  base,
  () => base().map((one) => withFields(one, 'sam.bureau', { givenName: 'Samuel' })),
  () => without(base(), 'sam.bureau'),
  () => without(base(), VAL),
  () => [...base(), person('eva.neuf', 'pupil', VAL), member('eva.neuf', '6e B', VAL)],
  () => [...base(), person('one.petit', 'pupil', VAL, { givenName: 'Autre', stableId: 'another' })],
];

/** One thing that happens to a host, by its number. */
type Event = (world: World, number: number) => Promise<unknown>;

const EVENTS: readonly Event[] = [
  (world, number) => Promise.resolve((world.said = SAID[number % SAID.length] ?? base)),
  ({ fixture }, number) => Promise.resolve(fixture.clock.advance((number % 2 === 0 ? 1 : 400) * DAY)),
  ({ manager }, number) => erase(manager, number % 2 === 0 ? 'sam.bureau' : 'one.grand'),
  ({ manager }) => manager.update(ExternalIdRow, { key: 'nina.prof' }, { digest: null }),
  async ({ manager }) => {
    await forgetSchoolRead(manager, VAL);
    await manager.delete(SchoolRow, { uai: VAL });
  },
  ({ fixture }, number) =>
    fixture.sync('onde', [
      ...sampleRecords().slice(0, 2),
      person(`p${number % 3}`, 'pupil', TILLEULS, { ...PUPIL, givenName: 'One', familyName: 'Petit' }),
    ]),
  async ({ fixture }) => {
    for (const { id } of (await fixture.asked()).filter(({ state }) => state === 'open')) {
      await fixture.homonyms.decide(id, 'same', { actor: 'cli', reason: 'known' }).catch(() => undefined);
    }
  },
];

interface World {
  readonly fixture: SeveralSources;
  readonly manager: SeveralSources['database']['dataSource']['manager'];
  readonly source: DirectorySource;
  said: () => DirectoryRecord[];
}

async function openWorld(kind: TestDatabase, hasDigest: boolean): Promise<World> {
  const fixture = await SeveralSources.open(kind);
  const world: World = {
    fixture,
    manager: fixture.database.dataSource.manager,
    said: base,
    source: { name: SOURCE, read },
  };
  const digest = (): Promise<string> => Promise.resolve(digestOf(world.said()));
  async function* read(...[, , save]: Parameters<DirectorySource['read']>): AsyncGenerator<DirectoryRecord> {
    const said = world.said();
    yield* stream(said);
    save?.(digestOf(said));
  }
  return hasDigest ? Object.assign(world, { source: { name: SOURCE, read, digest } }) : world;
}

/** Syncs, whatever the guard says of a school that is gone. */
async function sync({ fixture, source }: World, isApproved: boolean): Promise<string> {
  const { id, state, counts } = await fixture.syncs.plan(source, SIGNAL);
  const isWritten = state === 'planned' || (state === 'refused' && isApproved);
  const approve = { by: 'cli', reason: 'known' };
  const end = isWritten ? await fixture.syncs.apply(id, { approve }).then((run) => run.state, String) : state;
  return JSON.stringify([state, end, counts]);
}

/** All that the syncs wrote, with keys in place of ids. */
async function contentsOf({ manager }: World): Promise<unknown> {
  const identities = await manager.find(ExternalIdRow, { order: { source: 'ASC', key: 'ASC' } });
  const keyOf = new Map(identities.map(({ personId, source, key }) => [personId, `${source} ${nameOf(key)}`]));
  const groups = await manager.find(GroupRow);
  const groupOf = new Map(groups.map(({ id, uai, schoolYear, key }) => [id, `${uai} ${schoolYear} ${nameOf(key)}`]));
  const known = { personId: In([...keyOf.keys()]) };
  const attachments = await manager.findBy(AttachmentRow, known);
  const memberships = await manager.findBy(MembershipRow, known);
  const kinships = await manager.find(KinshipRow);
  return [
    identities.map(({ id: _id, personId, key, ...row }) => [keyOf.get(personId), nameOf(key), row]),
    groups.map(({ id, name, kind, endedAt }) => [groupOf.get(id), name, kind, endedAt]),
    attachments.map(({ personId, uai, profile, source, from, until }) => [
      keyOf.get(personId),
      uai,
      profile,
      source,
      from,
      until,
    ]),
    memberships.map(({ personId, groupId, role }) => [keyOf.get(personId), groupOf.get(groupId), role]),
    kinships.map(({ guardianId, childId, source }) => [keyOf.get(guardianId), keyOf.get(childId), source]),
  ].map((rows) => rows.map((row) => JSON.stringify(row)).sort());
}

/** A retired key ends with an id. */
function nameOf(key: string): string {
  return key.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id');
}

async function erase(manager: World['manager'], key: string): Promise<void> {
  const known = await manager.findOneBy(ExternalIdRow, { source: SOURCE, key });
  if (known) await manager.delete(PersonRow, { id: known.personId });
}

const digestOf = (said: readonly DirectoryRecord[]): string => hash('sha256', JSON.stringify(said), 'base64url');

function withFields(record: DirectoryRecord, key: string, fields: object): DirectoryRecord {
  return record.type === 'person' && record.key === key ? { ...record, ...fields } : record;
}

describe.each(testDatabases())('L14 a source with a digest, on $name', (kind) => {
  inFullRun()('comes to the same as one without, whatever happens between its syncs', async () => {
    const happening = fc.record({
      event: fc.nat(EVENTS.length),
      number: fc.nat(11),
      syncs: fc.nat(3),
      isApproved: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 2, maxLength: 6 }), async (story) => {
        const worlds = [await openWorld(kind, true), await openWorld(kind, false)] as const;
        try {
          for (const { event, number, syncs, isApproved } of story) {
            for (const world of worlds) await EVENTS[event]?.(world, number);
            for (let turn = 0; turn < syncs; turn += 1) {
              const [withDigest, plain] = [await sync(worlds[0], isApproved), await sync(worlds[1], isApproved)];
              expect(withDigest).toBe(plain);
            }
            expect(await contentsOf(worlds[0])).toEqual(await contentsOf(worlds[1]));
          }
        } finally {
          for (const { fixture } of worlds) await fixture.database.drop();
        }
      }),
      { numRuns: 10 },
    );
  });
});
