// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import {
  Avatar,
  Note,
  PageHead,
  Row,
  Rows,
  Section,
  Button,
  Card,
  ChoiceField,
  DateField,
  SelectField,
  TextField,
  type AvatarPerson,
  type Choice,
} from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { SchoolTabs } from '../school-tabs.js';
import type { StandInField } from '../../../domain/stand-ins/stand-in-problems.js';

/** One replacement, now or to come. */
export interface StandInLine {
  readonly id: string;
  readonly person: AvatarPerson;
  /** « CM1 : Paul Droz » */
  readonly title: string;
  /** « Du 3 au 14 décembre compris » */
  readonly days: string;
  /** « Enseigne dans une autre école » */
  readonly from?: string | undefined;
  readonly endUrl: string;
  /** « Terminer le remplacement de Paul Droz, CM1 » */
  readonly endLabel: string;
  /** For a head: « Laisser un mot », with « Laisser un mot, CM1, Paul Droz » as its name. */
  readonly word?: { readonly url: string; readonly text: string; readonly label: string } | undefined;
}

/** The teacher of another school that a login named, to be confirmed before the class is given to them. */
export interface StandInCandidate {
  readonly id: string;
  /** « Karim Bensalem, Collège du Parc » */
  readonly name: string;
}

/** The typed values. `start` is `day` for the day of `from`, which is empty otherwise. */
export type StandInWords = Readonly<Record<StandInField, string>> & { readonly start: 'now' | 'day' };

export interface StandInForm {
  readonly action: string;
  /** The classes of this school year. */
  readonly classes: readonly Choice[];
  /** The teachers of the school. */
  readonly teachers: readonly Choice[];
  readonly words: StandInWords;
  readonly errors: Partial<Record<StandInField, string>>;
  readonly candidate?: StandInCandidate | undefined;
}

export interface StandInsModel {
  readonly uai: string;
  readonly lines: readonly StandInLine[];
  readonly form: StandInForm;
}

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
          action={<LineActions line={line} t={t} />}
        />
      ))}
    </Rows>
  );
}

function LineActions({ line, t }: { readonly line: StandInLine; readonly t: Translate<HostKey> }): VNode {
  const { word, endUrl, endLabel } = line;
  return (
    <div class="v-stand-in-acts">
      {word && (
        <a class="btn btn-quiet" href={word.url} aria-label={word.label}>
          {word.text}
        </a>
      )}
      <details>
        <summary class="btn btn-quiet" aria-label={endLabel}>
          {t('standIns.end')}
        </summary>
        <form method="post" action={endUrl}>
          <p class="v-soft v-small">{t('standIns.endSure')}</p>
          <button class="btn btn-secondary" type="submit">
            {t('standIns.endNow')}
          </button>
        </form>
      </details>
    </div>
  );
}

interface StandInFormProps {
  readonly form: StandInForm;
  readonly t: Translate<HostKey>;
}

/** The form that gives a class to a replacement teacher. Typed values are kept, with the errors beside them. */
function StandInFormCard({ form, t }: StandInFormProps): VNode {
  const { words, errors, candidate } = form;
  const first = <DateField name="from" label={t('standIns.firstDay')} value={words.from} error={errors.from} />;
  const starts = [
    { value: 'now', label: t('standIns.atOnce') },
    { value: 'day', label: t('standIns.from'), fields: first },
  ];
  return (
    <div class="v-stand-in-add">
      <Card title={t('standIns.add')}>
        <form method="post" action={form.action}>
          {candidate && <Sure candidate={candidate} t={t} />}
          <SelectField
            name="group"
            label={t('standIns.class')}
            choices={form.classes}
            value={words.group}
            none={t('standIns.choose')}
            error={errors.group}
          />
          <SelectField
            name="person"
            label={t('standIns.person')}
            choices={form.teachers}
            value={words.person}
            none={t('standIns.choose')}
            error={errors.person}
          />
          <TextField
            name="login"
            label={t('standIns.login')}
            hint={t('standIns.loginHint')}
            value={words.login}
            error={errors.login}
            maxLength={190}
          />
          <div class="v-days">
            <ChoiceField name="start" label={t('standIns.start')} choices={starts} value={words.start} />
            <DateField
              name="until"
              label={t('standIns.until')}
              hint={t('standIns.untilHint')}
              value={words.until}
              error={errors.until}
            />
          </div>
          <p class="v-soft">{t('standIns.effect')}</p>
          <Button kind="primary">{t(candidate ? 'standIns.yes' : 'standIns.action')}</Button>
        </form>
      </Card>
    </div>
  );
}

interface SureProps extends Pick<StandInFormProps, 't'> {
  readonly candidate: StandInCandidate;
}

/** The question about a teacher of another school. It has the focus, so that it is in sight on a phone, where the form stands below the list. */
function Sure({ candidate: { id, name }, t }: SureProps): VNode {
  return (
    <div tabindex={-1} autofocus>
      <Note kind="warn" role="alert">
        <p>{t('standIns.sure', { name })}</p>
        <input type="hidden" name="sure" value={id} />
      </Note>
    </div>
  );
}
