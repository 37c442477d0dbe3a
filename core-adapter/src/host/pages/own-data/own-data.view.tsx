// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Actions, Button, Card, PageHead, Point, FactList } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';

export interface OwnDataModel {
  /** The address of the form. */
  readonly action: string;
  /** Whether the person is a guardian: a child's data are not in the file. */
  readonly isGuardian: boolean;
  /** The page about schools that the person, or a child of theirs, has left; undefined without such a school. */
  readonly former: { readonly url: string; readonly link: string } | undefined;
}

interface OwnDataProps {
  readonly model: OwnDataModel;
  readonly t: Translate<HostKey>;
}

const INSIDE = [
  ['person-vcard-fill', 'account.keptDirectory'],
  ['journal-text', 'data.actions'],
  ['bricks', 'data.bricks'],
] as const;

/** The contents of the file, and the button to download it. */
export function OwnDataView({ model, t }: OwnDataProps): VNode {
  return (
    <>
      <PageHead title={t('data.title')} lead={t('data.lead')} />
      <div class="v-text">
        <Card title={t('data.inside')}>
          <FactList>
            {INSIDE.map(([icon, key]) => (
              <Point key={key} icon={icon}>
                {t(key)}
              </Point>
            ))}
            {model.isGuardian && <Point icon="people-fill">{t('data.children')}</Point>}
            <Point icon="shield-lock-fill">{t('data.careful')}</Point>
          </FactList>
          <form method="post" action={model.action}>
            <Actions>
              <Button kind="primary" icon="download">
                {t('data.download')}
              </Button>
            </Actions>
          </form>
        </Card>
        {model.former && (
          <p>
            <a href={model.former.url}>{model.former.link}</a>
          </p>
        )}
        <p class="v-soft">{t('account.mistake')}</p>
      </div>
    </>
  );
}
