// SPDX-License-Identifier: EUPL-1.2
import type { MigrationInterface } from 'typeorm';
import type { EntityClass } from '../../../api/database.js';
import { AttachmentRow } from './attachment.entity.js';
import { CreateDirectory1764028800000 } from './create-directory.migration.js';
import { ExternalIdRow } from './external-id.entity.js';
import { FormerMembershipRow } from './former-membership.entity.js';
import { GroupRow } from './group.entity.js';
import { KinshipRow } from './kinship.entity.js';
import { MembershipRow } from './membership.entity.js';
import { PersonRow } from './person.entity.js';
import { SchoolRow } from './school.entity.js';
import { StandInRow } from './stand-in.entity.js';

export const directoryEntities: readonly EntityClass[] = [
  SchoolRow,
  PersonRow,
  ExternalIdRow,
  AttachmentRow,
  GroupRow,
  MembershipRow,
  FormerMembershipRow,
  KinshipRow,
  StandInRow,
];

export const directoryMigrations: readonly (new () => MigrationInterface)[] = [CreateDirectory1764028800000];
