// SPDX-License-Identifier: EUPL-1.2
import { LinkButton } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../../brick-types.js';
import type { ChildHelp } from './home.model.js';

/** « Quelque chose te gêne ? » */
export function ChildHelpBox({ help, t }: { readonly help: ChildHelp; readonly t: MessagingTexts }): VNode {
  const { title, lines, url } = help;
  return (
    <section class="v-well v-child-part" aria-labelledby="help">
      <h2 id="help">{title}</h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {url !== undefined && (
        <LinkButton icon="person-raised-hand" href={url}>
          {t('child.tell')}
        </LinkButton>
      )}
    </section>
  );
}
