// SPDX-License-Identifier: EUPL-1.2
import type { BilanModel, LineModel } from '../../shared/bilan/bilan.model.js';
import type { StrongPoint } from '../../shared/bilan/strong.view.js';

/** The page of a bilan for the pupil, as *tu*: strong points first, then the next steps, then all of it. */
export interface PupilModel {
  readonly title: string;
  readonly lead: string;
  /** That the school corrects it, or has. */
  readonly notice?: string | undefined;
  /** The addresses of publications of another record of the pupil. */
  readonly formerUrls?: readonly string[];
  readonly strong: readonly StrongPoint[];
  /** Undefined when the teacher wrote nothing. */
  readonly word: { readonly title: string; readonly text: string } | undefined;
  readonly next: readonly { readonly icon: string; readonly text: string }[];
  readonly progress: readonly LineModel[];
  readonly bilan: BilanModel;
  readonly help: string;
  /** Until when the school keeps it; the page of a former school says so in its list. */
  readonly kept?: string | undefined;
}
