// SPDX-License-Identifier: EUPL-1.2
import { Button, Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../../brick-types.js';

/** A publication that leaves within ten minutes, and can only be taken back. */
export interface LeavingModel {
  readonly words: string;
  readonly period: number;
  /** Its instant, as the form sends it. */
  readonly at: string;
  readonly url: string;
}

/** The sentence that bilans leave, and the form that stops them. */
export function Leaving({ model: { words, period, at, url }, t }: ViewProps<LeavingModel>): VNode {
  return (
    <>
      <Note icon="clock-history">
        <p>{words}</p>
      </Note>
      <form method="post" action={url}>
        <input type="hidden" name="period" value={period} />
        <input type="hidden" name="at" value={at} />
        <Button name="do" value="undo" icon="arrow-counterclockwise">
          {t('publish.undo')}
        </Button>
      </form>
    </>
  );
}
