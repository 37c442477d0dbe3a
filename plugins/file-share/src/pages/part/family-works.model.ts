// SPDX-License-Identifier: EUPL-1.2
import type { Tab } from '@volee/core-adapter/ui';
import type { EndingModel } from '../../domain/parts/ending-works.js';
import type { TagModel } from '../../domain/parts/part-words.js';
import type { PartFileLine } from '../shared/works/pupil-part.model.js';
import type { LinkRow } from './pupil-works.model.js';

/** The works of a child, for a guardian. */
export interface FamilyWorksModel {
  readonly tabs: readonly Tab[];
  /** The lists for a guardian who follows classes, too: those of the classes, and that of the children. */
  readonly lists: readonly Tab[];
  readonly title: string;
  readonly lead: string;
  readonly endings: readonly EndingModel[];
  /** Empty with one child. */
  readonly children: readonly ChildLink[];
  readonly name: string;
  readonly now: readonly FamilyLine[];
  readonly latest: CameBack | undefined;
  readonly returned: readonly LinkRow[];
  /** « Tout télécharger »; undefined as long as nothing came back. */
  readonly takeAllUrl: string | undefined;
}

export interface ChildLink {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly level: string;
  readonly url: string;
  readonly isCurrent: boolean;
}

/** A work that is to be done, or was handed in and has not come back. */
export interface FamilyLine {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** « 2 fichiers », « « Reprends le numéro 4 » », « rien à rendre ici » */
  readonly detail: string | undefined;
  readonly due: string;
  /** « à rendre bientôt », for a task of the portal */
  readonly soon: string | undefined;
  readonly tag: TagModel;
}

/** The work that came back last, with the teacher's words. */
export interface CameBack extends LinkRow {
  readonly when: string;
  readonly answer: string;
  readonly files: readonly PartFileLine[];
}
