// SPDX-License-Identifier: EUPL-1.2
import { Crumbs, PageHead, Tabs, Actions, Button, FactList, Point, Figures, Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts, ViewProps } from '../../../brick-types.js';
import { PauseNotes } from '../pause-note.view.js';
import { ChoiceView } from './choice.view.js';
import { ClashView } from './clash.view.js';
import { ComposerView } from './composer.view.js';
import type { WriteModel, StoppedModel } from './write.model.js';

/** The page on which adults write. It is one form in which each button does one thing, and works without script. */
export function WriteView({ model, t }: ViewProps<WriteModel>): VNode {
  const { title, lead, tabs, crumbs, pauses, actionUrl, partsUrl, formKey, version, stopped, clash } = model;
  return (
    <>
      {tabs ? (
        <>
          <PageHead title={t('title')} />
          <Tabs label={t('boxes')} tabs={tabs} />
        </>
      ) : (
        <>
          <Crumbs label={t('write.path')} crumbs={crumbs} />
          <PageHead title={title} lead={lead} />
        </>
      )}
      <PauseNotes pauses={pauses} />
      <form
        class="v-columns v-write"
        method="post"
        action={actionUrl}
        data-write={partsUrl}
        data-keep="no"
        data-errors={t('stopped.title')}
      >
        <div class="v-write-main">
          {/* The button that Enter presses in a field of one line. */}
          <button class="visually-hidden" type="submit" name="do" value="search" tabIndex={-1} aria-hidden="true">
            {t('write.choose')}
          </button>
          <input type="hidden" name="form" value={formKey} />
          {version !== undefined && <input type="hidden" name="version" value={version} />}
          {tabs && <h2>{title}</h2>}
          <div data-part="stopped">{stopped && <StoppedView stopped={stopped} t={t} />}</div>
          <div data-part="choice">
            <ChoiceView model={model} t={t} />
          </div>
          <ComposerView model={model} t={t} />
        </div>
        <div class="v-write-side">
          {clash && <ClashView clash={clash} t={t} />}
          <div data-part="arrival">
            <ArrivalView model={model} t={t} />
          </div>
        </div>
      </form>
    </>
  );
}

interface StoppedViewProps {
  readonly stopped: StoppedModel;
  readonly t: MessagingTexts;
}

/** Why a message cannot be sent as it is, for each recipient, and the way out. */
function StoppedView({ stopped: { title, reasons, restLabel }, t }: StoppedViewProps): VNode {
  return (
    <section class="v-card v-held v-stopped" role="alert" aria-labelledby="write-stopped">
      <div class="v-held-head">
        <h2 class="h3" id="write-stopped">
          {title}
        </h2>
      </div>
      <FactList>
        {reasons.map(({ subject, text }) => (
          <Point key={`${subject} ${text}`} icon="person-x-fill">
            {subject !== '' && <strong>{subject}</strong>} {text}
          </Point>
        ))}
      </FactList>
      {restLabel !== undefined && (
        <Actions>
          <Button kind="primary" icon="send-fill" name="do" value="send-rest">
            {restLabel}
          </Button>
          <a class="btn btn-quiet" href="#write-body">
            {t('stopped.back')}
          </a>
        </Actions>
      )}
    </section>
  );
}

/** The people who will receive the message, and the times. */
function ArrivalView({ model: { arrival }, t }: ViewProps<Pick<WriteModel, 'arrival'>>): VNode {
  const { figures, quiet, points, people } = arrival;
  return (
    <section class="v-effect" aria-labelledby="write-arrival">
      <h2 class="h3" id="write-arrival">
        {t('arrive.title')}
      </h2>
      {figures.length > 0 ? <Figures figures={figures} /> : <p>{t('arrive.nobody')}</p>}
      {(quiet !== undefined || points.length > 0) && (
        <FactList>
          {quiet && (
            <Point icon="moon-stars-fill">
              <strong>{quiet.time}</strong> {quiet.text}
            </Point>
          )}
          {points.map(({ icon, text }) => (
            <Point key={text} icon={icon}>
              {text}
            </Point>
          ))}
        </FactList>
      )}
      {people && (
        <details class="v-fold" id="write-receivers">
          <summary>
            {people.summary}
            <Icon name="chevron-down" />
          </summary>
          <ul class="v-receivers">
            {people.names.map((name, index) => (
              <li key={index}>{name}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
