// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Card, Figures, Icon, LinkButton, Note, Rows, type Figure } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { PlatformFrame } from '../shared/platform-frame.js';

export interface WaitingThing {
  readonly kind: 'warn' | 'bad';
  readonly icon: string;
  readonly title: string;
  /** `language` is set when the text is the English sentence of an error. */
  readonly cause?: { readonly text: string; readonly language?: 'en' } | undefined;
  /** A command to run. */
  readonly command?: string | undefined;
  readonly link?: { readonly label: string; readonly url: string } | undefined;
}

/** `/admin/` */
export interface PlatformOverviewModel {
  readonly waiting: readonly WaitingThing[];
  readonly figures: readonly Figure[];
}

interface PlatformOverviewProps {
  readonly model: PlatformOverviewModel;
  readonly t: Translate<HostKey>;
}

export function PlatformOverviewView({ model, t }: PlatformOverviewProps): VNode {
  const { waiting, figures } = model;
  const well = waiting.length === 0;
  return (
    <PlatformFrame
      section="overview"
      title={well ? t('platform.allWell') : t('platform.waiting', { count: waiting.length })}
      t={t}
    >
      <div class="v-parts">
        {well ? (
          <Note kind="good">
            <p>{t('platform.allWellText')}</p>
          </Note>
        ) : (
          <Rows>
            {waiting.map((thing) => (
              <Waiting key={thing.title} thing={thing} />
            ))}
          </Rows>
        )}
        <Card title={t('platform.figures')}>
          <Figures figures={figures} />
        </Card>
      </div>
    </PlatformFrame>
  );
}

function Waiting({ thing: { kind, icon, title, cause, command, link } }: { readonly thing: WaitingThing }): VNode {
  return (
    <li class="v-row">
      <span class={`v-sign v-${kind}`}>
        <Icon name={icon} />
      </span>
      <div class="v-row-text">
        <p class="v-row-title">{title}</p>
        {cause && (
          <p class="v-soft v-cause" lang={cause.language}>
            {cause.text}
          </p>
        )}
        {command !== undefined && <code class="v-command">{command}</code>}
      </div>
      {link && <LinkButton href={link.url}>{link.label}</LinkButton>}
    </li>
  );
}
