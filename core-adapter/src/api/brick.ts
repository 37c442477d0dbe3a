// SPDX-License-Identifier: EUPL-1.2
import type { AuthProvider } from './auth-provider.js';
import type { Check } from './check.js';
import type { RunCommand } from './command.js';
import type { BrickDatabase, SchoolDatabase } from './database.js';
import type { DirectorySource } from './directory-source.js';
import type { Http } from './http.js';
import type { Format, Translate } from './i18n.js';
import type { Imports } from './imports.js';
import type { Clock, Log } from './log.js';
import type { CommandOf, Manifest, MessageKeyOf, PermissionOf, SettingsOf } from './manifest.js';
import type { PersonalDataHandlers } from './personal-data.js';

/** What the host hands to a brick when it activates it. */
export interface Brick<M extends Manifest = Manifest> {
  readonly settings: SettingsOf<M>;
  readonly log: Log;
  readonly clock: Clock;
  readonly http: Http<PermissionOf<M>, MessageKeyOf<M>>;
  /** For the one brick of kind `auth-provider`. */
  readonly auth: {
    /** The address that the SSO sends people back to; constant, from `server.publicUrl`. */
    readonly callbackUrl: string;
    /** Where the SSO hands over the right to speak for a person elsewhere (see `Proxying`). It holds a secret: for the SSO alone. */
    readonly grantUrl: string;
    provide(provider: AuthProvider): void;
  };
  /** For bricks of kind `directory-source`: each source once. */
  readonly sources: { provide(source: DirectorySource): void };
  /** Files that people hand over, planned, guarded and applied as a directory. */
  readonly imports: Imports;
  /** For bricks of kind `directory-source`, which have no requests: their tables, school by school. */
  readonly db: BrickDatabase;
  /** What the commands of the manifest do: each once. */
  readonly commands: { provide(name: CommandOf<M>, run: RunCommand<MessageKeyOf<M>>): void };
  /**
   * Says what of a school's waits, out of reach, while the brick is off there: « 34 fichiers, 120 Mo ». Its head reads it
   * before switching off. One short sentence each; none when nothing waits.
   */
  describeStoredData(tell: (school: SchoolHoldings<MessageKeyOf<M>>) => Promise<readonly string[]>): void;
  /** Gives out and forgets what the brick keeps about persons; needed when its manifest says that it does. */
  personalData(handlers: PersonalDataHandlers): void;
  /** Adds something to what `volee doctor` looks at. */
  check(check: Check): void;
  /** Runs when the host stops; the last registered first. */
  onStop(dispose: () => void | Promise<void>): void;
}

/** What a brick holds in one school, and how the person who asks reads it. */
export interface SchoolHoldings<K extends string> {
  readonly db: SchoolDatabase;
  readonly t: Translate<K>;
  readonly format: Format;
}

/** A brick as its package exports it: what it is, and what wakes it. */
export interface BrickDefinition<M extends Manifest = Manifest> {
  readonly manifest: M;
  // A method, not a property: so a brick of any manifest is a brick.
  activate(brick: Brick<M>): void | Promise<void>;
}

/**
 * Defines a brick. `activate` registers everything through its argument and returns; it has 10 seconds.
 * A brick package exports the result as its default.
 */
export function defineBrick<const M extends Manifest>(
  manifest: M,
  activate: (brick: Brick<M>) => void | Promise<void>,
): BrickDefinition<M> {
  return { manifest, activate };
}
