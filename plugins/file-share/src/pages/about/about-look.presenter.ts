// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import type { NeighboursProps, PreviewProps } from '@volee/core-adapter/ui';
import { readScope } from '../../domain/scope/node-scopes.js';
import type { NodePlace } from '../../domain/space/node-place.js';
import { fileNeighbours } from '../../domain/tree/file-neighbours.js';
import type { FileShareRequest } from '../../brick-types.js';
import { filePath, nodePath } from '../../paths.js';
import { ContentRow } from '../../store/content.entity.js';
import type { NodeRow } from '../../store/node.entity.js';
import { canBeShown, presentLook } from '../shared/look/file-look.presenter.js';

/** A file as its page shows it, with its neighbours. */
export interface FileLook {
  /** Absent for content that no page shows, and for a head who has not opened the file of a pupil. */
  readonly preview: PreviewProps | undefined;
  /** « Le nom annonce une image… » */
  readonly warning: string | undefined;
  readonly neighbours: NeighboursProps;
}

/** Names that announce what the bytes of a text are not; SVG is a text. */
const NO_TEXT = /\.(?:jpe?g|png|gif|webp|avif|heic|bmp|tiff?|pdf|mp3|m4a|ogg|wav|mp4|m4v|mov|webm)$/i;

/** @param profiles the profiles by which the user reads the file */
export async function presentFileLook(
  { node, parent }: NodePlace,
  profiles: readonly Profile[],
  request: FileShareRequest,
): Promise<FileLook> {
  const preview = opensByClick(node, profiles) ? undefined : await presentPreview(node, request);
  const isOther = preview?.text !== undefined && NO_TEXT.test(node.name);
  return {
    preview,
    warning: isOther ? request.t('about.otherThanName') : undefined,
    neighbours: await presentNeighbours({ node, parent }, request),
  };
}

/** The journal of the school notes that a head alone opens a file of a pupil: nothing of it is shown before the click. */
function opensByClick({ spaceKind, ownerId }: NodeRow, profiles: readonly Profile[]): boolean {
  return spaceKind === 'group' && ownerId !== null && profiles.join() === 'head';
}

async function presentPreview(node: NodeRow, request: FileShareRequest): Promise<PreviewProps | undefined> {
  const content = await request.db.repository(ContentRow).findOne({ where: { id: node.contentId ?? '' } });
  if (!content || !canBeShown(content)) return undefined;
  const preview = await presentLook(node, content, request.url(filePath(node)), request);
  return preview.type === null && preview.text === undefined ? undefined : preview;
}

async function presentNeighbours({ node, parent }: NodePlace, request: FileShareRequest): Promise<NeighboursProps> {
  const { access, user, t, url } = request;
  const profiles = await access.heldAs('read', readScope(parent));
  const { previous, next } = await fileNeighbours(node, parent, { userId: user.id, profiles }, request);
  const link = (file: NodeRow | undefined): NeighboursProps['next'] =>
    file && { name: file.name, url: url(nodePath(file)) };
  return { label: t('about.neighbours'), previous: link(previous), next: link(next) };
}
