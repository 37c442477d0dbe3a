// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { PageHead, BrickBadge, Tabs, Aside } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { HelpModel, HelpSection, HelpText } from './help.model.js';

interface HelpPupilProps {
  readonly model: HelpModel;
  readonly t: Translate<HostKey>;
}

/** The help of a pupil: one card for each thing to do, one step a line, and a way to an adult. */
export function HelpPupilView({ model: { lead, profiles, sections }, t }: HelpPupilProps): VNode {
  return (
    <>
      <PageHead title={t('help.title')} lead={lead} />
      {profiles.length > 1 && <Tabs label={t('help.profiles')} tabs={profiles} />}
      <ul class="v-list v-howtos">
        {sections.flatMap((section) =>
          section.topics.map((topic) => <HowTo key={topic.title} section={section} topic={topic} />),
        )}
      </ul>
      <Aside title={t('help.trouble')}>
        <p>{t('help.trouble1')}</p>
        <p>{t('help.trouble2')}</p>
      </Aside>
    </>
  );
}

function HowTo({ section, topic }: { readonly section: HelpSection; readonly topic: HelpText }): VNode {
  return (
    <li class={`v-card brick-${section.colour}`}>
      <div class="v-howto-head">
        <BrickBadge colour={section.colour} icon={section.icon} size="large" />
        <h2>{topic.title}</h2>
      </div>
      <ol class="v-howto">
        {topic.lines.map((line) => (
          <li key={line}>
            <span>{line}</span>
          </li>
        ))}
      </ol>
    </li>
  );
}
