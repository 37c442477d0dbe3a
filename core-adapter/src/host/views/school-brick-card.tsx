// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../api/i18n.js';
import { Button, Card, Figures, LinkButton, Note, Plate, Point, Points } from '../../ui/index.js';
import type { HostKey } from '../locales/index.js';
import { capitalised } from './capitalised.js';
import type { HistoryLine, SchoolBrickDetail } from './school-bricks.model.js';

interface SchoolBrickCardProps {
  readonly detail: SchoolBrickDetail;
  readonly listUrl: string;
  readonly t: Translate<HostKey>;
}

export function SchoolBrickCard({ detail, listUrl, t }: SchoolBrickCardProps): VNode {
  const { brick, history } = detail;
  return (
    <Card>
      <div class="v-back">
        <LinkButton kind="quiet" icon="arrow-left" href={listUrl}>
          {t('schoolBricks.back')}
        </LinkButton>
      </div>
      <div class="v-identity">
        <Plate colour={brick.colour} icon={brick.icon} size="large" />
        <div class="v-row-text">
          <h2>{brick.title}</h2>
          <p class="v-soft">{brick.summary}</p>
        </div>
      </div>
      {brick.failed && (
        <Note kind="bad">
          <p>{t('schoolBricks.failedText')}</p>
        </Note>
      )}
      <Audience detail={detail} t={t} />
      <Switch detail={detail} t={t} />
      <h3>{t('schoolBricks.history')}</h3>
      <History lines={history} t={t} />
    </Card>
  );
}

type PartProps = Omit<SchoolBrickCardProps, 'listUrl'>;

function Audience({ detail, t }: PartProps): VNode {
  return (
    <div class="v-effect">
      <h3>{t(detail.brick.on ? 'schoolBricks.have' : 'schoolBricks.willHave')}</h3>
      {detail.persons === 0 ? (
        <p>{t('schoolBricks.nobody')}</p>
      ) : (
        <Figures
          figures={detail.audience.map(({ profile, count }) => ({
            value: count,
            label: t(`audience.${profile}`, { count }),
          }))}
        />
      )}
    </div>
  );
}

/** What will happen, what can be undone, and the one button that does it. */
function Switch({ detail, t }: PartProps): VNode {
  const { brick: named, persons, actionUrl } = detail;
  const brick = named.title;
  return (
    <form method="post" action={actionUrl} class="v-decision">
      <h3>{t(named.on ? 'schoolBricks.ifOff' : 'schoolBricks.ifOn', { brick })}</h3>
      <Points>
        <Point icon={named.on ? 'door-closed-fill' : 'door-open-fill'}>
          {t(named.on ? 'schoolBricks.ifOffNow' : 'schoolBricks.ifOnNow')}
        </Point>
        <Point icon={named.on ? 'archive-fill' : 'arrow-counterclockwise'}>
          {t(named.on ? 'schoolBricks.ifOffKept' : 'schoolBricks.ifOnUndo')}
        </Point>
      </Points>
      {named.on ? (
        <Button kind="danger" name="on" value="false">
          {t('schoolBricks.turnOff', { brick })}
        </Button>
      ) : (
        <Button kind="primary" name="on" value="true">
          {persons === 0
            ? t('schoolBricks.turnOnNobody', { brick })
            : t('schoolBricks.turnOn', { brick, count: persons })}
        </Button>
      )}
    </form>
  );
}

interface HistoryProps {
  readonly lines: readonly HistoryLine[];
  readonly t: Translate<HostKey>;
}

function History({ lines, t }: HistoryProps): VNode {
  if (lines.length === 0) return <p class="v-soft v-small">{t('schoolBricks.historyEmpty')}</p>;
  return (
    <ul class="v-list v-soft v-small">
      {lines.map(({ date, name, on }, index) => (
        <li key={index}>{capitalised(t(on ? 'schoolBricks.historyOn' : 'schoolBricks.historyOff', { date, name }))}</li>
      ))}
    </ul>
  );
}
