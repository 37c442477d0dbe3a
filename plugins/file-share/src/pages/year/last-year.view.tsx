// SPDX-License-Identifier: EUPL-1.2
import { BrickBadge, Button, Card, LinkButton, Note, Row, Rows, Section } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';
import { EndingNote } from '../shared/works/ending-note.view.js';
import { DriveHead } from '../shared/drive-head.view.js';
import type { LastYearModel, LeftFiles, PastLine } from './last-year.model.js';

interface LastYearViewProps {
  readonly model: LastYearModel;
  readonly t: FileShareTexts;
}

/** The page « Classes d’avant »: what is there to be read and copied. */
export function LastYearView({ model, t }: LastYearViewProps): VNode {
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
      {classes.length > 0 && (
        <div class="mb-4">
          <Note>{lead.join(' ')}</Note>
        </div>
      )}
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
