// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Card, LinkButton, Note, BrickBadge } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import { SchoolBrickAgain } from './school-brick-again.js';
import { SchoolBrickForm } from './school-brick-form.js';
import { SchoolBrickOff } from './school-brick-off.js';
import { SchoolBrickRules } from './school-brick-rules.js';
import { SchoolBrickState } from './school-brick-state.js';
import type { SchoolBrickDetail } from './school-bricks.model.js';

interface SchoolBrickCardProps {
  readonly detail: SchoolBrickDetail;
  readonly listUrl: string;
  readonly t: Translate<HostKey>;
}

export function SchoolBrickCard({ detail, listUrl, t }: SchoolBrickCardProps): VNode {
  const { brick, now, warning, again, form, peopleUrl, addUrl, off, history, historyUrl } = detail;
  return (
    <Card>
      <div class="v-back">
        <LinkButton kind="quiet" icon="arrow-left" href={listUrl}>
          {t('schoolBricks.back')}
        </LinkButton>
      </div>
      <div class="v-identity v-identity-wide">
        <BrickBadge colour={brick.colour} icon={brick.icon} size="large" />
        <div class="v-row-text">
          <h2>{brick.title}</h2>
          <p class="v-soft">{brick.summary}</p>
        </div>
        <SchoolBrickState state={brick.state} t={t} />
      </div>
      {warning !== undefined && (
        <Note kind="warn" role="alert">
          <p>{warning}</p>
        </Note>
      )}
      {brick.state.kind === 'failed' && (
        <Note kind="bad">
          <p>{t('schoolBricks.failedText')}</p>
        </Note>
      )}
      {now !== undefined && <p class="v-now">{now}</p>}
      <SchoolBrickRules detail={detail} t={t} />
      {again && <SchoolBrickAgain again={again} detail={detail} t={t} />}
      {form && <SchoolBrickForm form={form} detail={detail} listUrl={listUrl} t={t} />}
      {peopleUrl !== undefined && (
        <div class="v-outdent">
          <LinkButton kind="quiet" icon="people-fill" href={peopleUrl}>
            {t('schoolBricks.seeWhoHas')}
          </LinkButton>
        </div>
      )}
      {addUrl !== undefined && (
        <div class="v-outdent">
          <LinkButton kind="quiet" icon="plus-lg" href={addUrl}>
            {t('schoolBricks.add')}
          </LinkButton>
        </div>
      )}
      {off && <SchoolBrickOff off={off} detail={detail} t={t} />}
      <h3>{t('schoolBricks.history')}</h3>
      {history.length === 0 ? (
        <p class="v-soft v-small">{t('schoolBricks.historyEmpty')}</p>
      ) : (
        <ul class="v-list v-soft v-small v-history">
          {history.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ul>
      )}
      {historyUrl !== undefined && (
        <div class="v-outdent">
          <LinkButton kind="quiet" icon="clock-fill" href={historyUrl}>
            {t('schoolBricks.historyAll')}
          </LinkButton>
        </div>
      )}
    </Card>
  );
}
