// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Card, PageHead } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';

export interface ContactModel {
  readonly name: string | undefined;
  /** An e-mail address, or the address of a page. */
  readonly contact: string;
  readonly url: string;
}

/** The addresses to write to. The school comes first: it knows the person. */
export function ContactView({ model, t }: { readonly model: ContactModel; readonly t: Translate<HostKey> }): VNode {
  return (
    <>
      <PageHead title={t('shell.contact')} lead={t('contact.lead')} />
      <div class="v-text">
        <Card title={t('contact.school')}>
          <p>{t('contact.schoolText')}</p>
        </Card>
        <Card title={t('contact.operator')}>
          <p>
            {model.name === undefined ? t('contact.operatorText') : t('contact.operatorNamed', { name: model.name })}
          </p>
          <p>
            <a class="v-link v-address" href={model.url}>
              {model.contact}
            </a>
          </p>
        </Card>
      </div>
    </>
  );
}
