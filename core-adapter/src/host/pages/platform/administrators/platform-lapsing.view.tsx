// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Button, Card, Section } from '../../../../ui/index.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';
import type { HostKey } from '../../../infra/locales/index.js';
import type { LapsingLine } from './platform-administrators.model.js';

interface PlatformLapsingProps {
  readonly lines: readonly LapsingLine[];
  readonly t: Translate<HostKey>;
}

/** Heads that no directory names in their school any more, with the day on which the right ends. */
export function PlatformLapsing({ lines, t }: PlatformLapsingProps): VNode | null {
  if (lines.length === 0) return null;
  return (
    <Section title={t('platform.lapsing')}>
      <p class="v-soft">{t('platform.lapsingLead')}</p>
      <Card flush>
        <table class="table v-stack">
          <thead>
            <tr>
              <th scope="col">{t('platform.column.person')}</th>
              <th scope="col">{t('platform.column.school')}</th>
              <th scope="col">{t('platform.column.unnamed')}</th>
              <th scope="col">{t('platform.column.ends')}</th>
              <th scope="col" class="v-end">
                {t('platform.column.action')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <LapsingRow key={line.revokeUrl} line={line} t={t} />
            ))}
          </tbody>
        </table>
      </Card>
    </Section>
  );
}

function LapsingRow({ line, t }: { readonly line: LapsingLine; readonly t: Translate<HostKey> }): VNode {
  const { personId, name, school, since, ends, revokeUrl } = line;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={t('platform.column.school')}>{school?.name}</td>
      <td data-label={t('platform.column.unnamed')}>{t('platform.lapsingSince', { day: since })}</td>
      <td data-label={t('platform.column.ends')}>
        {ends === undefined ? t('platform.lapsingStays') : t('platform.lapsingEnds', { day: ends })}
      </td>
      <td class="v-end">
        <form method="post" action={`${PLATFORM_URLS.administrators}/keep`}>
          <input type="hidden" name="person" value={personId} />
          <input type="hidden" name="uai" value={school?.uai ?? ''} />
          <Button kind="quiet" aria-label={t('platform.lapsingKeepOf', { name })}>
            {t('platform.lapsingKeep')}
          </Button>
          <a class="btn btn-quiet" href={revokeUrl} aria-label={t('platform.revokeOf', { name })}>
            {t('platform.revoke')}
          </a>
        </form>
      </td>
    </tr>
  );
}
