// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, InputError, type CommandCall, type SchoolRepository } from '@volee/core-adapter';
import type { BrickDatabase } from '@volee/core-adapter/directory';
import { LessThanOrEqual, Not } from 'typeorm';
import type { Category, Entry } from '../entry.js';
import type { MappedEntry } from '../mapping/map-entries.js';
import { EntryPartRow } from './entry-part.entity.js';
import { EntryBuffer } from './entry-buffer.js';
import { packEntries, unpackEntries } from './pack-entries.js';

/** The entries after an import, and the day of its export. */
export interface KnownState {
  /** The day of the export. */
  readonly day: string;
  entries(category: Category): AsyncGenerator<Entry, void, undefined>;
}

/** The import that a state belongs to. */
export interface StateOf {
  /** The day of the export. */
  readonly day: string;
  /** The number of its run, which is unique. */
  readonly run: number;
  /** The run that made the directory what it is: the same, or an earlier one when nothing changed. */
  readonly appliedRun: number;
}

/**
 * The last entries of one source, as far as they are needed, so that a Delta can change them. They count only while the directory
 * is as the import left it: `appliedRun` says so (ADR 0020).
 */
export class EntryState {
  constructor(
    private readonly db: BrickDatabase,
    private readonly schools: CommandCall['schools'],
    private readonly source: string,
  ) {}

  /**
   * @param appliedRun the last run of the source that was applied
   * @throws InputError when there is no state, or it is not of that run
   */
  async read(appliedRun: number): Promise<KnownState> {
    const { source } = this;
    const schools: string[] = [];
    let day: string | undefined;
    for (const uai of await this.#schools()) {
      const all = await this.#parts(uai).count({ where: { source } });
      if (all === 0) continue;
      if (all !== (await this.#parts(uai).count({ where: { source, appliedRun } }))) throw this.#outdated();
      day ??= (await this.#parts(uai).findOne({ where: { source } }))?.day;
      schools.push(uai);
    }
    if (day === undefined) {
      throw new InputError(`A Delta changes a Complet, and none of "${source}" was imported yet.`, {
        remedy: 'Import a Complet first.',
      });
    }
    return { day, entries: (category) => this.#entries(schools, { source, category, appliedRun }) };
  }

  /**
   * Replaces the entries that were kept before. Until everything is written, the parts are marked by the number of their run, negative.
   * @param mapped all entries; those of no school are not kept
   * @throws ConflictError when another import of the source does the same just now
   */
  async keep(mapped: AsyncIterable<MappedEntry>, { day, run, appliedRun }: StateOf): Promise<void> {
    const { source } = this;
    const schools = await this.#schools();
    // An import that broke off may have left some parts.
    for (const uai of schools) await this.#parts(uai).delete({ source, appliedRun: LessThanOrEqual(0) });
    const mine = { source, appliedRun: -run };
    const gathered = new EntryBuffer();
    let written = 0;
    for await (const { entry, home } of mapped) {
      if (home !== undefined) gathered.add(home, entry);
      if (gathered.isFull) written += await this.#write(gathered, { ...mine, day });
    }
    written += await this.#write(gathered, { ...mine, day });

    for (const uai of schools) written -= await this.#parts(uai).count({ where: mine });
    if (written !== 0) {
      for (const uai of schools) await this.#parts(uai).delete(mine);
      throw this.#overtaken();
    }
    for (const uai of schools) {
      await this.db.forSchool(uai).transaction(async () => {
        await this.#parts(uai).delete({ source, appliedRun: Not(-run) });
        await this.#parts(uai).update(mine, { appliedRun });
      });
    }
  }

  /** @returns how many parts were written */
  async #write(gathered: EntryBuffer, mark: { source: string; day: string; appliedRun: number }): Promise<number> {
    let written = 0;
    for (const { uai, category, entries } of gathered.take()) {
      for (const content of await packEntries(entries)) {
        await this.#parts(uai).insert([{ ...mark, category, content }]);
        written += 1;
      }
    }
    return written;
  }

  async *#entries(
    schools: readonly string[],
    where: { source: string; category: Category; appliedRun: number },
  ): AsyncGenerator<Entry, void, undefined> {
    for (const uai of schools) {
      for (const { content } of await this.#parts(uai).find({ where })) yield* await unpackEntries(content);
    }
  }

  async #schools(): Promise<string[]> {
    const found: string[] = [];
    for await (const { school } of this.schools()) found.push(school.uai);
    return found;
  }

  #parts(uai: string): SchoolRepository<EntryPartRow> {
    return this.db.forSchool(uai).repository(EntryPartRow);
  }

  #overtaken(): ConflictError {
    return new ConflictError(`Another import of "${this.source}" came in between, and what it left is kept.`, {
      remedy: 'If a Delta is refused, import a Complet first.',
    });
  }

  #outdated(): InputError {
    return new InputError(`What is kept of "${this.source}" is not what was applied last.`, {
      remedy: 'Import the last Complet again, then the Deltas since.',
    });
  }
}
