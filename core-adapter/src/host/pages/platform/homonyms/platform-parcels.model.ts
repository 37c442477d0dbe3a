// SPDX-License-Identifier: EUPL-1.2
import type { ComparedFact } from './platform-homonyms.model.js';

/** `/admin/homonyms/parcels/:id` */
export interface PlatformParcelModel {
  readonly url: string;
  readonly why: string;
  /** « Transmission de l’École des Lilas », « Élève du Collège du Parc » */
  readonly columns: readonly [string, string];
  readonly facts: readonly ComparedFact[];
  /** The consequence of either decision. */
  readonly delivered: string;
  readonly waits: string;
  /** The decision, in sentences; the form is then not shown. */
  readonly decided: readonly string[];
  /** Why a decision was not accepted. */
  readonly problem?: string | undefined;
  /** The typed reason. */
  readonly reason: string;
}
