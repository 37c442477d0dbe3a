// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { LinkButton, Note, Tag, SelectField, TextField, type Choice } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { PlatformFrame } from '../shared/platform-frame.js';
import { DateField } from '../../../../ui/date-field.js';
import { PlatformFilters } from '../shared/platform-filters.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';

/** The fields of the journal's form, as they are typed and sent. */
export interface AuditWords {
  readonly school: string;
  readonly person: string;
  readonly action: string;
  readonly outcome: string;
  readonly from: string;
  readonly until: string;
}

export interface JournalLine {
  readonly id: string;
  readonly when: string;
  /** « Mathieu Grosjean a allumé Fichiers à l’École des Tilleuls » */
  readonly sentence: string;
  readonly failed: boolean;
  readonly details: readonly { readonly name: string; readonly value: string }[];
}

/** `/admin/audit` */
export interface PlatformAuditModel {
  readonly words: AuditWords;
  readonly errors: Readonly<Partial<Record<keyof AuditWords, string>>>;
  readonly actionChoices: readonly Choice[];
  /** Whether the form narrows the journal. */
  readonly narrowed: boolean;
  /** « Les heures sont celles d’Europe/Paris. » */
  readonly zone: string;
  readonly lines: readonly JournalLine[];
  readonly newestUrl?: string | undefined;
  readonly olderUrl?: string | undefined;
}

interface PlatformAuditProps {
  readonly model: PlatformAuditModel;
  readonly t: Translate<HostKey>;
}

export function PlatformAuditView({ model, t }: PlatformAuditProps): VNode {
  const { lines, narrowed, zone, newestUrl, olderUrl } = model;
  return (
    <PlatformFrame section="audit" title={t('platform.audit')} lead={t('platform.auditLead')} t={t}>
      <PlatformAuditForm model={model} t={t} />
      <p class="v-soft v-small">{zone}</p>
      {lines.length === 0 ? (
        <Note>
          <p>{t(narrowed ? 'platform.auditNone' : 'platform.auditNoneYet')}</p>
        </Note>
      ) : (
        <ol class="v-list v-rows v-card v-card-flush">
          {lines.map((line) => (
            <JournalRow key={line.id} line={line} t={t} />
          ))}
        </ol>
      )}
      {(newestUrl ?? olderUrl) !== undefined && (
        <nav class="v-paging" aria-label={t('platform.pages')}>
          {newestUrl !== undefined && (
            <LinkButton kind="quiet" icon="chevron-double-left" href={newestUrl}>
              {t('platform.auditNewest')}
            </LinkButton>
          )}
          {olderUrl !== undefined && (
            <LinkButton kind="quiet" iconEnd="chevron-right" href={olderUrl}>
              {t('platform.auditOlder')}
            </LinkButton>
          )}
        </nav>
      )}
    </PlatformFrame>
  );
}

function JournalRow({ line, t }: { readonly line: JournalLine; readonly t: Translate<HostKey> }): VNode {
  return (
    <li class="v-journal">
      <span class="v-soft v-small">{line.when}</span>
      <p class="v-titled">
        {line.sentence}
        {line.failed && (
          <Tag kind="bad" icon="x-lg">
            {t('platform.auditFailed')}
          </Tag>
        )}
      </p>
      <details class="v-more">
        <summary>{t('platform.auditDetails')}</summary>
        <dl class="v-pairs">
          {line.details.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  );
}

interface PlatformAuditFormProps {
  readonly model: PlatformAuditModel;
  readonly t: Translate<HostKey>;
}

/** The form that chooses lines of the journal. */
function PlatformAuditForm({ model, t }: PlatformAuditFormProps): VNode {
  const { words, errors, actionChoices, narrowed } = model;
  const outcomes = [
    { value: '', label: t('platform.auditAnyOutcome') },
    { value: 'done', label: t('platform.auditDone') },
    { value: 'failed', label: t('platform.auditFailed') },
  ];
  return (
    <PlatformFilters action={PLATFORM_URLS.audit} label={t('platform.auditFilters')} narrowed={narrowed} t={t}>
      <TextField
        name="school"
        label={t('platform.auditSchool')}
        value={words.school}
        error={errors.school}
        maxLength={8}
      />
      <TextField
        name="person"
        label={t('platform.auditPerson')}
        hint={t('platform.auditPersonHint')}
        value={words.person}
        error={errors.person}
        maxLength={190}
      />
      <SelectField name="action" label={t('platform.auditAction')} choices={actionChoices} value={words.action} />
      <SelectField name="outcome" label={t('platform.auditOutcome')} choices={outcomes} value={words.outcome} />
      <DateField name="from" label={t('platform.auditFrom')} value={words.from} error={errors.from} />
      <DateField name="until" label={t('platform.auditUntil')} value={words.until} error={errors.until} />
    </PlatformFilters>
  );
}
