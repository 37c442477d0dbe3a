// SPDX-License-Identifier: EUPL-1.2
import { AddDecisions1764028800003 } from '../domain/activation/add-decisions.migration.js';
import { NameGroupProfiles1764028800424 } from '../domain/activation/name-group-profiles.migration.js';
import { AddOtherVersions1764028801120 } from '../domain/kept-texts/add-other-versions.migration.js';
import { AddThrownTexts1764028801137 } from '../domain/kept-texts/add-thrown-texts.migration.js';
import { AddWords1764028801138 } from '../domain/stand-ins/add-words.migration.js';
import { CreateKeptTexts1764028801110 } from '../domain/kept-texts/create-kept-texts.migration.js';
import { KeptTextRow } from '../domain/kept-texts/kept-text.entity.js';
import { ActivationRow } from '../domain/activation/activation.entity.js';
import { AdministratorRow } from '../domain/administrators/administrator.entity.js';
import { CreateLapsingGrants1764028800151 } from '../domain/administrators/create-lapsing-grants.migration.js';
import { LapsingGrantRow } from '../domain/administrators/lapsing-grant.entity.js';
import { AuditLine } from '../domain/audit/audit-line.entity.js';
import { IndexAudit1764028800011 } from '../domain/audit/index-audit.migration.js';
import { ClassJoinRow } from '../domain/sync/classes/class-join.entity.js';
import { AddNamedAt1764028800310 } from '../domain/directory/add-named-at.migration.js';
import { CreateClassJoins1764028800280 } from '../domain/sync/classes/create-class-joins.migration.js';
import { ClockRow } from '../domain/clock/clock.entity.js';
import { CreateClock1764028800220 } from '../domain/clock/create-clock.migration.js';
import { CreateHost1764028800002 } from './create-host.migration.js';
import { CreateFilesUse1764028800170 } from '../infra/storage/create-files-use.migration.js';
import { FilesUseRow } from '../infra/storage/files-use.entity.js';
import type { SchemaOwner } from '../infra/database/migrate.js';
import { AddFirstBirthDates1764028800190 } from '../domain/directory/add-first-birth-dates.migration.js';
import { AddFirstNames1764028800150 } from '../domain/directory/add-first-names.migration.js';
import { AddFormerLogins1764028800061 } from '../domain/directory/add-former-logins.migration.js';
import { AddPupilNumbers1764028800030 } from '../domain/directory/add-pupil-numbers.migration.js';
import { AddWitnesses1764028800080 } from '../domain/directory/add-witnesses.migration.js';
import { CreateFormerMemberships1764028800081 } from '../domain/directory/create-former-memberships.migration.js';
import { AddFormerVia1764028800290 } from '../domain/directory/add-former-via.migration.js';
import { AddLeftAt1764028800240 } from '../domain/directory/add-left-at.migration.js';
import { IndexAttachments1764028800270 } from '../domain/directory/index-attachments.migration.js';
import { IndexFormerMemberships1764028800210 } from '../domain/directory/index-former-memberships.migration.js';
import { CreateStandIns1764028800110 } from '../domain/directory/create-stand-ins.migration.js';
import { directoryEntities, directoryMigrations } from '../domain/directory/directory-entities.js';
import { CreatePutAway1764028800230 } from '../domain/former-schools/create-put-away.migration.js';
import { PutAwayRow } from '../domain/former-schools/put-away.entity.js';
import { CreateParcels1764028800120 } from '../domain/hand-over/create-parcels.migration.js';
import { ParcelQuestionRow } from '../domain/hand-over/parcel-question.entity.js';
import { ParcelRow } from '../domain/hand-over/parcel.entity.js';
import { CreateJobs1764028800100 } from '../domain/jobs/create-jobs.migration.js';
import { JobScheduleRow } from '../domain/jobs/job-schedule.entity.js';
import { JobRow } from '../domain/jobs/job.entity.js';
import { AddLogins1764028800062 } from '../domain/sessions/add-logins.migration.js';
import { PendingPgtRow } from '../domain/sessions/pending-pgt.entity.js';
import { AddLastLogins1764028800090 } from '../domain/sessions/add-last-logins.migration.js';
import { EndedTicketRow } from '../domain/sessions/ended-ticket.entity.js';
import { LastLoginRow } from '../domain/sessions/last-login.entity.js';
import { LastSchoolRow } from '../domain/sessions/last-school.entity.js';
import { SessionRow } from '../domain/sessions/session.entity.js';
import { AddChanges1764028800032 } from '../domain/sync/add-changes.migration.js';
import { AddDigests1764028800260 } from '../domain/sync/add-digests.migration.js';
import { AddMarks1764028800021 } from '../domain/sync/add-marks.migration.js';
import { AddWatches1764028800031 } from '../domain/sync/add-watches.migration.js';
import { CreateSync1764028800001 } from '../domain/sync/create-sync.migration.js';
import { CreateHomonyms1764028800050 } from '../domain/sync/create-homonyms.migration.js';
import { syncEntities } from '../domain/sync/sync-entities.js';
import { AccessTokenRow } from '../domain/tokens/access-token.entity.js';
import { CreateAccessTokens1764028800060 } from '../domain/tokens/create-access-tokens.migration.js';

/** The tables of the host itself. */
export const coreSchema: SchemaOwner = {
  id: 'core',
  entities: [
    ...directoryEntities,
    ...syncEntities,
    SessionRow,
    EndedTicketRow,
    LastSchoolRow,
    LastLoginRow,
    PendingPgtRow,
    ActivationRow,
    AuditLine,
    AdministratorRow,
    LapsingGrantRow,
    AccessTokenRow,
    JobRow,
    JobScheduleRow,
    FilesUseRow,
    ClockRow,
    ParcelRow,
    ParcelQuestionRow,
    PutAwayRow,
    ClassJoinRow,
    KeptTextRow,
  ],
  migrations: [
    ...directoryMigrations,
    CreateSync1764028800001,
    CreateHost1764028800002,
    AddDecisions1764028800003,
    IndexAudit1764028800011,
    AddMarks1764028800021,
    AddPupilNumbers1764028800030,
    AddWatches1764028800031,
    AddChanges1764028800032,
    CreateHomonyms1764028800050,
    CreateAccessTokens1764028800060,
    AddFormerLogins1764028800061,
    AddLogins1764028800062,
    AddWitnesses1764028800080,
    CreateFormerMemberships1764028800081,
    AddLastLogins1764028800090,
    CreateJobs1764028800100,
    CreateStandIns1764028800110,
    CreateParcels1764028800120,
    AddFirstNames1764028800150,
    CreateLapsingGrants1764028800151,
    CreateFilesUse1764028800170,
    AddFirstBirthDates1764028800190,
    IndexFormerMemberships1764028800210,
    CreateClock1764028800220,
    CreatePutAway1764028800230,
    AddLeftAt1764028800240,
    AddDigests1764028800260,
    IndexAttachments1764028800270,
    CreateClassJoins1764028800280,
    AddFormerVia1764028800290,
    AddNamedAt1764028800310,
    NameGroupProfiles1764028800424,
    CreateKeptTexts1764028801110,
    AddOtherVersions1764028801120,
    AddThrownTexts1764028801137,
    AddWords1764028801138,
  ],
};
