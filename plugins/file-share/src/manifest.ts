// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type Manifest } from '@volee/core-adapter';
import { fileCommands } from './jobs/commands/file-commands.js';
import { formerClassFiles, formerTrash, formerWorks } from './jobs/former/former-queries.js';
import { help } from './help.js';
import { locales } from './locales/index.js';
import { settingsSchema } from './settings.js';
import { ContentRow } from './store/content.entity.js';
import { CountNodes1796256000000 } from './store/count-nodes.migration.js';
import { CreateCopies1796256000001 } from './store/create-copies.migration.js';
import { CreateDrive1796169600000 } from './store/create-drive.migration.js';
import { CreateFiles1764028800000 } from './store/create-files.migration.js';
import { DistinctNames1764028800071 } from './store/distinct-names.migration.js';
import { ForgetWhoAdded1764028800001 } from './store/forget-who-added.migration.js';
import { KeepDaysOfProfiles1796775180000 } from './store/keep-days-of-profiles.migration.js';
import { KeepForPupils1796774600000 } from './store/keep-for-pupils.migration.js';
import { KeepTrashDays1796774760000 } from './store/keep-trash-days.migration.js';
import { KnowDropped1796774940000 } from './store/know-dropped.migration.js';
import { KeepRounds1796342400001 } from './store/keep-rounds.migration.js';
import { KnowForms1796861220125 } from './store/know-forms.migration.js';
import { KnowGivenUp1796775060000 } from './store/know-given-up.migration.js';
import { KnowKeptAndThrown1796774820000 } from './store/know-kept-and-thrown.migration.js';
import { KnowShown1796861100000 } from './store/know-shown.migration.js';
import { KnowShownToRead1796861220000 } from './store/know-shown-to-read.migration.js';
import { KnowTypes1796861220140 } from './store/know-types.migration.js';
import { KnowUndo1796861220130 } from './store/know-undo.migration.js';
import { MarkShown1796861160000 } from './store/mark-shown.migration.js';
import { KnowSentNames1796774700000 } from './store/know-sent-names.migration.js';
import { KnowUploads1764028800072 } from './store/know-uploads.migration.js';
import { MoveFiles1796169600001 } from './store/move-files.migration.js';
import { teacherWorks } from './store/teacher-works.query.js';
import { worksToDo } from './store/works-to-do.query.js';
import { PERSON_TABLES, TABLES } from './store/tables.js';

export const manifest = {
  id: 'file-share',
  version: '0.2.0',
  adapter: '^0.2.0',
  kind: 'feature',
  locales,
  settings: settingsSchema,
  icon: 'folder-fill',
  colour: 'files',
  permissions: {
    /** The entrance only: it shows nothing, and leads to a space that the person has. */
    enter: { profiles: PROFILES },
    /** Folders and files, wherever they lie: the scope decides. Teachers and heads read former classes, and pupils one that ended this year. */
    read: { profiles: PROFILES, past: true },
    /** Adding, renaming, moving, deleting. Guardians read only. */
    change: { profiles: ['pupil', 'teacher', 'head', 'staff'] },
    /** Ticking several: what may be done to each follows from `read` and `change`. Former classes are copied from. */
    pick: { profiles: ['pupil', 'teacher', 'head', 'staff'], past: true },
    /** The works of a class and where each pupil stands. */
    follow: { profiles: ['teacher', 'head'], past: true },
    handOut: { profiles: ['teacher'] },
    /** Correcting what pupils handed in and giving it back, also in a class that ended during the year. */
    giveBack: { profiles: ['teacher'], past: true },
    /** The room of the spaces of the school, in sizes alone; for each of its groups. */
    share: { profiles: ['head'], everywhere: ['head'] },
    own: { profiles: ['pupil', 'teacher', 'head', 'staff'] },
    /** A pupil's part in a work, and the works of a family. */
    readPart: { profiles: ['pupil', 'guardian', 'teacher', 'head'], past: true },
    /** Beginning one's part, handing it in, taking it back. */
    doWork: { profiles: ['pupil'] },
  },
  help,
  commands: fileCommands,
  entities: TABLES,
  migrations: [
    CreateFiles1764028800000,
    ForgetWhoAdded1764028800001,
    DistinctNames1764028800071,
    KnowUploads1764028800072,
    CreateDrive1796169600000,
    MoveFiles1796169600001,
    CountNodes1796256000000,
    CreateCopies1796256000001,
    KeepRounds1796342400001,
    KeepForPupils1796774600000,
    KnowSentNames1796774700000,
    KeepTrashDays1796774760000,
    KnowKeptAndThrown1796774820000,
    KnowDropped1796774940000,
    KnowGivenUp1796775060000,
    KeepDaysOfProfiles1796775180000,
    KnowShown1796861100000,
    MarkShown1796861160000,
    KnowShownToRead1796861220000,
    KnowForms1796861220125,
    KnowUndo1796861220130,
    KnowTypes1796861220140,
  ],
  queries: { worksToDo, teacherWorks, formerWorks, formerTrash, formerClassFiles },
  storedKeys: [{ entity: ContentRow, column: 'storageKey' }],
  personalData: {
    kept: 'data.kept',
    purpose: 'data.purpose',
    retention: 'data.retention',
    tables: PERSON_TABLES,
  },
  assets: new URL('../assets/', import.meta.url),
  styles: ['file-share.css', 'file-share-folder.css'],
} satisfies Manifest;
