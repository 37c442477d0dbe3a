// SPDX-License-Identifier: EUPL-1.2
import { Aside, FactList, Point } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';
import type { GivenModel } from '../shared/works/works.model.js';

interface GivenProps {
  readonly given: GivenModel;
  readonly t: FileShareTexts;
}

/** The files and instructions that pupils were given. */
export function GivenView({ given: { read, fill, text }, t }: GivenProps): VNode | null {
  if (read.length === 0 && fill.length === 0 && text === '') return null;
  return (
    <Aside title={t('works.given')}>
      <FactList>
        {read.length > 0 && (
          <Point icon="book-fill">
            <strong>{t('works.given.read')}</strong> {read.join(', ')}
          </Point>
        )}
        {fill.length > 0 && (
          <Point icon="copy">
            <strong>{t('works.given.fill')}</strong> {fill.join(', ')}
          </Point>
        )}
        {text !== '' && (
          <Point icon="chat-left-text-fill">
            <span class="file-share-text">{text}</span>
          </Point>
        )}
      </FactList>
    </Aside>
  );
}
