// SPDX-License-Identifier: EUPL-1.2
import type { Check } from './check.js';
import type { RunCommand } from './command.js';
import type { LocalClock, Log } from './log.js';
import type { AnyManifest, CommandOf, MessageKeyOf, SettingsOf } from './manifest.js';
import type { PersonalDataHandlers } from './personal-data.js';

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
