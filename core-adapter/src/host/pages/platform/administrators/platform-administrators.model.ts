// SPDX-License-Identifier: EUPL-1.2
import type { Tick } from '../../../../ui/ticks-field.js';
import type { PagingModel } from '../shared/paging.model.js';

export interface AdministeredSchool {
  readonly uai: string;
  readonly name: string;
  /** « de l’École des Lilas » */
  readonly of: string;
  readonly url: string;
}

export interface AdministratorLine {
  readonly personId: string;
  readonly name: string;
  readonly login: string;
  /** The school of a head; absent for the platform. */
  readonly school?: AdministeredSchool | undefined;
  readonly yourself: boolean;
  readonly revokeUrl: string;
}

/** A head that no directory names in the school any more. */
export interface LapsingLine extends AdministratorLine {
  /** « 3 novembre » */
  readonly since: string;
  /** « 3 décembre »; absent: the right does not end by itself. */
  readonly ends?: string | undefined;
}

/** The typed values, with the error of each field. */
export interface GrantForm {
  readonly login: string;
  readonly role: 'platform' | 'head';
  readonly uai: string;
  /** The people found, to choose from; empty when no choice is needed. */
  readonly persons: readonly Tick[];
  readonly schools: readonly Tick[];
  readonly errors: Readonly<Partial<Record<'login' | 'uai', string>>>;
}

/** `/admin/administrators` */
export interface PlatformAdministratorsModel {
  readonly text: string;
  readonly grant: GrantForm;
  readonly keepers: readonly AdministratorLine[];
  readonly lapsing: readonly LapsingLine[];
  readonly heads: readonly AdministratorLine[];
  readonly paging: PagingModel;
}

/** `/admin/administrators/revoke` */
export interface PlatformRevokeModel {
  readonly line: AdministratorLine;
  /** Why the right cannot be revoked. */
  readonly problem?: string | undefined;
}
