// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import type { Translate } from '../../../api/i18n.js';
import { BrickBadge, LinkButton, Row, Rows } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { PortalTaskRow } from './portal.model.js';

interface PortalTasksProps {
  readonly tasks: readonly PortalTaskRow[];
  /** The reader is a pupil: signs are larger, and the first action stands out. */
  readonly child: boolean;
  readonly t: Translate<HostKey>;
}

/** The tasks of the reader. The sentence above them gives their number. */
export function PortalTasks({ tasks, child, t }: PortalTasksProps): VNode | null {
  const id = useId();
  if (tasks.length === 0) return null;
  return (
    <section class="v-section" aria-labelledby={id}>
      <h2 class="visually-hidden" id={id}>
        {t('portal.tasks')}
      </h2>
      <Rows>
        {tasks.map(({ title, detail, action, url, icon, colour }, index) => (
          <Row
            key={`${url} ${title}`}
            sign={<BrickBadge colour={colour} icon={icon} size={child ? 'large' : 'medium'} soft />}
            title={title}
            detail={detail}
            action={
              <LinkButton kind={child && index === 0 ? 'primary' : 'secondary'} href={url}>
                {action}
                {/* Several links may say « Lire ». */}
                <span class="visually-hidden">{`\u00a0: ${title}`}</span>
              </LinkButton>
            }
          />
        ))}
      </Rows>
    </section>
  );
}
