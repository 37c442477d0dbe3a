// SPDX-License-Identifier: EUPL-1.2
import type { FileKind } from '@volee/core-adapter/ui';

export interface FileModel extends FileKind {
  readonly id: string;
  readonly name: string;
  /** « 640 ko » */
  readonly size: string;
  readonly url: string;
}

export interface DraftFilesModel {
  readonly files: readonly (FileModel & { readonly removeUrl: string })[];
  /** « 2 pièces sur 10, 3,1 Mo sur 25 Mo »; undefined without any. */
  readonly sum: string | undefined;
  readonly attachUrl: string;
  /** « 10 fichiers au plus … » */
  readonly limits: string;
  readonly isFull: boolean;
  /** The most bytes of one file, and the words after the name of a heavier one. */
  readonly most: { readonly bytes: number; readonly words: string };
}
