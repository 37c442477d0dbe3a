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
  const { brick, now, warning, again, form, peopleUrl, addUrl, off } = detail;
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
      {brick.state.kind === 'off' && detail.history.length > 0 && detail.term !== undefined && (
        <p class="v-soft v-small mt-3">
          <strong>{t('schoolBricks.ifOffTerm')}</strong> {detail.term}
        </p>
      )}
      {form && <SchoolBrickForm form={form} detail={detail} listUrl={listUrl} t={t} />}
      {peopleUrl !== undefined && <QuietLink icon="people-fill" url={peopleUrl} label={t('schoolBricks.seeWhoHas')} />}
      {addUrl !== undefined && <QuietLink icon="plus-lg" url={addUrl} label={t('schoolBricks.add')} />}
      {off && <SchoolBrickOff off={off} detail={detail} t={t} />}
      <History detail={detail} t={t} />
    </Card>
  );
}

function History({ detail: { history, historyUrl }, t }: Pick<SchoolBrickCardProps, 'detail' | 't'>): VNode {
  return (
    <>
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
        <QuietLink icon="clock-fill" url={historyUrl} label={t('schoolBricks.historyAll')} />
      )}
    </>
  );
}

interface QuietLinkProps {
  readonly icon: string;
  readonly url: string;
  readonly label: string;
}

function QuietLink({ icon, url, label }: QuietLinkProps): VNode {
  return (
    <div class="v-outdent">
      <LinkButton kind="quiet" icon={icon} href={url}>
        {label}
      </LinkButton>
    </div>
  );
}
