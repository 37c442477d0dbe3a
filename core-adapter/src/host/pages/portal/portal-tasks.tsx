// SPDX-License-Identifier: EUPL-1.2
import { Fragment, type VNode } from 'preact';
import { useId } from 'preact/hooks';
import type { TaskProgress } from '../../../api/portal.js';
import type { Translate } from '../../../api/i18n.js';
import { BrickBadge, LinkButton, Row, Rows } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { InheritedTasks, MoreTasks, PortalTaskRow } from './portal.model.js';

interface PortalTasksProps {
  readonly tasks: readonly PortalTaskRow[];
  readonly inherited?: readonly InheritedTasks[] | undefined;
  readonly more?: MoreTasks | undefined;
  /** The reader is a pupil: signs are larger. */
  readonly child: boolean;
  readonly t: Translate<HostKey>;
}

/** The tasks of the reader. The sentence above them gives their number. */
export function PortalTasks({ tasks, inherited = [], more, child, t }: PortalTasksProps): VNode | null {
  const id = useId();
  if (tasks.length === 0 && inherited.length === 0) return null;
  return (
    <section class="v-section" aria-labelledby={id}>
      <h2 class="visually-hidden" id={id}>
        {t('portal.tasks')}
      </h2>
      <Rows>
        <TaskRows tasks={tasks} child={child} t={t} />
        {inherited.map(({ heading, tasks: own }) => (
          <Fragment key={heading}>
            <li class="v-rowhead">
              <h3>{heading}</h3>
            </li>
            <TaskRows tasks={own} child={child} t={t} />
          </Fragment>
        ))}
      </Rows>
      {more && <More more={more} t={t} />}
    </section>
  );
}

/** « Et encore 2 choses dans Messages et Travaux » */
function More({ more: { count, links }, t }: { readonly more: MoreTasks; readonly t: PortalTasksProps['t'] }): VNode {
  const between = (place: number): string => {
    if (place === 0) return ' ';
    return place === links.length - 1 ? ` ${t('portal.moreAnd')} ` : ', ';
  };
  return (
    <p class="mt-3 mb-0">
      {t('portal.more', { count })}
      {links.map(({ text, url }, place) => (
        <Fragment key={url}>
          {between(place)}
          <a href={url}>{text}</a>
        </Fragment>
      ))}
    </p>
  );
}

function TaskRows({ tasks, child, t }: Omit<PortalTasksProps, 'inherited' | 'more'>): VNode {
  return (
    <>
      {tasks.map((task) => (
        <Row
          key={`${task.url} ${task.title}`}
          sign={<BrickBadge colour={task.colour} icon={task.icon} size={child ? 'large' : 'medium'} soft />}
          title={task.title}
          detail={<TaskDetail task={task} t={t} />}
          action={<TaskLink task={task} />}
        />
      ))}
    </>
  );
}

/** The button of a task: filled for the most urgent one of the page. */
export function TaskLink({ task: { action, title, url, isFirst } }: { readonly task: PortalTaskRow }): VNode {
  return (
    <LinkButton kind={isFirst ? 'primary' : 'secondary'} href={url}>
      {action}
      {/* Several links may say « Lire ». */}
      <span class="visually-hidden">{`\u00a0: ${title}`}</span>
    </LinkButton>
  );
}

interface TaskDetailProps {
  readonly task: Pick<PortalTaskRow, 'detail' | 'progress'>;
  readonly t: Translate<HostKey>;
}

export function TaskDetail({ task: { detail, progress }, t }: TaskDetailProps): VNode {
  return (
    <>
      {detail}
      {progress && <Progress {...progress} t={t} />}
    </>
  );
}

function Progress({ done, of, t }: TaskProgress & { readonly t: Translate<HostKey> }): VNode {
  const words = t('portal.progress', { done, of });
  return (
    <span class="v-wallline">
      <progress value={done} max={of} aria-label={words} />
      <span class="v-small" aria-hidden="true">
        {words}
      </span>
    </span>
  );
}
