// SPDX-License-Identifier: EUPL-1.2
import { Button, Crumbs, LinkButton, PageHead, TicksField, type Crumb } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts } from '../../brick-types.js';
import type { ClassLine } from '../../domain/grid/class-lines.js';

export interface LinesViewProps {
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly lines: readonly ClassLine[];
  readonly urls: { readonly lines: string; readonly grid: string };
  readonly error: string | undefined;
  readonly t: LivretTexts;
}

/** The lines that a class fills in during a period. */
export function LinesView({ title, crumbs, lines, urls, error, t }: LinesViewProps): VNode {
  const ticks = lines.map(({ code, label, domain, isOn }) => ({
    ...{ value: code, label, checked: isOn },
    detail: domain === label ? undefined : domain,
  }));
  return (
    <>
      <Crumbs label={t('crumbs.label')} crumbs={crumbs} />
      <PageHead title={title} lead={t('lines.lead')} />
      <form method="post" action={urls.lines}>
        <TicksField name="line" label={t('lines.assessed')} error={error} ticks={ticks} tiles />
        <div class="v-actions v-after">
          <Button kind="primary">{t('lines.save')}</Button>
          <LinkButton kind="quiet" href={urls.grid}>
            {t('lines.back')}
          </LinkButton>
        </div>
      </form>
    </>
  );
}
