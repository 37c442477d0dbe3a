// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { LinkButton, Note, BrickBadge, Rows, Tag } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { PlatformFrame } from '../shared/platform-frame.js';
import type { NamedBrick } from '../schools/platform-schools.model.js';

export interface PlatformBrick extends NamedBrick {
  /** « version 0.1.0, pour les écoles, allumée dans 12 écoles » */
  readonly detail: string;
  /** Why it failed and what to do, in English: an error's own sentences. Absent: it is ready. */
  readonly cause?: string | undefined;
  /** The errors since the process started: their number, and the last one in English. */
  readonly trouble?: { readonly count: number; readonly when: string; readonly sentence: string } | undefined;
  /** The number of its jobs that gave up; absent when none did. */
  readonly jobsGivenUp?: number | undefined;
  /** The schools in which it is on. */
  readonly schoolsUrl?: string | undefined;
}

/** `/admin/bricks` */
export interface PlatformBricksModel {
  readonly bricks: readonly PlatformBrick[];
}

interface PlatformBricksProps {
  readonly model: PlatformBricksModel;
  readonly t: Translate<HostKey>;
}

export function PlatformBricksView({ model: { bricks }, t }: PlatformBricksProps): VNode {
  return (
    <PlatformFrame section="bricks" title={t('platform.bricks')} lead={t('platform.bricksLead')} t={t}>
      {bricks.length === 0 ? (
        <Note>
          <p>{t('platform.noBrick')}</p>
        </Note>
      ) : (
        <Rows>
          {bricks.map((brick) => (
            <BrickRow key={brick.id} brick={brick} t={t} />
          ))}
        </Rows>
      )}
    </PlatformFrame>
  );
}

interface BrickRowProps {
  readonly brick: PlatformBrick;
  readonly t: Translate<HostKey>;
}

function BrickRow({ brick, t }: BrickRowProps): VNode {
  const { title, detail, icon, colour, cause, trouble, jobsGivenUp, schoolsUrl } = brick;
  return (
    <li class="v-row">
      <BrickBadge colour={colour} icon={icon} soft={cause !== undefined} />
      <div class="v-row-text">
        <p class="v-row-title v-titled">
          {title}
          <BrickTag failed={cause !== undefined} t={t} />
        </p>
        <p class="v-soft">{detail}</p>
        {cause !== undefined && (
          <p class="v-cause" lang="en">
            {cause}
          </p>
        )}
        {trouble && <Trouble trouble={trouble} t={t} />}
        {jobsGivenUp !== undefined && (
          <p class="v-cause">
            <Tag kind="warn" icon="exclamation-circle-fill">
              {t('platform.jobsGivenUp', { count: jobsGivenUp })}
            </Tag>{' '}
            {t('platform.jobsHint')}
          </p>
        )}
      </div>
      {schoolsUrl !== undefined && <LinkButton href={schoolsUrl}>{t('platform.seeSchools')}</LinkButton>}
    </li>
  );
}

function BrickTag({ failed, t }: { readonly failed: boolean; readonly t: Translate<HostKey> }): VNode {
  return failed ? (
    <Tag kind="bad" icon="exclamation-triangle-fill">
      {t('platform.failed')}
    </Tag>
  ) : (
    <Tag kind="good" icon="check-lg">
      {t('platform.ready')}
    </Tag>
  );
}

interface TroubleProps {
  readonly trouble: NonNullable<PlatformBrick['trouble']>;
  readonly t: Translate<HostKey>;
}

function Trouble({ trouble, t }: TroubleProps): VNode {
  const { count, when, sentence } = trouble;
  return (
    <p class="v-cause">
      <Tag kind="warn" icon="exclamation-circle-fill">
        {t('platform.troubles', { count })}
      </Tag>{' '}
      {t('platform.lastTrouble', { when })}
      <span lang="en">{sentence}</span>
    </p>
  );
}
