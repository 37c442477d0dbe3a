// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface } from 'typeorm';
import type { z, ZodType } from 'zod';
import type { Permission } from './access.js';
import type { CommandManifest } from './command.js';
import type { EntityClass } from './database.js';
import type { Locales } from './i18n.js';
import type { NamedQuery } from './named-query.js';
import type { Profile } from './people.js';
import type { PersonalData } from './personal-data.js';
import type { StoredKey } from './storage.js';

/**
 * The kind of a brick: `feature` has pages for schools, `auth-provider` the login, `directory-source` a directory.
 * @stable
 */
export type BrickKind = 'feature' | 'auth-provider' | 'directory-source';

/** The colours of bricks; see `.brick-<colour>` in the theme. @stable */
export type BrickColour = 'files' | 'messages' | 'livret' | 'agenda' | 'plum' | 'slate';

/**
 * One topic of the help page: the keys of its title and lines. Pupils see the lines as numbered steps, other users as paragraphs.
 * @stable
 */
export interface HelpTopic {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The part of a manifest that bricks of every kind have. @stable */
export interface AnyManifest {
  /**
   * Kebab-case. It determines the address `/s/<UAI>/<id>`, the table prefix `<id>_` (dashes become underscores) and the
   * name in the log.
   */
  readonly id: string;
  readonly version: string;
  /** The semver range of contract versions that the brick supports, such as `^0.2.0`; checked at boot. */
  readonly adapter: string;
  readonly kind: BrickKind;
  /**
   * The texts; `title` and `summary` are required. A `shortTitle` of 1 to 16 characters stands in place of a longer title in the
   * rail of bricks.
   */
  readonly locales: Locales;
  /** A strict zod schema of the brick's part of `volee.yaml`. Every key needs a description. */
  readonly settings: ZodType;
  /** Commands of `volee`, by name of one or two words such as `onde import`; available when the settings name the brick. */
  readonly commands?: Readonly<Record<string, CommandManifest>>;
  /** TypeORM entities. Each table name begins with the brick's prefix, and each table has a column `school`. */
  readonly entities?: readonly EntityClass[];
  readonly migrations?: readonly (new () => MigrationInterface)[];
  /** Queries for what repositories cannot say, such as joins, by name. The host checks the SQL at boot: see {@link NamedQuery}. */
  readonly queries?: Readonly<Record<string, NamedQuery>>;
  /** The columns that name stored content; required when the brick stores files: see {@link StoredKey}. */
  readonly storedKeys?: readonly StoredKey[];
  /** The personal data that the entities keep; required when the brick has entities: see {@link PersonalData}. */
  readonly personalData?: PersonalData;
}

/** The static description of a brick with pages for schools. Importing it has no side effect. @stable */
export interface Manifest extends AnyManifest {
  readonly kind: 'feature';
  /** The name of a bootstrap-icons icon. */
  readonly icon?: string;
  readonly colour?: BrickColour;
  readonly permissions?: Readonly<Record<string, Permission>>;
  /** The brick's topics on the page « Aide », for each profile. Users see them in schools where the brick is on for them. */
  readonly help?: Readonly<Partial<Record<Profile, readonly HelpTopic[]>>>;
  /** The folder that is served under `/assets/<id>/`. */
  readonly assets?: URL;
  /**
   * The style sheets of the brick's pages: names of files in `assets`. The pages of this brick load them after that of the host,
   * joined in this order to one file; no other page does. `url()` is relative to `assets`. Begin the names of classes with the id of the brick.
   * @example
   * `assets: new URL('../assets/', import.meta.url), styles: ['agenda.css'],`
   */
  readonly styles?: readonly string[];
}

/** The names of the permissions of a manifest. @stable */
export type PermissionOf<M extends Manifest> = keyof NonNullable<M['permissions']> & string;
/** The commands of a manifest. @stable */
export type CommandOf<M extends AnyManifest> = keyof NonNullable<M['commands']> & string;
/** The keys of the texts of a manifest. @stable */
export type MessageKeyOf<M extends AnyManifest> = keyof M['locales']['fr'] & string;
/** The settings of the brick, as parsed by the manifest's schema. @stable */
export type SettingsOf<M extends AnyManifest> = z.output<M['settings']>;
