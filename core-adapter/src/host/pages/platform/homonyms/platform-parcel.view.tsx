// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Button, Card, FactList, Point, TextField } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { QuestionPage } from './question-page.view.js';
import type { ComparedFact } from './platform-homonyms.model.js';

/** `/admin/homonyms/parcels/:id` */
export interface PlatformParcelModel {
  readonly url: string;
  readonly why: string;
  /** « Transmission de l’École des Lilas », « Élève du Collège du Parc » */
  readonly columns: readonly [string, string];
  readonly facts: readonly ComparedFact[];
  /** The consequence of either decision. */
  readonly delivered: string;
  readonly waits: string;
  /** The decision, in sentences; the form is then not shown. */
  readonly decided: readonly string[];
  /** Why a decision was not accepted. */
  readonly problem?: string | undefined;
  /** The typed reason. */
  readonly reason: string;
}

interface PlatformParcelProps {
  readonly model: PlatformParcelModel;
  readonly t: Translate<HostKey>;
}

/** A pupil who was handed over and a pupil of the school that receives, fact by fact, and the consequences of either decision. */
export function PlatformParcelView({ model, t }: PlatformParcelProps): VNode {
  return (
    <QuestionPage title={t('platform.parcelTitle')} model={model} t={t}>
      <Decision model={model} t={t} />
    </QuestionPage>
  );
}

function Decision({ model: { url, delivered, waits, reason }, t }: PlatformParcelProps): VNode {
  return (
    <form class="v-parts" method="post" action={url} data-keep="reason">
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
