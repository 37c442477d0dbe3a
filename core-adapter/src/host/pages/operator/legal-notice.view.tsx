// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Card, PageHead } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';

export interface LegalNoticeModel {
  readonly name: string | undefined;
  readonly paragraphs: readonly string[];
}

interface LegalNoticeProps {
  readonly model: LegalNoticeModel;
  readonly t: Translate<HostKey>;
}

/** The operator's own text. It is French, whatever the language of the page (RGAA 8.7). */
export function LegalNoticeView({ model, t }: LegalNoticeProps): VNode {
  return (
    <>
      <PageHead title={t('shell.legalNotice')} lead={model.name} />
      <div class="v-text">
        <Card>
          <div class="v-written" lang="fr">
            {model.paragraphs.map((paragraph, index) => (
              <p key={index}>{paragraph}</p>
            ))}
          </div>
        </Card>
      </div>
    </>
  );
}
