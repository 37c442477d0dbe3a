// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';
import { isInline, type InlineType } from '../api/content.js';
import { BrickBadge } from './brick-badge.js';
import { fileKind } from './file-kind.js';
import { LinkButton } from './link-button.js';

/** @stable */
export interface PreviewProps {
  readonly name: string;
  /** `StoredFile.type` */
  readonly type: string | null;
  /** The address that sends the content with `inline`. */
  readonly url: string;
  /** The address of the download: of a PDF, its pages are drawn from it, by ranges. */
  readonly download: string;
  /** « Télécharger Mon volcan.pdf » */
  readonly downloadLabel: string;
  /** The beginning of a text, from `storage.textOf`. */
  readonly text?: string | undefined;
  /** The words for people who do not see the picture; default: the name of the file. */
  readonly alt?: string;
  /** Links to neighbouring files, in the bar above the file; default: the name of the file. */
  readonly children?: ComponentChildren;
}

/**
 * Shows a file in the page: a picture, sound, a film, a text, or the pages of a PDF, which a script of the host draws. Pictures and PDF can
 * be enlarged and turned. Without scripts a PDF, and always all other files, are a link to the download.
 * @example
 * `<Preview name={name} type={type} url={url(`/files/${id}/shown`)} download={url(`/files/${id}`)} downloadLabel={t('download')} />`
 * @stable
 */
export function Preview(props: PreviewProps): VNode {
  const { name, type, download, downloadLabel, children } = props;
  const shows =
    type === 'application/pdf' ? 'pdf' : type?.startsWith('image/') && isInline(type) ? 'picture' : undefined;
  return (
    <div class="v-preview" data-shows={shows}>
      <div class="v-preview-bar">
        <div class="v-preview-names">
          {children ?? (
            <span class="v-preview-name">
              <BrickBadge {...fileKind(name)} size="small" soft /> {name}
            </span>
          )}
        </div>
        <div class="v-preview-tools">
          <LinkButton href={download} kind="quiet" icon="download" label={downloadLabel} />
        </div>
      </div>
      <div class="v-preview-stage">
        <Shown {...props} />
      </div>
    </div>
  );
}

function Shown({ name, type, url, download, downloadLabel, text, alt = name }: PreviewProps): VNode {
  if (text !== undefined) return <pre>{text}</pre>;
  if (isInline(type)) return shown(type, { url, name, alt });
  return (
    <>
      <a class="v-preview-link" href={download} data-pdf={type === 'application/pdf' ? true : undefined}>
        {downloadLabel}
      </a>
      <p role="status" class="v-soft" />
    </>
  );
}

function shown(type: InlineType, { url, name, alt }: { url: string; name: string; alt: string }): VNode {
  if (type.startsWith('image/')) {
    return (
      <span class="v-preview-picture">
        <img src={url} alt={alt} />
      </span>
    );
  }
  if (type.startsWith('audio/')) return <audio controls preload="metadata" src={url} aria-label={name} />;
  return <video controls preload="metadata" src={url} aria-label={name} />;
}
