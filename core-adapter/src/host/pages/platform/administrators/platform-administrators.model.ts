// SPDX-License-Identifier: EUPL-1.2
import type { Tick } from '../../../../ui/ticks-field.js';
import type { PagingModel } from '../../../http/platform.model.js';

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
  /** Who heads it; absent for the platform. */
  readonly school?: AdministeredSchool | undefined;
  readonly yourself: boolean;
  readonly revokeUrl: string;
}

/** What was typed, with the sentence of each field that is wrong. */
export interface GrantForm {
  readonly login: string;
  readonly role: 'platform' | 'head';
  readonly uai: string;
  /** What the search found, to be chosen from; empty when it is not needed. */
  readonly persons: readonly Tick[];
  readonly schools: readonly Tick[];
  readonly errors: Readonly<Partial<Record<'login' | 'uai', string>>>;
}

/** `/admin/administrators` */
export interface PlatformAdministratorsModel {
  readonly text: string;
  readonly grant: GrantForm;
  readonly keepers: readonly AdministratorLine[];
  readonly heads: readonly AdministratorLine[];
  readonly paging: PagingModel;
}

/** `/admin/administrators/revoke` */
export interface PlatformRevokeModel {
  readonly line: AdministratorLine;
  /** Why it cannot be. */
  readonly problem?: string | undefined;
}
