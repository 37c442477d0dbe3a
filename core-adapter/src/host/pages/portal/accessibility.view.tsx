// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Card, Note, PageHead, Point, FactList } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';

const DONE = [
  ['keyboard-fill', 'accessibility.doneKeyboard'],
  ['file-earmark-code-fill', 'accessibility.doneScript'],
  ['phone-fill', 'accessibility.doneSmall'],
  ['circle-half', 'accessibility.doneContrast'],
  ['fonts', 'accessibility.doneFont'],
  ['robot', 'accessibility.doneChecks'],
] as const;

/** The statement. The wording of a real one comes from an audit; until then it says that there was none. */
export function AccessibilityView({ t }: { readonly t: Translate<HostKey> }): VNode {
  return (
    <>
      <PageHead title={t('accessibility.title')} lead={t('accessibility.lead')} />
      <div class="v-text">
        <Note kind="warn">
          <h2 class="h3">{t('accessibility.state')}</h2>
          <p>{t('accessibility.stateText')}</p>
        </Note>
        <Card title={t('accessibility.done')}>
          <FactList>
            {DONE.map(([icon, key]) => (
              <Point key={key} icon={icon}>
                {t(key)}
              </Point>
            ))}
          </FactList>
        </Card>
        <Card title={t('accessibility.missing')}>
          <p>{t('accessibility.missingText')}</p>
        </Card>
        <Card title={t('accessibility.tell')}>
          <p>{t('accessibility.tellText')}</p>
          <p>{t('accessibility.rights')}</p>
        </Card>
      </div>
    </>
  );
}
