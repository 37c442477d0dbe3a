// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import type { Translate } from '../../../api/i18n.js';
import { Avatar } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import { PortalLines } from './portal-lines.js';
import { TaskDetail, TaskLink } from './portal-tasks.js';
import { PortalTools } from './portal-tools.js';
import type { PortalKid } from './portal.model.js';

interface PortalKidsProps {
  readonly kids: readonly PortalKid[];
  readonly t: Translate<HostKey>;
}

/** One card a child: what waits, what is new, then the tools. */
export function PortalKids({ kids, t }: PortalKidsProps): VNode | null {
  if (kids.length === 0) return null;
  return (
    <div class={kids.length === 1 ? 'v-kidcards' : 'v-halves v-kidcards'}>
      {kids.map((kid) => (
        <KidCard key={kid.person.id} kid={kid} t={t} />
      ))}
    </div>
  );
}

function KidCard({ kid, t }: { readonly kid: PortalKid; readonly t: Translate<HostKey> }): VNode {
  const id = useId();
  const { person, givenName, detail, isAsked, tasks, lines, tools } = kid;
  return (
    <section class="v-kidcard" aria-labelledby={id}>
      <div class="v-kid">
        <Avatar of={person} />
        <div>
          <h2 id={id}>{givenName}</h2>
          <p class="v-soft">{detail}</p>
        </div>
      </div>
      <div class="v-card v-card-flush">
        {tasks.map((task) => (
          <div class="v-due" key={`${task.url} ${task.title}`}>
            <div class="v-due-text">
              <p class="v-row-title">{task.title}</p>
              <p>
                <TaskDetail task={task} t={t} />
              </p>
            </div>
            <TaskLink task={task} />
          </div>
        ))}
        {tasks.length === 0 && lines.length === 0 && (
          <p class="v-due v-soft">{t(isAsked ? 'portal.kidEmpty' : 'portal.kidUnasked', { name: givenName })}</p>
        )}
        <PortalLines lines={lines} />
        {tools.map(({ label, ...row }) => (
          <PortalTools key={label} label={label} {...row} />
        ))}
      </div>
    </section>
  );
}
