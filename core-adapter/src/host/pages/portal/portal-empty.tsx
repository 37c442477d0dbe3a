// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Card, LinkButton } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';

interface PortalEmptyProps {
  readonly schoolBricksUrl: string | undefined;
  readonly bricksOfSchool?: number | undefined;
  readonly t: Translate<HostKey>;
}

/**
 * The portal without a brick. Heads read whether other users have bricks, and where to choose. Other readers read that the head chooses,
 * and find what is kept of them meanwhile and until when: jobs that delete do not wait for a brick that is off.
 */
export function PortalEmpty({ schoolBricksUrl, bricksOfSchool: count = 0, t }: PortalEmptyProps): VNode {
  const head = schoolBricksUrl !== undefined;
  const forOthers = head && count > 0;
  const title = forOthers ? 'portal.emptyForHead' : 'portal.emptyHead';
  const text = forOthers ? 'portal.emptyForHeadText' : 'portal.emptyHeadText';
  return (
    <Card title={t(head ? title : 'portal.empty')}>
      <div class="v-empty">
        <div>
          {head ? (
            <p>{t(text, { count })}</p>
          ) : (
            <p>
              {t('portal.emptyText')} <a href="/mes-donnees">{t('shell.data')}</a>
            </p>
          )}
          {head && (
            <LinkButton kind="primary" href={schoolBricksUrl}>
              {t('portal.emptyHeadAction')}
            </LinkButton>
          )}
        </div>
        <WallToLay />
      </div>
    </Card>
  );
}

/** A wall of missing bricks. */
function WallToLay(): VNode {
  const bricks = [0, 1, 2].flatMap((row) => [0, 1, 2, 3, 4, 5, 6, 7].map((brick) => ({ row, brick })));
  return (
    <svg class="v-wall" viewBox="0 0 320 54" aria-hidden="true">
      {bricks.map(({ row, brick }) => (
        <rect
          key={`${row} ${brick}`}
          class="v-wall-off"
          x={brick * 38 + (row === 1 ? 19.5 : 0.5)}
          y={row * 19 + 0.5}
          width="33"
          height="14"
          rx="3.5"
        />
      ))}
    </svg>
  );
}
