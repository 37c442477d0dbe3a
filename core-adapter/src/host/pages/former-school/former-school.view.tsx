// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import type { BrickColour } from '../../../api/manifest.js';
import { BrickBadge, Button, LinkButton, Note, PageHead, Row, Rows, Section } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';

export interface FormerSchoolModel {
  readonly title: string;
  readonly schools: readonly FormerSchoolPart[];
  /** The address of the form that puts the reminder away; undefined when it is put away. */
  readonly putAwayUrl: string | undefined;
  readonly ownDataUrl: string;
}

export interface FormerSchoolPart {
  /** « École des Tilleuls », « Inès : École des Tilleuls » */
  readonly title: string;
  readonly leftAt: string;
  readonly bricks: readonly FormerBrickPart[];
}

export interface FormerBrickPart {
  readonly title: string;
  readonly icon: string;
  readonly colour: BrickColour;
  /** The brick does not answer. */
  readonly isSilent: boolean;
  readonly things: readonly { readonly text: string; readonly until: string }[];
  readonly documents: readonly { readonly title: string; readonly detail: string; readonly url: string }[];
  /** The address of the form that downloads all of it; undefined when there is no download. */
  readonly takeUrl: string | undefined;
}

interface FormerSchoolProps {
  readonly model: FormerSchoolModel;
  readonly t: Translate<HostKey>;
}

/** All that is left in former schools, to read and to take along. */
export function FormerSchoolView({ model, t }: FormerSchoolProps): VNode {
  const { title, schools, putAwayUrl, ownDataUrl } = model;
  const isFilled = schools.some(({ bricks }) => bricks.length > 0);
  return (
    <>
      <PageHead title={title} lead={t(isFilled ? 'former.lead' : 'former.nothing')} />
      {schools.map((school) => (
        <Section key={school.title} title={school.title}>
          <p class="v-soft">{school.leftAt}</p>
          {school.bricks.map((brick) => (
            <FormerBrickView key={brick.title} brick={brick} t={t} />
          ))}
        </Section>
      ))}
      {putAwayUrl !== undefined && (
        <form method="post" action={putAwayUrl}>
          <Button kind="quiet" icon="check-lg">
            {t('former.putAway')}
          </Button>
        </form>
      )}
      <p class="v-soft">
        {t('former.all')} <a href={ownDataUrl}>{t('data.title')}</a>.
      </p>
    </>
  );
}

function FormerBrickView({ brick, t }: { readonly brick: FormerBrickPart; readonly t: FormerSchoolProps['t'] }): VNode {
  const { title, icon, colour, isSilent, things, documents, takeUrl } = brick;
  return (
    <section class="v-section">
      <h3>{title}</h3>
      {isSilent && (
        <Note kind="warn">
          <p>{t('former.silent', { brick: title })}</p>
        </Note>
      )}
      {!isSilent && (
        <Rows>
          {things.map(({ text, until }) => (
            <Row key={text} sign={<BrickBadge colour={colour} icon={icon} />} title={text} detail={until} />
          ))}
          {documents.map((document) => (
            <Row
              key={document.url}
              sign={<BrickBadge colour={colour} icon="file-earmark-text" soft />}
              title={document.title}
              detail={document.detail}
              action={
                <LinkButton href={document.url}>
                  {t('former.read')}
                  <span class="visually-hidden">{`\u00a0: ${document.title}`}</span>
                </LinkButton>
              }
            />
          ))}
        </Rows>
      )}
      {takeUrl !== undefined && (
        <form method="post" action={takeUrl} class="mt-3">
          <Button kind="secondary" icon="download">
            {t('former.take')}
            <span class="visually-hidden">{`\u00a0: ${title}`}</span>
          </Button>
        </form>
      )}
    </section>
  );
}
