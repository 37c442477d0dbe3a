// SPDX-License-Identifier: EUPL-1.2
import type { Check } from './check.js';
import type { RunCommand } from './command.js';
import type { LocalClock, Log } from './log.js';
import type { AnyManifest, CommandOf, MessageKeyOf, SettingsOf } from './manifest.js';
import type { MoveGroup, PersonalDataHandlers } from './personal-data.js';

/**
 * The argument of `activate` for every kind of brick: its settings, and functions that register its parts.
 * @stable
 */
export interface BrickBase<M extends AnyManifest = AnyManifest> {
  readonly settings: SettingsOf<M>;
  readonly log: Log;
  readonly clock: LocalClock;
  /** Implements the commands of the manifest. Call `provide` once for each command. */
  readonly commands: { provide(name: CommandOf<M>, run: RunCommand<MessageKeyOf<M>>): void };
  /**
   * Registers how personal data is exported, moved and erased. All handlers are required when the manifest declares personal data
   * without `tables`. With `tables`, only the handlers that a column or an undeclared entity asks for are required.
   */
  personalData(handlers: Partial<PersonalDataHandlers>): void;
  /**
   * Registers how the rows of one group are given to another, when two sources name the same class and the school has it as one. Afterwards
   * no row of the school holds the id `from`, and what belonged to `from` belongs to `to`. Where two rows of a unique key meet, the brick
   * says which one stays. From columns that `personalData.tables` declares `group`, the host moves rows by itself, after this handler.
   *
   * It is required for an id of a group that is declared nowhere: for a column of 36 letters with a name such as `groupId`, `classId` or
   * `toGroup`, for one in a unique key, and for ids in JSON and texts.
   *
   * It runs in the transaction of the decision, for at most 10 seconds, and has no storage: content keeps its key. A handler that throws
   * refuses the decision, and nothing is written. The host calls it again for rows that came with `from` after the decision; where no row
   * has that id, it changes nothing. When the classes are parted again, rows stay where they are.
   * @example
   * `brick.moveGroup(async ({ db, from, to }) => { await db.repository(Notice).update({ groupId: from }, { groupId: to }); })`
   */
  moveGroup(handler: MoveGroup): void;
  /** Adds a check to `volee doctor`. */
  check(check: Check): void;
  /** Registers a function that runs when the host stops. The last one registered runs first. @unstable */
  onStop(dispose: () => void | Promise<void>): void;
}

/**
 * A brick as its package exports it: its manifest, and the function that activates it. `B` is the argument of that function.
 * @stable
 */
export interface BrickDefinition<M extends AnyManifest = AnyManifest, B extends BrickBase<M> = BrickBase<M>> {
  readonly manifest: M;
  // A method, because method parameters are bivariant: a brick of any kind and manifest is assignable to BrickDefinition.
  activate(brick: B): void | Promise<void>;
}
