// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Card, LinkButton, Note, BrickBadge, Button, Figures, Point, FactList } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import { SchoolBrickForm } from './school-brick-form.js';
import { SchoolBrickRules } from './school-brick-rules.js';
import { SchoolBrickState } from './school-brick-state.js';
import type {
  SchoolBrickDetail,
  SchoolBrickState as BrickStateLines,
  SwitchOnAgain,
  SwitchOff,
} from './school-bricks.model.js';

interface SchoolBrickCardProps {
  readonly detail: SchoolBrickDetail;
  readonly listUrl: string;
  readonly t: Translate<HostKey>;
}

export function SchoolBrickCard({ detail, listUrl, t }: SchoolBrickCardProps): VNode {
  const { brick, now, state, warning, again, form, peopleUrl, addUrl, off } = detail;
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
      {state && <State state={state} t={t} />}
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

function State({
  state: { lines, changeUrl, wholeUrl },
  t,
}: {
  readonly state: BrickStateLines;
  readonly t: Translate<HostKey>;
}): VNode {
  return (
    <>
      <dl class="v-recap">
        {lines.map(({ label, text, detail }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {text}
              {detail !== undefined && <span class="v-soft"> {detail}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <div class="v-actions">
        <LinkButton href={changeUrl}>{t('schoolBricks.changeClasses')}</LinkButton>
        {wholeUrl !== undefined && (
          <LinkButton kind="quiet" href={wholeUrl}>
            {t('schoolBricks.backToWhole')}
          </LinkButton>
        )}
      </div>
    </>
  );
}

function History({ detail, t }: Pick<SchoolBrickCardProps, 'detail' | 't'>): VNode {
  const { history, historyUrl, canUndo } = detail;
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
      {canUndo && (
        <form method="post" action={detail.actionUrl} class="v-outdent">
          <input type="hidden" name="undo" value="true" />
          <input type="hidden" name="seen" value={detail.seen} />
          <Button kind="quiet" icon="arrow-counterclockwise" name="on" value="true">
            {t('schoolBricks.undoLast')}
          </Button>
        </form>
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

interface SchoolBrickAgainProps {
  readonly again: SwitchOnAgain;
  readonly detail: SchoolBrickDetail;
  readonly t: Translate<HostKey>;
}

/** A brick that was switched off: the way back comes before every other choice. */
function SchoolBrickAgain({ again: { rules, figure, action }, detail, t }: SchoolBrickAgainProps): VNode {
  return (
    <form class="v-effect v-again" method="post" action={detail.actionUrl} aria-labelledby="again">
      <h3 id="again">{t('schoolBricks.again')}</h3>
      {rules.map((rule) => (
        <p key={rule}>{rule}</p>
      ))}
      <Figures figures={[figure]} />
      <input type="hidden" name="again" value="true" />
      <input type="hidden" name="seen" value={detail.seen} />
      <Button kind="primary" name="on" value="true">
        {action}
      </Button>
    </form>
  );
}

interface SchoolBrickOffProps {
  readonly off: SwitchOff;
  readonly detail: SchoolBrickDetail;
  readonly t: Translate<HostKey>;
}

/** The consequences of switching off, and the stored data, before the one button that does it. */
function SchoolBrickOff({ off, detail, t }: SchoolBrickOffProps): VNode {
  const brick = detail.brick.title;
  const hangs = off.hangs === undefined ? t('schoolBricks.ifOffUnknown') : off.hangs.join(', ');
  return (
    <details class="v-fold v-off" open={off.open}>
      <summary>{t('schoolBricks.ifOff', { brick })}</summary>
      <FactList>
        <Point icon="door-closed-fill">
          <strong>{t('schoolBricks.ifOffNow')}</strong> {t('schoolBricks.ifOffNowText')}
        </Point>
        <Point icon="archive-fill">
          <strong>{t('schoolBricks.ifOffKept')}</strong> {t('schoolBricks.ifOffKeptText')}
        </Point>
      </FactList>
      {(detail.term !== undefined || hangs !== '') && (
        <details class="v-fold">
          <summary>{t('schoolBricks.ifOffMore')}</summary>
          <FactList>
            {detail.term !== undefined && (
              <Point icon="calendar-event">
                <strong>{t('schoolBricks.ifOffTerm')}</strong> {detail.term}
              </Point>
            )}
            {hangs !== '' && (
              <Point icon="hourglass-split">
                <strong>{t('schoolBricks.ifOffHangs')}</strong> {hangs}
              </Point>
            )}
          </FactList>
        </details>
      )}
      <form method="post" action={detail.actionUrl}>
        <input type="hidden" name="seen" value={detail.seen} />
        <Button kind="danger" name="on" value="false">
          {off.action}
        </Button>
      </form>
    </details>
  );
}
