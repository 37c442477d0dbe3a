// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { SelectField, TextField } from '../../../../ui/index.js';
import { DateField } from '../../../../ui/date-field.js';
import type { HostKey } from '../../../infra/locales/index.js';
import type { PlatformAuditModel } from './platform-audit.model.js';
import { PlatformFilters } from '../shared/platform-filters.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';

interface PlatformAuditFormProps {
  readonly model: PlatformAuditModel;
  readonly t: Translate<HostKey>;
}

/** The form that chooses lines of the journal. */
export function PlatformAuditForm({ model, t }: PlatformAuditFormProps): VNode {
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
