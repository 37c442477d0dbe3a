// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import type { DirectoryRecord, PersonRecord } from '../../../../api/directory-source.js';
import { sqlite } from '../../../../testing/test-databases.js';
import { AdministratorRow } from '../../administrators/administrator.entity.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { PersonRow } from '../../directory/person.entity.js';
import { person, school, TILLEULS, VAL } from '../testing/records-for-tests.js';
import { SeveralSources } from '../testing/several-sources.js';

/** An entry that is always present: a source without persons makes no plan. */
const always = [
  school(TILLEULS, 'École des Tilleuls'),
  school(VAL, 'Collège du Val'),
  person('anchor', 'teacher', VAL),
];
const KEYS = ['a', 'b', 'c'];

/** The entry of a key at one moment; each value may be missing. */
interface Entry {
  readonly stableId: number | undefined;
  readonly ine: number | undefined;
  readonly birthDate: number | undefined;
  readonly givenName: string;
  readonly familyName: string;
  readonly isPupil: boolean;
}

const few = fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 2 });
const anEntry: fc.Arbitrary<Entry> = fc.record({
  stableId: few,
  ine: few,
  birthDate: few,
  givenName: fc.constantFrom('', 'Léa', 'Zoé'),
  familyName: fc.constantFrom('', 'Petit', 'Grand'),
  isPupil: fc.boolean(),
});
/** Keys without an entry are not in the directory. */
const aState = fc.array(fc.option(anEntry, { nil: undefined }), { minLength: KEYS.length, maxLength: KEYS.length });

describe('H2 in any sequence of states of a directory', () => {
  let fixture: SeveralSources;
  let run = 0;

  beforeAll(async () => {
    fixture = await SeveralSources.open(sqlite);
  });
  afterAll(() => fixture.database.drop());

  /** National numbers and days differ from one run to the next, so that nobody is joined with another run's persons. */
  function recordsOf(state: readonly (Entry | undefined)[], of: number): DirectoryRecord[] {
    const persons = state.flatMap((entry, at): PersonRecord[] => {
      if (!entry) return [];
      const { stableId, ine, birthDate, givenName, familyName, isPupil } = entry;
      const changes: Partial<PersonRecord> = {
        ...{ givenName, familyName, displayName: 'somebody' },
        // An id is one entry's: two keys never share it.
        ...(stableId !== undefined && { stableId: `id-${at}-${stableId}` }),
        ...(ine !== undefined && { ine: `${String(of).padStart(8, '0')}${at}A${ine}` }),
        ...(birthDate !== undefined && { birthDate: `${1000 + of}-0${at + 1}-0${birthDate}` }),
      };
      return [person(KEYS[at] ?? '', isPupil ? 'pupil' : 'teacher', at === 2 ? VAL : TILLEULS, changes)];
    });
    return [...always, ...persons];
  }

  test('no person, and nothing that was granted, passes to another with another id, number or day of birth', async () => {
    const { manager } = fixture.database.dataSource;
    await fc.assert(
      fc.asyncProperty(fc.array(aState, { minLength: 2, maxLength: 5 }), async (states) => {
        run += 1;
        const source = `ldap-${run}`;
        const said = new Map<string, Map<string, Set<string>>>();
        for (const state of states) {
          const records = recordsOf(state, run);
          const before = await manager.findBy(ExternalIdRow, { source });
          await fixture.sync(source, records);
          for (const record of records) {
            if (record.type !== 'person') continue;
            const personId = await fixture.idOf(source, record.key);
            const witnesses = said.get(personId) ?? new Map<string, Set<string>>();
            said.set(personId, witnesses);
            for (const witness of ['stableId', 'ine', 'birthDate'] as const) {
              const value = record[witness];
              if (value === undefined) continue;
              const values = (witnesses.get(witness) ?? new Set<string>()).add(value);
              witnesses.set(witness, values);
              expect([...values]).toHaveLength(1);
            }
            const isKnown = before.some((row) => row.personId === personId && row.leftAt === null);
            if (!isKnown) expect(await manager.countBy(AdministratorRow, { personId })).toBe(0);
            await manager.save(AdministratorRow, { personId, grantedAt: fixture.clock.now() });
          }
          // Persons without a key in force have left, with all that was granted to them.
          for (const { personId, leftAt } of await manager.findBy(ExternalIdRow, { source })) {
            if (leftAt === null) continue;
            expect(await manager.countBy(AdministratorRow, { personId })).toBe(0);
            expect((await manager.findOneByOrFail(PersonRow, { id: personId })).disabledAt).not.toBeNull();
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
