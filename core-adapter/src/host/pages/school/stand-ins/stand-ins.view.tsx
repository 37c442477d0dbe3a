// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Avatar, Note, PageHead, Row, Rows, Section } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { SchoolTabs } from '../school-tabs.js';
import { StandInFormCard } from './stand-in-form.js';
import type { StandInLine, StandInsModel } from './stand-ins.model.js';

interface StandInsProps {
  readonly model: StandInsModel;
  readonly t: Translate<HostKey>;
}

export function StandInsView({ model, t }: StandInsProps): VNode {
  const { uai, lines, form } = model;
  return (
    <>
      <PageHead title={t('standIns.title')} lead={t('standIns.lead')} />
      <SchoolTabs uai={uai} current="replacements" t={t} />
      <div class="v-columns">
        <Section title={t('standIns.now')}>
          {lines.length === 0 ? <p class="v-soft">{t('standIns.none')}</p> : <StandInLines lines={lines} t={t} />}
        </Section>
        {form.classes.length === 0 ? (
          <Note>
            <p>{t('standIns.noClass')}</p>
          </Note>
        ) : (
          <StandInFormCard form={form} t={t} />
        )}
      </div>
    </>
  );
}

interface StandInLinesProps {
  readonly lines: readonly StandInLine[];
  readonly t: Translate<HostKey>;
}

function StandInLines({ lines, t }: StandInLinesProps): VNode {
  return (
    <Rows>
      {lines.map((line) => (
        <Row
          key={line.id}
          sign={<Avatar of={line.person} />}
          title={line.title}
          detail={[line.days, line.from].filter(Boolean).join(' · ')}
          action={<EndButton line={line} t={t} />}
        />
      ))}
    </Rows>
  );
}

function EndButton({ line, t }: { readonly line: StandInLine; readonly t: Translate<HostKey> }): VNode {
  return (
    <form method="post" action={line.endUrl} class="v-stand-in-end">
      <button class="btn btn-quiet" type="submit" aria-label={line.endLabel}>
        {t('standIns.end')}
      </button>
    </form>
  );
}
