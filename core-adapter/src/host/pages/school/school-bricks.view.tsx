// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Note, PageHead, PickRow, BrickBadge, Rows, Split } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import { SchoolBrickCard } from './school-brick-card.js';
import { SchoolTabs } from './school-tabs.js';
import { SchoolBrickState } from './school-brick-state.js';
import type { SchoolBricksModel } from './school-bricks.model.js';

interface SchoolBricksProps {
  readonly model: SchoolBricksModel;
  readonly t: Translate<HostKey>;
}

export function SchoolBricksView({ model, t }: SchoolBricksProps): VNode {
  const { selected, opened, listUrl } = model;
  return (
    <>
      <PageHead title={t('schoolBricks.title')} lead={t('schoolBricks.lead')} />
      <SchoolTabs uai={model.uai} current="bricks" t={t} />
      {selected === undefined ? (
        <Note>
          <p>{t('schoolBricks.none')}</p>
        </Note>
      ) : (
        <Split
          opened={opened}
          list={<BrickList model={model} t={t} />}
          detail={<SchoolBrickCard detail={selected} listUrl={listUrl} t={t} />}
        />
      )}
    </>
  );
}

function BrickList({ model, t }: SchoolBricksProps): VNode {
  return (
    <Rows>
      {model.bricks.map((brick) => (
        <PickRow
          key={brick.id}
          href={brick.url}
          current={brick.id === model.selected?.brick.id}
          sign={<BrickBadge colour={brick.colour} icon={brick.icon} soft={brick.forWhom === undefined} />}
          title={brick.title}
          detail={[brick.forWhom ?? brick.summary, brick.then].filter(Boolean).join('. ')}
          tag={<SchoolBrickState state={brick.state} t={t} />}
        />
      ))}
    </Rows>
  );
}
