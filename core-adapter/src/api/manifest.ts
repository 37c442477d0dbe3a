// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface } from 'typeorm';
import type { z, ZodType } from 'zod';
import type { Permission } from './access.js';
import type { CommandManifest } from './command.js';
import type { EntityClass } from './database.js';
import type { Locales } from './i18n.js';
import type { Profile } from './people.js';
import type { PersonalData } from './personal-data.js';
import type { StoredKey } from './storage.js';

/** What a brick adds: pages for schools, the way in, or a directory. */
export type BrickKind = 'feature' | 'auth-provider' | 'directory-source';

/** The colours that name a place; see `.brick-<colour>` in the theme. */
export type BrickColour = 'files' | 'messages' | 'livret' | 'agenda' | 'plum' | 'slate';

/** One question, or one thing to do, by the keys of its texts. A pupil reads the lines as steps, anybody else as paragraphs. */
export interface HelpTopic {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What a brick is: static data. Importing it does nothing. */
export interface Manifest {
  /** Kebab-case. Fixes the address `/s/<UAI>/<id>`, the table prefix `<id>_` (dashes become underscores), and the log name. */
  readonly id: string;
  readonly version: string;
  /** The range of contract versions that the brick works with, checked at boot. */
  readonly adapter: string;
  readonly kind: BrickKind;
  /** Texts; `title` and `summary` must be among them. */
  readonly locales: Locales;
  /** A strict zod schema of the brick's part of `volee.yaml`; every key described. */
  readonly settings: ZodType;
  /** By one or two words, such as `onde import`: commands of `volee` where the settings name the brick. */
  readonly commands?: Readonly<Record<string, CommandManifest>>;

  /** The rest is for bricks of kind `feature`. */
  readonly icon?: string;
  readonly colour?: BrickColour;
  readonly permissions?: Readonly<Record<string, Permission>>;
  /** The brick's part of the page « Aide », in the words of each profile; a person reads it where the brick is on for them. */
  readonly help?: Readonly<Partial<Record<Profile, readonly HelpTopic[]>>>;
  /** Each table starts with the brick's prefix and has a column `school`. */
  readonly entities?: readonly EntityClass[];
  readonly migrations?: readonly (new () => MigrationInterface)[];
  /** Whoever stores files says which columns name them: see {@link StoredKey}. */
  readonly storedKeys?: readonly StoredKey[];
  /** Whoever has entities says what they keep about persons: see {@link PersonalData}. */
  readonly personalData?: PersonalData;
  /** The folder served under `/assets/<id>/`. */
  readonly assets?: URL;
}

/** The names of the permissions of a manifest. */
export type PermissionOf<M extends Manifest> = keyof NonNullable<M['permissions']> & string;
/** The commands of a manifest. */
export type CommandOf<M extends Manifest> = keyof NonNullable<M['commands']> & string;
/** The keys of the texts of a manifest. */
export type MessageKeyOf<M extends Manifest> = keyof M['locales']['fr'] & string;
/** What the brick gets of its settings, read by the manifest's schema. */
export type SettingsOf<M extends Manifest> = z.output<M['settings']>;
