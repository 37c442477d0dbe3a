// SPDX-License-Identifier: EUPL-1.2
import { Aside, BrickBadge, LinkButton, Note, Row, Rows, Section } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretRequest } from '../../brick-types.js';
import { ARRIVALS_PATH, sixthPath } from '../../paths.js';
import type { HomePart } from './home-part.js';
import { countOffered } from '../../domain/home/count-offered.js';
import { readSixthClasses, type SixthClassCount } from '../../domain/home/read-sixth-classes.js';

/** The part of the home for teachers of a collège: their classes of 6e. */
export async function sixthHome(request: LivretRequest): Promise<HomePart> {
  const classes = await readSixthClasses(request);
  return { lead: request.t('college.lead'), content: <Classes classes={classes} request={request} /> };
}

/** The part of the home for heads of a collège: what écoles offer, and all classes of 6e. */
export async function collegeHome(request: LivretRequest): Promise<HomePart> {
  const { t } = request;
  const offered = await countOffered(request);
  const classes = await readSixthClasses(request);
  const content = (
    <>
      <Offered count={offered} request={request} />
      <Classes classes={classes} request={request} />
    </>
  );
  return { lead: offered > 0 ? `${t('college.offered', { count: offered })}.` : t('college.lead'), content };
}

type PartRequest = Pick<LivretRequest, 't' | 'url'>;

function Offered({ count, request: { t, url } }: { readonly count: number; readonly request: PartRequest }): VNode {
  return (
    <Rows>
      <Row
        sign={<BrickBadge colour="livret" icon="inbox-fill" size="small" soft />}
        title={count > 0 ? t('college.offered', { count }) : t('arrivals.none')}
        detail={count > 0 ? t('college.offeredDetail') : t('arrivals.noneText')}
        action={
          <LinkButton kind={count > 0 ? 'primary' : 'secondary'} href={url(ARRIVALS_PATH)}>
            {t(count > 0 ? 'college.answer' : 'college.see')}
          </LinkButton>
        }
      />
    </Rows>
  );
}

interface ClassesProps {
  readonly classes: readonly SixthClassCount[];
  readonly request: PartRequest;
}

function Classes({ classes, request: { t, url } }: ClassesProps): VNode {
  if (classes.length === 0) {
    return (
      <Section title={t('college.classes')}>
        <Aside title={t('college.noneTitle')}>
          <p>{t('college.none')}</p>
        </Aside>
      </Section>
    );
  }
  return (
    <Section title={t('college.classes')}>
      <Rows>
        {classes.map(({ group: { id, name }, arrived }) => (
          <Row
            key={id}
            sign={<BrickBadge colour="livret" icon="mortarboard-fill" size="small" soft />}
            title={name}
            detail={t('sixth.arrived', { count: arrived })}
            action={
              <LinkButton href={url(sixthPath(id))}>
                {t('college.open')}
                <span class="visually-hidden"> {name}</span>
              </LinkButton>
            }
          />
        ))}
      </Rows>
      <div class="v-after">
        <Note icon="eye-fill">
          <p>
            <strong>{t('sixth.noted')}</strong> {t('sixth.notedMore')}
          </p>
        </Note>
      </div>
    </Section>
  );
}
