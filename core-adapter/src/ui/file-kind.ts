// SPDX-License-Identifier: EUPL-1.2
import type { BrickColour } from '../api/manifest.js';

/** The look of a file in a list. It is a decoration: the name beside it ends with the same extension. @stable */
export interface FileKind {
  readonly icon: string;
  readonly colour: BrickColour;
}

const UNKNOWN: FileKind = { icon: 'file-earmark-fill', colour: 'slate' };

const KINDS: readonly (readonly [FileKind, readonly string[]])[] = [
  [{ icon: 'file-earmark-pdf-fill', colour: 'messages' }, ['pdf']],
  [
    { icon: 'file-earmark-image-fill', colour: 'agenda' },
    ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'heic', 'bmp', 'tif', 'tiff', 'svg'],
  ],
  [{ icon: 'file-earmark-music-fill', colour: 'plum' }, ['mp3', 'ogg', 'oga', 'opus', 'wav', 'flac', 'm4a', 'aac']],
  [{ icon: 'file-earmark-play-fill', colour: 'plum' }, ['mp4', 'm4v', 'mov', 'webm', 'ogv', 'avi', 'mkv']],
  [{ icon: 'file-earmark-spreadsheet-fill', colour: 'agenda' }, ['ods', 'xlsx', 'xls', 'csv']],
  [{ icon: 'file-earmark-slides-fill', colour: 'livret' }, ['odp', 'pptx', 'ppt']],
  [{ icon: 'file-earmark-text-fill', colour: 'slate' }, ['odt', 'docx', 'doc', 'rtf', 'txt', 'md']],
  [{ icon: 'file-earmark-zip-fill', colour: 'slate' }, ['zip', '7z', 'rar', 'gz', 'tar']],
];

const BY_EXTENSION = new Map(KINDS.flatMap(([kind, extensions]) => extensions.map((one) => [one, kind] as const)));

/**
 * The kind of a file by the extension of its name. It decides about an icon and its colour only.
 * @example
 * `<BrickBadge {...fileKind('Programme.pdf')} size="small" soft />`
 * @stable
 */
export function fileKind(name: string): FileKind {
  const extension = /\.([^.]+)$/.exec(name)?.[1] ?? '';
  return BY_EXTENSION.get(extension.toLowerCase()) ?? UNKNOWN;
}
