// SPDX-License-Identifier: EUPL-1.2
import { Actions, Button, FactList, Point } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../../brick-types.js';
import type { StoppedModel } from './write.model.js';

interface StoppedViewProps {
  readonly stopped: StoppedModel;
  readonly t: MessagingTexts;
}

/** Why a message cannot be sent as it is, for each recipient, and the way out. */
export function StoppedView({ stopped: { title, reasons, restLabel }, t }: StoppedViewProps): VNode {
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
