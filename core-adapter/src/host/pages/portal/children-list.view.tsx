// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Avatar, Icon, LinkButton, Note, PageHead, Section, Tag } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { ChildrenChoice, ChildrenLine, ChildrenListModel } from './present-children-list.js';

interface ChildrenListProps {
  readonly model: ChildrenListModel;
  readonly t: Translate<HostKey>;
}

/** The works or messages of all children of a guardian, with a filter by child. */
export function ChildrenListView({ model, t }: ChildrenListProps): VNode {
  const { title, lead, choices, parts, missing, schools } = model;
  return (
    <>
      <PageHead title={title} lead={lead} />
      {choices.length > 0 && <Choices choices={choices} t={t} />}
      {missing.map((sentence) => (
        <Note key={sentence} kind="warn">
          <p>{sentence}</p>
        </Note>
      ))}
      {parts.map(({ title: heading, lines }) =>
        heading === undefined ? (
          <Lines key="all" lines={lines} />
        ) : (
          <Section key={heading} title={heading}>
            <Lines lines={lines} />
          </Section>
        ),
      )}
      <Section title={t('children.schools')}>
        <ul class="v-list">
          {schools.map(({ label, url }) => (
            <li key={url}>
              <LinkButton kind="quiet" href={url} iconEnd="arrow-right">
                {label}
              </LinkButton>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Choices({
  choices,
  t,
}: {
  readonly choices: readonly ChildrenChoice[];
  readonly t: Translate<HostKey>;
}): VNode {
  return (
    <nav class="v-kids v-kids-filter" aria-label={t('children.filter')}>
      <ul class="v-list">
        {choices.map(({ label, person, url, isCurrent }) => (
          <li key={url}>
            <a href={url} aria-current={isCurrent ? 'page' : undefined}>
              {person ? <Avatar of={person} /> : <Icon name="people-fill" />}
              <strong>{label}</strong>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Lines({ lines }: { readonly lines: readonly ChildrenLine[] }): VNode {
  return (
    <ul class="v-list v-card v-card-flush v-factlines v-childlines">
      {lines.map((line) => (
        <Line key={`${line.url} ${line.about}`} line={line} />
      ))}
    </ul>
  );
}

/** The whole line is one link; its state comes first. */
function Line({ line: { tag, title, detail, about, url } }: { readonly line: ChildrenLine }): VNode {
  return (
    <li>
      <a class="v-factline" href={url}>
        <span class="v-childline-state">
          <Tag kind={tag.kind ?? 'plain'} icon={tag.icon}>
            {tag.label}
          </Tag>
        </span>
        <span class="v-row-text">
          <span class="v-facttitle">{title}</span>
          <span class="v-soft v-small">
            <strong>{about}</strong>
            {detail !== '' && `\u00a0: ${detail}`}
          </span>
        </span>
        <Icon name="chevron-right" />
      </a>
    </li>
  );
}
