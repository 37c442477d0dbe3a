// SPDX-License-Identifier: EUPL-1.2
import { In, LessThanOrEqual, type EntityManager } from 'typeorm';
import type { HostContext } from '../host-context.js';
import { PersonRow } from '../directory/person.entity.js';
import { asError } from '../as-error.js';
import { sentenceOf } from '../sentence-of.js';
import { within } from '../within.js';
import { countLeavers, findDue, schoolsEver, stillDue, type Delay } from './find-leavers.js';
import { forgetPersons, forgetReadings } from './forget-persons.js';
import { heldIn, keepingBricks, silentBricks } from './held-data.js';
import { leftoverBricks } from './leftover-bricks.js';
import { sourceKeysOf } from './source-keys.js';

export interface ErasureReport {
  /** Ids of those who are erased, or would be. */
  readonly persons: readonly string[];
  /** Who stays, since a brick could not erase him; asked again the next time. */
  readonly kept: readonly KeptPerson[];
  /** Bricks with tables that the settings do not name: what they hold of these persons stays. */
  readonly leftovers: readonly string[];
}

export interface KeptPerson {
  readonly person: string;
  readonly brick: string;
  /** Where; null when it could not be asked at all. */
  readonly uai: string | null;
  readonly reason: string;
}

type Context = Pick<
  HostContext,
  'settings' | 'clock' | 'log' | 'database' | 'auditTrail' | 'bricks' | 'storage' | 'limits'
>;

/** Persons at a time: so many ids are in one line of the trail. */
const BATCH = 100;

/** Who has left, and is erased when his delay is over (arrêté of 30-11-2006, art. 6). */
export class LeaverService {
  readonly #context: Context;
  #erased = 0;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Persons erased by this process. */
  get erased(): number {
    return this.#erased;
  }

  /** How many have left, and of them, how many are to be erased now. */
  count(): Promise<{ left: number; due: number }> {
    return this.#run((manager) => countLeavers(manager, this.#delay()));
  }

  /** What `erase` would begin with. */
  async plan(): Promise<ErasureReport> {
    const persons: string[] = [];
    for await (const batch of this.#batches()) persons.push(...batch);
    const kept = silentBricks(this.#context).flatMap(({ id, cause }) =>
      persons.map((person) => ({ person, brick: id, uai: null, reason: cause })),
    );
    return { persons: kept.length > 0 ? [] : persons, kept, leftovers: await this.#leftovers() };
  }

  /**
   * Has every brick erase what it keeps of those whose delay is over, then forgets them, and the plans of syncs that are as old. A
   * brick that fails keeps a person from being forgotten, and neither the other bricks nor the other persons.
   * @param actor a person's id, `cli` or `clock`
   */
  async erase(actor: string, signal?: AbortSignal): Promise<ErasureReport> {
    const persons: string[] = [];
    const kept: KeptPerson[] = [];
    const { left } = this.#delay();
    for await (const batch of this.#batches()) {
      const ready: string[] = [];
      for (const person of batch) {
        signal?.throwIfAborted();
        // A batch takes its time, and a sync may bring somebody back meanwhile.
        const due = await this.#run((manager) => stillDue(manager, this.#delay(), [person]));
        if (due.length === 0) continue;
        const failures = await this.#eraseInBricks(person);
        kept.push(...failures);
        if (failures.length === 0) ready.push(person);
      }
      persons.push(...(await this.#forget(ready, actor)));
    }
    await this.#run((manager) => forgetReadings(manager, left));
    return { persons, kept, leftovers: await this.#leftovers() };
  }

  async #eraseInBricks(person: string): Promise<KeptPerson[]> {
    const { limits, log } = this.#context;
    const failures: KeptPerson[] = silentBricks(this.#context).map(({ id, cause }) => {
      return { person, brick: id, uai: null, reason: cause };
    });
    const schools = await this.#run((manager) => schoolsEver(manager, person));
    const sourceKeys = await this.#run((manager) => sourceKeysOf(manager, person));
    for (const brick of keepingBricks(this.#context)) {
      for (const uai of schools) {
        try {
          const held = { ...heldIn(this.#context, brick, uai), personId: person, sourceKeys };
          await within(limits.personalData, async () => brick.personalData.erasePerson(held));
        } catch (error) {
          log.error({ brick: brick.id, uai, person, err: asError(error) }, 'a person could not be erased in a brick');
          failures.push({ person, brick: brick.id, uai, reason: sentenceOf(error) });
        }
      }
    }
    return failures;
  }

  /** In one transaction: who came back meanwhile stays whole. */
  async #forget(ids: readonly string[], actor: string): Promise<string[]> {
    if (ids.length === 0) return [];
    const { auditTrail, database } = this.#context;
    const delay = this.#delay();
    const persons = await database.unitOfWork.transaction(async (manager) => {
      // Held first, by an update that changes nothing: on MariaDB a sync that revives one of them waits, or came before.
      const { left } = delay;
      const held = { id: In([...ids]), disabledAt: LessThanOrEqual(left) };
      await manager.update(PersonRow, held, { createdAt: () => 'createdAt' });
      const due = await stillDue(manager, delay, ids);
      if (due.length === 0) return due;
      const subject = { persons: due };
      await auditTrail.record({ actor, uai: null, action: 'core.person.erase', subject }, () =>
        forgetPersons(manager, due),
      );
      return due;
    });
    this.#erased += persons.length;
    return persons;
  }

  async *#batches(): AsyncGenerator<string[]> {
    const delay = this.#delay();
    for (let after = ''; ;) {
      const batch = await this.#run((manager) => findDue(manager, delay, { after, most: BATCH }));
      const last = batch.at(-1);
      if (last === undefined) return;
      yield batch;
      after = last;
    }
  }

  #delay(): Delay {
    const now = this.#context.clock.now();
    return { now, left: new Date(now.getTime() - this.#context.settings.people.eraseAfter) };
  }

  #leftovers(): Promise<string[]> {
    const { database, bricks } = this.#context;
    return leftoverBricks(
      database,
      bricks.map(({ id }) => id),
    );
  }

  #run<R>(work: (manager: EntityManager) => Promise<R>): Promise<R> {
    return this.#context.database.unitOfWork.run(work);
  }
}
