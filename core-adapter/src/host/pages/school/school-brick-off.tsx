// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Button, Point, FactList } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { SchoolBrickDetail, SwitchOff } from './school-bricks.model.js';

interface SchoolBrickOffProps {
  readonly off: SwitchOff;
  readonly detail: SchoolBrickDetail;
  readonly t: Translate<HostKey>;
}

/** The consequences of switching off, and the stored data, before the one button that does it. */
export function SchoolBrickOff({ off, detail, t }: SchoolBrickOffProps): VNode {
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
      <form method="post" action={detail.actionUrl}>
        <input type="hidden" name="seen" value={detail.seen} />
        <Button kind="danger" name="on" value="false">
          {t('schoolBricks.turnOff', { brick })}
        </Button>
      </form>
    </details>
  );
}
