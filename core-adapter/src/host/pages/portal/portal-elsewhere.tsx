// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import type { Translate } from '../../../api/i18n.js';
import { LinkButton } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import { PortalLines } from './portal-lines.js';
import type { OtherSchool } from './portal.model.js';

interface PortalElsewhereProps {
  readonly schools: readonly OtherSchool[];
  readonly t: Translate<HostKey>;
}

/** The other schools of the reader, each with what waits there. */
export function PortalElsewhere({ schools, t }: PortalElsewhereProps): VNode | null {
  if (schools.length === 0) return null;
  return (
    <div class="v-parts">
      {schools.map((school) => (
        <ElsewhereCard key={school.url} school={school} t={t} />
      ))}
    </div>
  );
}

function ElsewhereCard({ school, t }: { readonly school: OtherSchool; readonly t: Translate<HostKey> }): VNode {
  const id = useId();
  const { name, url, tasks } = school;
  return (
    <section class="v-card v-otherschool" aria-labelledby={id}>
      <p class="v-factlabel">{t('portal.other')}</p>
      <h2 id={id}>{name}</h2>
      {tasks.length === 0 && <p class="v-soft">{t('portal.otherEmpty')}</p>}
      <PortalLines lines={tasks} />
      <LinkButton kind="quiet" href={url} iconEnd="arrow-right">
        {t('portal.otherGo')}
        <span class="visually-hidden">{`\u00a0: ${name}`}</span>
      </LinkButton>
    </section>
  );
}
