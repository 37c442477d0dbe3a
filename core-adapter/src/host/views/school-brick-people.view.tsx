// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../api/i18n.js';
import { Button, Card, LinkButton, PageHead, TextField } from '../../ui/index.js';
import type { HostKey } from '../locales/index.js';
import type { SchoolBrickPeopleModel } from './school-brick-people.model.js';

interface SchoolBrickPeopleProps {
  readonly model: SchoolBrickPeopleModel;
  readonly t: Translate<HostKey>;
}

export function SchoolBrickPeopleView({ model, t }: SchoolBrickPeopleProps): VNode {
  const { title, lead, backUrl, search, sections } = model;
  return (
    <>
      <div class="v-outdent">
        <LinkButton kind="quiet" icon="arrow-left" href={backUrl}>
          {t('schoolBricks.peopleBack')}
        </LinkButton>
      </div>
      <PageHead title={title} lead={lead} />
      <Card>
        <form method="get" action={search.action} class="v-find">
          {search.fields.map(({ name, value }, index) => (
            <input key={index} type="hidden" name={name} value={value} />
          ))}
          <TextField name="q" label={t('schoolBricks.peopleSearch')} value={search.text} maxLength={100} />
          <Button icon="search">{t('schoolBricks.peopleFind')}</Button>
        </form>
        {sections.length === 0 && <p class="v-people-none">{t('schoolBricks.peopleNone')}</p>}
        {sections.map(({ label, names }) => (
          <section key={label}>
            <h2 class="h3">{label}</h2>
            <ul class="v-list v-names">
              {names.map((name, index) => (
                <li key={index}>{name}</li>
              ))}
            </ul>
          </section>
        ))}
        <Pages model={model} t={t} />
      </Card>
    </>
  );
}

function Pages({ model: { range, previousUrl, nextUrl }, t }: SchoolBrickPeopleProps): VNode | null {
  if (range === undefined) return null;
  return (
    <nav class="v-actions" aria-label={t('schoolBricks.peoplePages')}>
      <span class="v-soft">{range}</span>
      {previousUrl !== undefined && (
        <LinkButton kind="quiet" icon="arrow-left" href={previousUrl}>
          {t('schoolBricks.peoplePrevious')}
        </LinkButton>
      )}
      {nextUrl !== undefined && (
        <LinkButton kind="quiet" iconEnd="arrow-right" href={nextUrl}>
          {t('schoolBricks.peopleNext')}
        </LinkButton>
      )}
    </nav>
  );
}
