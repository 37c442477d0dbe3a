// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Button, Card, FactList, LinkButton, Note, Point, TextField } from '../../../../ui/index.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { PlatformFrame } from '../shared/platform-frame.js';
import { ComparedFacts } from './compared-facts.js';
import type { PlatformParcelModel } from './platform-parcels.model.js';

interface PlatformParcelProps {
  readonly model: PlatformParcelModel;
  readonly t: Translate<HostKey>;
}

/** A pupil that was handed over and a pupil of the school that receives, fact by fact, and the consequences of either decision. */
export function PlatformParcelView({ model, t }: PlatformParcelProps): VNode {
  const { why, columns, facts, decided, problem } = model;
  return (
    <PlatformFrame section="homonyms" title={t('platform.parcelTitle')} lead={why} t={t}>
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
        <Card flush>
          <ComparedFacts columns={columns} facts={facts} t={t} />
        </Card>
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

function Decision({ model: { url, delivered, waits, reason }, t }: PlatformParcelProps): VNode {
  return (
    <form class="v-parts" method="post" action={url}>
      <div class="v-text">
        <TextField
          name="reason"
          label={t('platform.homonymReason')}
          hint={t('platform.parcelReasonHint')}
          value={reason}
          maxLength={500}
        />
      </div>
      <div class="v-halves">
        <Card title={t('platform.parcelSame')}>
          <FactList>
            <Point icon="send-check-fill">{delivered}</Point>
            <Point icon="exclamation-triangle-fill">{t('platform.parcelSameFinal')}</Point>
          </FactList>
          <p class="v-after">
            <Button icon="person-fill" name="decision" value="same">
              {t('platform.parcelSame')}
            </Button>
          </p>
        </Card>
        <Card title={t('platform.parcelDifferent')}>
          <FactList>
            <Point icon="hourglass-split">{waits}</Point>
            <Point icon="check-lg">{t('platform.parcelDifferentOnce')}</Point>
          </FactList>
          <p class="v-after">
            <Button icon="people-fill" name="decision" value="different">
              {t('platform.parcelDifferent')}
            </Button>
          </p>
        </Card>
      </div>
    </form>
  );
}
