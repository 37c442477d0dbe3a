// SPDX-License-Identifier: EUPL-1.2
import { Card, PageHead } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';

/** For users without any space: usually a guardian, before the child is in a class. */
export function NoSpaceView({ t }: { readonly t: FileShareTexts }): VNode {
  return (
    <>
      <PageHead title={t('title')} />
      <Card title={t('none.title')}>
        <p>{t('none.text')}</p>
      </Card>
    </>
  );
}
