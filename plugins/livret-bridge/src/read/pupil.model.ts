// SPDX-License-Identifier: EUPL-1.2
import type { BilanModel, LineModel } from './bilan.model.js';

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

export interface StrongPoint {
  readonly code: string;
  /** « Tu calcules très bien » */
  readonly sentence: string;
  readonly label: string;
  /** The rows of its wall, from 1 to 4: the position. */
  readonly rows: number;
  readonly colour: 'files' | 'agenda' | 'plum';
}
