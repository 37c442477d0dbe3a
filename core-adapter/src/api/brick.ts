// SPDX-License-Identifier: EUPL-1.2
import type { AuthProvider } from './login/auth-provider.js';
import type { Check } from './check.js';
import type { RunCommand } from './command.js';
import type { BrickDatabase, SchoolDatabase } from './database.js';
import type { DirectorySource } from './directory/directory-source.js';
import type { BrickHandOver } from './hand-over/hand-over.js';
import type { Http } from './http.js';
import type { Format, Translate } from './i18n.js';
import type { Imports } from './directory/imports.js';
import type { BrickJobs } from './jobs.js';
import type { Clock, Log } from './log.js';
import type { CommandOf, Manifest, MessageKeyOf, PermissionOf, SettingsOf } from './manifest.js';
import type { PersonalDataHandlers } from './personal-data.js';
import type { PortalParts } from './portal.js';

/**
 * The argument of a brick's `activate`: the parts of its kind and no others. The compiler reads the kind from the
 * manifest, so write `satisfies Manifest` and not `: Manifest`.
 */
export type Brick<M extends Manifest = Manifest> = BrickOfKind<M>[M['kind']];

/** The argument of `activate`, by the kind in the manifest. */
export interface BrickOfKind<M extends Manifest> {
  readonly feature: FeatureBrick<M>;
  readonly 'auth-provider': AuthProviderBrick<M>;
  readonly 'directory-source': DirectorySourceBrick<M>;
}

/** The argument of `activate` for every kind of brick: its settings, and functions that register its parts. */
export interface BrickBase<M extends Manifest = Manifest> {
  readonly settings: SettingsOf<M>;
  readonly log: Log;
  readonly clock: Clock;
  /** Imports of files that users upload: planned, guarded and applied like a directory. */
  readonly imports: Imports;
  /** The brick's tables, one school at a time: for sources and commands, which have no request. */
  readonly db: BrickDatabase;
  /** Implements the commands of the manifest. Call `provide` once for each command. */
  readonly commands: { provide(name: CommandOf<M>, run: RunCommand<MessageKeyOf<M>>): void };
  /** Registers how personal data is exported and erased; required when the manifest declares personal data. */
  personalData(handlers: PersonalDataHandlers): void;
  /** Adds a check to `volee doctor`. */
  check(check: Check): void;
  /** Registers a function that runs when the host stops. The last one registered runs first. */
  onStop(dispose: () => void | Promise<void>): void;
}

/** A brick of kind `feature`: pages for schools. */
export interface FeatureBrick<M extends Manifest = Manifest> extends BrickBase<M> {
  readonly http: Http<PermissionOf<M>, MessageKeyOf<M>>;
  /** Registers work that is done after a request, or at certain times. Call `provide` once for each job. */
  readonly jobs: BrickJobs;
  /** Registers how copies from other schools are received: see `request.handOver`. Call `receive` at most once. */
  readonly handOver: BrickHandOver;
  /**
   * Registers what the brick tells on pages of the host: tasks on the portal, and a number beside its name.
   * @example
   * `portal({ badge: ({ db, user }) => db.repository(Message).count({ where: { ownerId: user.id, readAt: IsNull() } }) });`
   */
  portal(parts: PortalParts<PermissionOf<M>, MessageKeyOf<M>>): void;
  /**
   * Registers a function that describes the data that becomes unreachable while the brick is off in a school, such as «
   * 34 fichiers, 120 Mo ». A head reads it before switching the brick off. It returns short sentences, or an empty
   * array when there is no data.
   */
  describeStoredData(tell: (school: StoredDataContext<MessageKeyOf<M>>) => Promise<readonly string[]>): void;
}

/** The brick of kind `auth-provider`: the login. */
export interface AuthProviderBrick<M extends Manifest = Manifest> extends BrickBase<M> {
  readonly auth: {
    /** The absolute address to which the SSO redirects after a login; constant, derived from `server.publicUrl`. */
    readonly callbackUrl: string;
    /** The absolute address to which the SSO sends proxy grants (see `Proxying`). It contains a secret: give it to the SSO only. */
    readonly grantUrl: string;
    provide(provider: AuthProvider): void;
  };
}

/** A brick of kind `directory-source`: persons, groups and schools. */
export interface DirectorySourceBrick<M extends Manifest = Manifest> extends BrickBase<M> {
  /** Call `provide` once for each source. */
  readonly sources: { provide(source: DirectorySource): void };
}

/** The brick's tables in one school, with the texts and formats in the language of the reader. */
export interface StoredDataContext<K extends string> {
  readonly db: SchoolDatabase;
  readonly t: Translate<K>;
  readonly format: Format;
}

/** A brick as its package exports it: its manifest, and the function that activates it. */
export interface BrickDefinition<M extends Manifest = Manifest> {
  readonly manifest: M;
  // A method, because method parameters are bivariant: a brick of any manifest is assignable to BrickDefinition.
  activate(brick: Brick<M>): void | Promise<void>;
}

/**
 * Defines a brick; a brick package exports the result as its default. `activate` registers everything through its
 * argument and must return within 10 seconds.
 * @example
 * `export default defineBrick(manifest, ({ http }) => void http.get('/', { access: 'read' }, ({ t, page }) => page(t('title'), null)));`
 */
export function defineBrick<const M extends Manifest>(
  manifest: M,
  activate: (brick: Brick<M>) => void | Promise<void>,
): BrickDefinition<M> {
  return { manifest, activate };
}
