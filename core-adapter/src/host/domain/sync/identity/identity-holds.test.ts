// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import type { PersonRecord } from '../../../../api/directory/directory-source.js';
import { isQuickRun } from '../../../../testing/full-run.js';
import { sqlite } from '../../../../testing/test-databases.js';
import { AdministratorRow } from '../../administrators/administrator.entity.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { PersonRow } from '../../directory/person.entity.js';
import { anyState, editedState, personsOf, recordsOf, type DirectoryState } from '../testing/directory-states.js';
import { SeveralSources } from '../testing/several-sources.js';

/** All that a directory said of one person of the installation. */
class Remembered {
  readonly #values = new Map<string, Set<string>>();
  #first = { givenName: '', familyName: '' };
  #last = this.#first;

  /** The values of a witness so far, which must be one. */
  say(witness: string, value: string): number {
    const values = (this.#values.get(witness) ?? new Set<string>()).add(value);
    this.#values.set(witness, values);
    return values.size;
  }

  /** A day of birth that was corrected is known, but does not speak for other names. */
  knows({ ine = '', birthDate = '' }: PersonRecord): boolean {
    const days = this.#values.get('birthDate');
    if (days !== undefined && days.size > 1) return false;
    return [this.#values.get('ine')?.has(ine), days?.has(birthDate)].includes(true);
  }

  /** Whether the names are the only ones so far, beside an id or a number. */
  mayCorrectDay({ givenName, familyName, profile, stableId, ine }: PersonRecord): boolean {
    const isFirst = givenName === this.#first.givenName && familyName === this.#first.familyName;
    return isFirst && profile === 'pupil' && (stableId ?? ine) !== undefined;
  }

  /** Whether both names are other ones than the first, and changed since they were said last. */
  areOtherNames({ givenName, familyName }: PersonRecord): boolean {
    const now = { givenName: givenName || this.#last.givenName, familyName: familyName || this.#last.familyName };
    const isChanged = now.givenName !== this.#last.givenName || now.familyName !== this.#last.familyName;
    const first = {
      givenName: this.#first.givenName || now.givenName,
      familyName: this.#first.familyName || now.familyName,
    };
    [this.#first, this.#last] = [first, now];
    return isChanged && first.givenName !== now.givenName && first.familyName !== now.familyName;
  }
}

describe('H2 in any sequence of states of a directory', () => {
  let fixture: SeveralSources;
  let run = 0;

  beforeAll(async () => {
    fixture = await SeveralSources.open(sqlite);
  });
  afterAll(() => fixture.database.drop());

  const inSequences = (
    state: fc.Arbitrary<DirectoryState>,
    check: (source: string, states: readonly DirectoryState[]) => Promise<void>,
  ): Promise<void> =>
    fc.assert(
      fc.asyncProperty(fc.array(state, { minLength: 2, maxLength: 5 }), (states) => {
        run += 1;
        return check(`ldap-${run}`, states);
      }),
      { numRuns: isQuickRun() ? 15 : 60 },
    );

  const isAdministrator = (personId: string): Promise<boolean> =>
    fixture.database.dataSource.manager.existsBy(AdministratorRow, { personId });
  const makeAdministrator = async (personId: string): Promise<void> => {
    await fixture.database.dataSource.manager.save(AdministratorRow, { personId, grantedAt: fixture.clock.now() });
  };

  test('no person, and nothing that was granted, passes to another with another id, number, day of birth or names', async () => {
    const { manager } = fixture.database.dataSource;
    await inSequences(anyState, async (source, states) => {
      const said = new Map<string, Remembered>();
      for (const state of states) {
        const before = await manager.findBy(ExternalIdRow, { source });
        await fixture.sync(source, recordsOf(state, run));
        for (const { record } of personsOf(state, run)) {
          const personId = await fixture.idOf(source, record.key);
          const remembered = said.get(personId) ?? new Remembered();
          said.set(personId, remembered);
          const isKnown = before.some((row) => row.personId === personId && row.leftAt === null);
          expect(remembered.areOtherNames(record) && !remembered.knows(record)).toBe(false);
          for (const witness of ['stableId', 'ine', 'birthDate'] as const) {
            const value = record[witness];
            const isCorrected = witness === 'birthDate' && remembered.mayCorrectDay(record);
            if (value !== undefined) expect(remembered.say(witness, value)).toBeLessThanOrEqual(isCorrected ? 3 : 1);
          }
          if (!isKnown) expect(await isAdministrator(personId)).toBe(false);
          await makeAdministrator(personId);
        }
        // People without a key in force have left, with all that was granted to them.
        for (const { personId, leftAt } of await manager.findBy(ExternalIdRow, { source })) {
          if (leftAt === null) continue;
          expect(await isAdministrator(personId)).toBe(false);
          expect((await manager.findOneByOrFail(PersonRow, { id: personId })).disabledAt).not.toBeNull();
        }
      }
    });
  });

  test('adults are followed by their stable id to any key, and an entry edited in place is another person', async () => {
    await inSequences(editedState, async (source, states) => {
      /** By person of the directory: their id here, and their name, since they last came. */
      const last = new Map<number, { readonly id: string; readonly name: string; readonly at: number }>();
      const everybody = new Map<string, string>();
      for (const [at, state] of states.entries()) {
        await fixture.sync(source, recordsOf(state, run));
        for (const { of, record } of personsOf(state, run)) {
          const id = await fixture.idOf(source, record.key);
          const name = record.givenName;
          const before = last.get(of);
          const wasThere = before?.at === at - 1;
          if (before?.name === name && (wasThere || !isEdited(states.slice(0, at), of))) expect(id).toBe(before.id);
          if (before && before.name !== name) expect(await isAdministrator(id)).toBe(false);
          expect(everybody.get(id) ?? `${of} ${name}`).toBe(`${of} ${name}`);
          everybody.set(id, `${of} ${name}`);
          await makeAdministrator(id);
          last.set(of, { id, name, at });
        }
        expect((await fixture.sync(source, recordsOf(state, run))).state).toBe('unchanged');
      }
    });
  });
});

/** Whether the entry of a person was edited: two people here have its stable id, which then identifies neither of the leavers. */
function isEdited(states: readonly DirectoryState[], of: number): boolean {
  return new Set(states.flatMap((state) => state[of]?.said?.givenName ?? [])).size > 1;
}
