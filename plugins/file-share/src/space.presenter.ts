// SPDX-License-Identifier: EUPL-1.2
import type { Group } from '@volee/core-adapter';
import type { Tab } from '@volee/core-adapter/ui';
import type { FileRow } from './file.entity.js';
import { presentFiles, type FileLine, type ListReader } from './file-list.presenter.js';
import { depositPath, spacePath, uploadsPath } from './paths.js';
import type { Space } from './space.js';

/** The model of the page of a space. */
export interface SpaceModel {
  /** « Fichiers de CM1-CM2 », « Mes fichiers » */
  readonly title: string;
  /** Tells which persons see these files. */
  readonly lead: string;
  readonly tabs: readonly Tab[];
  readonly lines: readonly FileLine[];
  /** Shown instead of an empty list. */
  readonly empty: { readonly title: string; readonly text: string };
  /** Absent for users without the permission to write. */
  readonly upload?: UploadModel;
}

export interface UploadModel {
  /** The URL that the plain form posts to. */
  readonly url: string;
  /** The script sends each file to a URL below this one. */
  readonly uploadsUrl: string;
  /** The modules that the script loads with the first file. */
  readonly attemptUrl: string;
  readonly foldUrl: string;
  /** The largest file, in bytes. */
  readonly maxBytes: number;
  /** The same as a text: « 500 Mo ». */
  readonly maxSize: string;
}

export interface SpaceReader extends ListReader {
  readonly asset: (name: string) => string;
  /** The classes with a space that the user may read. */
  readonly classes: readonly Group[];
  readonly hasOwn: boolean;
  readonly maxBytes: number;
}

export function presentSpace(space: Space, rows: readonly FileRow[], reader: SpaceReader): SpaceModel {
  const { t, mayWrite } = reader;
  const own = space.className === null;
  return {
    title: own ? t('own.title') : t('class.title', { class: space.className }),
    lead: own ? t('own.lead') : t('class.lead'),
    tabs: presentTabs(space, reader),
    lines: presentFiles(rows, reader),
    empty: {
      title: mayWrite ? t('empty.title') : t('empty.titleReader'),
      text: own ? t('empty.own') : mayWrite ? t('empty.class') : t('empty.reader'),
    },
    ...(mayWrite && { upload: presentUpload(space, reader) }),
  };
}

function presentUpload(space: Space, { format, url, asset, maxBytes }: SpaceReader): UploadModel {
  return {
    url: url(depositPath(space)),
    uploadsUrl: url(uploadsPath(space)),
    attemptUrl: asset('upload-attempt.js'),
    foldUrl: asset('upload-fold.js'),
    maxBytes,
    maxSize: format.bytes(maxBytes),
  };
}

function presentTabs(space: Space, { classes, hasOwn, t, url }: SpaceReader): Tab[] {
  const own = { label: t('own.title'), groupId: null };
  const shared = classes.map(({ id, name }) => ({ label: name, groupId: id }));
  return [...(hasOwn ? [own] : []), ...shared].map(({ label, groupId }) => ({
    label,
    url: url(spacePath({ groupId })),
    current: groupId === space.groupId,
  }));
}
