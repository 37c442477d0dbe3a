// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Button, Card, Icon, LinkButton, PageHead, TextField } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';

// SPDX-License-Identifier: EUPL-1.2

/** `/admin/s/<UAI>/bricks/<brick>/people`: the people who have a brick, or would have it with the choice of the address. */
export interface SchoolBrickPeopleModel {
  /** « Qui l’aura : Fichiers » */
  readonly title: string;
  /** « 276 personnes » */
  readonly lead: string;
  /** Why the counts of the sections add up to more than the lead; absent when they do not. */
  readonly countedOnce?: string | undefined;
  readonly backUrl: string;
  readonly search: {
    readonly action: string;
    readonly text: string;
    /** The fields of the choice, to be sent with the search. */
    readonly fields: readonly { readonly name: string; readonly value: string }[];
  };
  /** The people of this page, class by class, then those without a class. */
  readonly sections: readonly PeopleSection[];
  /** « 1 à 100 sur 276 »; absent when one page is enough. */
  readonly range?: string | undefined;
  readonly previousUrl?: string | undefined;
  readonly nextUrl?: string | undefined;
}

export interface PeopleSection {
  /** « CM1 » */
  readonly label: string;
  /** « Karim Bensaïd · 25 élèves, 44 parents » */
  readonly detail: string;
  readonly open: boolean;
  readonly children: readonly {
    readonly id: string;
    readonly name: string;
    /** The child has the brick too. */
    readonly has: boolean;
    /** The guardians who have the brick. */
    readonly guardians: readonly string[];
  }[];
  /** « Odile Perret, personnel » */
  readonly others: readonly string[];
}

interface SchoolBrickPeopleProps {
  readonly model: SchoolBrickPeopleModel;
  readonly t: Translate<HostKey>;
}

export function SchoolBrickPeopleView({ model, t }: SchoolBrickPeopleProps): VNode {
  const { title, lead, countedOnce, backUrl, search, sections } = model;
  return (
    <>
      <div class="v-outdent">
        <LinkButton kind="quiet" icon="arrow-left" href={backUrl}>
          {t('schoolBricks.peopleBack')}
        </LinkButton>
      </div>
      <PageHead title={title} lead={lead} />
      {countedOnce !== undefined && <p class="v-soft v-small">{countedOnce}</p>}
      <form method="get" action={search.action} class="v-find" role="search">
        {search.fields.map(({ name, value }, index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <TextField name="q" label={t('schoolBricks.peopleSearch')} value={search.text} maxLength={100} />
        <Button icon="search">{t('schoolBricks.peopleFind')}</Button>
      </form>
      {sections.length === 0 ? (
        <Card>
          <p class="v-people-none">{t('schoolBricks.peopleNone')}</p>
        </Card>
      ) : (
        <Card flush>
          <ul class="v-list v-faq">
            {sections.map((section, index) => (
              <li key={index}>
                <People section={section} t={t} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Pages model={model} t={t} />
    </>
  );
}

/** A class, or the people without one; it opens without a script. */
function People({ section, t }: { readonly section: PeopleSection; readonly t: Translate<HostKey> }): VNode {
  const { label, detail, open, children, others } = section;
  return (
    <details open={open}>
      <summary>
        <span>
          {label} <span class="v-soft fw-normal">· {detail}</span>
        </span>
        <Icon name="chevron-down" />
      </summary>
      {children.length > 0 && <Children section={section} t={t} />}
      {others.length > 0 && (
        <ul class="v-list v-names">
          {others.map((name, index) => (
            <li key={index}>{name}</li>
          ))}
        </ul>
      )}
    </details>
  );
}

function Children({ section, t }: { readonly section: PeopleSection; readonly t: Translate<HostKey> }): VNode {
  const parents = t('schoolBricks.theirParents');
  return (
    <table class="table v-stack v-who">
      <thead>
        <tr>
          <th scope="col">{t('schoolBricks.child')}</th>
          <th scope="col">{parents}</th>
        </tr>
      </thead>
      <tbody>
        {section.children.map(({ id, name, has, guardians }) => (
          <tr key={id}>
            <th scope="row">
              {name}
              {!has && <span class="v-soft fw-normal"> {t('schoolBricks.childWithout')}</span>}
            </th>
            <td data-label={parents} class={guardians.length === 0 ? 'v-none' : undefined}>
              {guardians.length === 0 ? '–' : guardians.join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
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
