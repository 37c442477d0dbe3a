// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../api/i18n.js';
import { Note, PageHead, PickRow, Plate, Rows, Split, Tag } from '../../ui/index.js';
import type { HostKey } from '../locales/index.js';
import { SchoolBrickCard } from './school-brick-card.js';
import type { SchoolBrick, SchoolBricksModel } from './school-bricks.model.js';

interface SchoolBricksProps {
  readonly model: SchoolBricksModel;
  readonly t: Translate<HostKey>;
}

export function SchoolBricksView({ model, t }: SchoolBricksProps): VNode {
  const { selected, opened, listUrl } = model;
  return (
    <>
      <PageHead title={t('schoolBricks.title')} lead={t('schoolBricks.lead')} />
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
          sign={<Plate colour={brick.colour} icon={brick.icon} soft={!brick.on} />}
          title={brick.title}
          detail={brick.summary}
          tag={<StateTag brick={brick} t={t} />}
        />
      ))}
    </Rows>
  );
}

interface StateTagProps {
  readonly brick: Pick<SchoolBrick, 'on' | 'failed'>;
  readonly t: Translate<HostKey>;
}

function StateTag({ brick, t }: StateTagProps): VNode {
  if (brick.failed) {
    return (
      <Tag kind="bad" icon="exclamation-triangle-fill">
        {t('schoolBricks.failed')}
      </Tag>
    );
  }
  return brick.on ? (
    <Tag kind="good" icon="check-lg">
      {t('schoolBricks.on')}
    </Tag>
  ) : (
    <Tag icon="circle">{t('schoolBricks.off')}</Tag>
  );
}
