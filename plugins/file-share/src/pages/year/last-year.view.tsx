// SPDX-License-Identifier: EUPL-1.2
import { BrickBadge, Button, Card, LinkButton, Note, Row, Rows, Section, type Tab } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts, ViewProps } from '../../brick-types.js';
import { EndingNote } from '../shared/works/ending-note.view.js';
import { DriveHead } from '../shared/drive-head.view.js';
import type { EndingModel } from '../../domain/parts/ending-works.js';

/** The model of the page « Classes d’avant ». */
export interface LastYearModel {
  readonly tabs: readonly Tab[];
  readonly searchUrl: string;
  /** Sentences about what can be done with these files, and until when they are kept. */
  readonly lead: readonly string[];
  /** For a pupil in summer: that works and corrections go. */
  readonly endings: readonly EndingModel[];
  /** For a person without any; absent where `left` says more. */
  readonly empty: string | undefined;
  readonly classes: readonly PastClass[];
  /** Files that a pupil put into a class which they have left; absent without any. */
  readonly left: LeftFiles | undefined;
}

export interface LeftFiles {
  readonly names: readonly string[];
  /** The day until which they are kept. */
  readonly until: string | undefined;
  /** Copies all of them. */
  readonly keepUrl: string;
}

/** A class or another group of last year, or one that has ended. */
export interface PastClass {
  /** « CM1-CM2, 2025-2026 » */
  readonly title: string;
  readonly lines: readonly PastLine[];
}

/** A space or a work, to be opened and copied from. */
export interface PastLine {
  readonly icon: string;
  readonly title: string;
  /** « 24 fichiers, 12 Mo » */
  readonly detail: string;
  readonly url: string;
  /** The verb of the link, and the thing for screen readers: « Ouvrir les fichiers de CM1-CM2 ». */
  readonly action: string;
}

/** The page « Classes d’avant »: what is there to be read and copied. */
export function LastYearView({ model, t }: ViewProps<LastYearModel>): VNode {
  const { tabs, searchUrl, lead, endings, empty, classes, left } = model;
  return (
    <>
      <DriveHead tabs={tabs} searchUrl={searchUrl} t={t} />
      <EndingNote endings={endings} t={t} />
      {left && <Left left={left} t={t} />}
      {empty !== undefined && (
        <Card title={t('lastYear.emptyTitle')}>
          <p>{empty}</p>
        </Card>
      )}
      {classes.length > 0 && <Note>{lead.join(' ')}</Note>}
      {classes.map(({ title, lines }) => (
        <Section key={title} title={title}>
          <Rows>
            {lines.map((line) => (
              <PastRow key={line.url} line={line} t={t} />
            ))}
          </Rows>
        </Section>
      ))}
    </>
  );
}

function Left({ left: { names, until, keepUrl }, t }: { readonly left: LeftFiles; readonly t: FileShareTexts }): VNode {
  return (
    <Section title={t('left.title')}>
      <p>{t('left.text')}</p>
      <ul>
        {names.map((name, index) => (
          <li key={index}>{name}</li>
        ))}
      </ul>
      {until !== undefined && <p>{until}</p>}
      <form method="post" action={keepUrl}>
        <Button>{t('left.keep')}</Button>
      </form>
    </Section>
  );
}

function PastRow({ line, t }: { readonly line: PastLine; readonly t: FileShareTexts }): VNode {
  const { icon, title, detail, url, action } = line;
  return (
    <Row
      sign={<BrickBadge colour="files" icon={icon} size="small" soft />}
      title={title}
      detail={detail}
      action={
        <LinkButton href={url}>
          <span aria-hidden="true">{t('lastYear.open')}</span>
          <span class="visually-hidden">{action}</span>
        </LinkButton>
      }
    />
  );
}
