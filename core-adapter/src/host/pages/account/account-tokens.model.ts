// SPDX-License-Identifier: EUPL-1.2
import type { Tick } from '../../../ui/index.js';

export const TOKENS_URL = '/account/tokens';

/** A token as its person sees it. */
export interface TokenLine {
  readonly name: string;
  /** Titles of the bricks that the token reaches: « Fichiers, Messages ». */
  readonly bricks: string;
  /** « Création : 12 novembre », « Jamais utilisé », « Dernier jour : 12 novembre 2027 » */
  readonly dates: readonly string[];
  readonly ended: boolean;
  readonly revokeUrl: string;
}

/** The lifetimes of a token, in days. Sent as `end`. */
export const TOKEN_ENDS = ['30', '365', 'never'] as const;
export type TokenEnd = (typeof TOKEN_ENDS)[number];

/** A form as it was typed. Sent by POST to `TOKENS_URL`. */
export interface TokenForm {
  readonly name: string;
  readonly bricks: readonly Tick[];
  readonly end: TokenEnd;
  readonly errors: Readonly<Partial<Record<'name' | 'bricks' | 'end', string>>>;
}

export interface AccountTokensModel {
  readonly tokens: readonly TokenLine[];
  /** Absent for a person who may make none. */
  readonly form: TokenForm | undefined;
  /** The person has the most tokens allowed. */
  readonly full: boolean;
}

/** Shown once, in the answer to the form. */
export interface TokenReadyModel {
  readonly name: string;
  readonly secret: string;
  readonly login: string;
}

export interface TokenRevokeModel {
  readonly name: string;
  readonly bricks: string;
  readonly action: string;
}
