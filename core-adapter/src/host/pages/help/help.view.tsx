// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Card, Icon, LinkButton, PageHead, BrickBadge, Tabs, Aside } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { HelpModel, HelpSection, HelpText } from './help.model.js';

interface HelpProps {
  readonly model: HelpModel;
  readonly t: Translate<HostKey>;
}

/** The help for adults: questions that open, by subject, with the people to ask beside them. */
export function HelpView({ model, t }: HelpProps): VNode {
  const { profiles, sections, lead } = model;
  return (
    <>
      <PageHead title={t('help.title')} lead={lead} />
      {profiles.length > 1 && <Tabs label={t('help.profiles')} tabs={profiles} />}
      {sections.length > 1 && (
        <nav class="v-jump" aria-label={t('help.contents')}>
          {sections.map(({ title }, index) => (
            <a key={title} href={`#${idOf(index)}`}>
              {title}
            </a>
          ))}
        </nav>
      )}
      <div class="v-columns v-help">
        <div>
          {sections.map((section, index) => (
            <Section key={section.title} id={idOf(index)} section={section} isFirst={index === 0} />
          ))}
        </div>
        <Contacts model={model} t={t} />
      </div>
    </>
  );
}

function idOf(index: number): string {
  return `aide-${index + 1}`;
}

interface SectionProps {
  readonly id: string;
  readonly section: HelpSection;
  readonly isFirst: boolean;
}

function Section({ id, section, isFirst }: SectionProps): VNode {
  return (
    <section class="v-section" aria-labelledby={id}>
      <h2 id={id}>
        <BrickBadge colour={section.colour} icon={section.icon} size="small" soft />
        {section.title}
      </h2>
      <ul class="v-list v-faq v-card v-card-flush">
        {section.topics.map((topic, index) => (
          <li key={topic.title}>
            <Question {...topic} isOpen={isFirst && index === 0} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The first one is open, so that the page shows how the others open. */
function Question({ title, lines, isOpen }: HelpText & { readonly isOpen: boolean }): VNode {
  return (
    <details open={isOpen}>
      <summary>
        {title}
        <Icon name="chevron-down" />
      </summary>
      <div class="v-faq-body">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </details>
  );
}

function Contacts({ model: { reader, schools, contactUrl }, t }: HelpProps): VNode {
  return (
    <div>
      <Card title={t('help.ask')}>
        <p>{t(reader === 'head' ? 'help.askHead' : 'help.askSchool')}</p>
        {reader !== 'head' && schools.length > 0 && (
          <ul class="v-list v-facts">
            {schools.map((name) => (
              <li key={name}>
                <strong>{name}</strong>
              </li>
            ))}
          </ul>
        )}
        {contactUrl !== undefined && (
          <LinkButton href={contactUrl} icon="envelope-fill">
            {t('help.askOperator')}
          </LinkButton>
        )}
      </Card>
      {reader === 'guardian' && (
        <Aside title={t('help.phone')}>
          <p>{t('help.phone1')}</p>
        </Aside>
      )}
    </div>
  );
}
