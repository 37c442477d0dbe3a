// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Button, Card, LinkButton, Note, Point, FactList, TextField } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { PlatformFrame } from '../shared/platform-frame.js';
import { ComparedFacts } from './compared-facts.js';
import type { PlatformHomonymModel } from './platform-homonyms.model.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';

interface PlatformHomonymProps {
  readonly model: PlatformHomonymModel;
  readonly t: Translate<HostKey>;
}

/** Two records, fact by fact, and the consequences of either decision. */
export function PlatformHomonymView({ model, t }: PlatformHomonymProps): VNode {
  const { why, columns, facts, decided, problem } = model;
  return (
    <PlatformFrame section="homonyms" title={t('platform.homonymTitle')} lead={why} t={t}>
      <div class="v-parts">
        {problem !== undefined && (
          <Note kind="bad" role="alert">
            <p>{problem}</p>
          </Note>
        )}
        {decided.length > 0 && (
          <Note kind="good">
            {decided.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Note>
        )}
        {facts.length > 0 && (
          <Card flush>
            <ComparedFacts columns={columns} facts={facts} t={t} />
          </Card>
        )}
        {decided.length === 0 && <Decision model={model} t={t} />}
        <p>
          <LinkButton kind="quiet" icon="arrow-left" href={PLATFORM_URLS.homonyms}>
            {t('platform.homonymBack')}
          </LinkButton>
        </p>
      </div>
    </PlatformFrame>
  );
}

function Decision({ model: { url, kept, reason }, t }: PlatformHomonymProps): VNode {
  return (
    <form class="v-parts" method="post" action={url}>
      <div class="v-text">
        <TextField
          name="reason"
          label={t('platform.homonymReason')}
          hint={t('platform.homonymReasonHint')}
          value={reason}
          maxLength={500}
        />
      </div>
      <div class="v-halves">
        <Card title={t('platform.homonymSame')}>
          <FactList>
            <Point icon="person-check-fill">{t('platform.homonymSameJoined')}</Point>
            <Point icon="door-open-fill">{kept}</Point>
            <Point icon="folder-fill">{t('platform.homonymSameMoved')}</Point>
            <Point icon="exclamation-triangle-fill">{t('platform.homonymSameFinal')}</Point>
          </FactList>
          <p class="v-after">
            <Button icon="person-fill" name="decision" value="same">
              {t('platform.homonymSame')}
            </Button>
          </p>
        </Card>
        <Card title={t('platform.homonymDifferent')}>
          <FactList>
            <Point icon="people-fill">{t('platform.homonymDifferentNothing')}</Point>
            <Point icon="check-lg">{t('platform.homonymDifferentOnce')}</Point>
          </FactList>
          <p class="v-after">
            <Button icon="people-fill" name="decision" value="different">
              {t('platform.homonymDifferent')}
            </Button>
          </p>
        </Card>
      </div>
    </form>
  );
}
