// SPDX-License-Identifier: EUPL-1.2
import { Crumbs, PageHead, type Crumb } from '@volee/core-adapter/ui';
import type { ComponentChildren, VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';

interface WorkFrameProps {
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly lead: string;
  /** The link on, or back. */
  readonly link: VNode | undefined;
  readonly t: FileShareTexts;
  readonly children: ComponentChildren;
}

/** A page about one work: its path, its head with a link, and what it holds. */
export function WorkFrame({ crumbs, title, lead, link, t, children }: WorkFrameProps): VNode {
  return (
    <>
      <Crumbs label={t('works.path')} crumbs={crumbs} />
      <PageHead title={title} lead={lead} actions={link} />
      {children}
    </>
  );
}
