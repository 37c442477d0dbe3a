// SPDX-License-Identifier: EUPL-1.2
import { Fragment, type VNode } from 'preact';

/** The text of a message: nothing of it is markup. */
export function MessageText({ text }: { readonly text: readonly (readonly string[])[] }): VNode {
  return (
    <div class="text-break">
      {text.map((lines, paragraph) => (
        <p key={paragraph}>
          {lines.map((line, index) => (
            <Fragment key={index}>
              {index > 0 && <br />}
              {line}
            </Fragment>
          ))}
        </p>
      ))}
    </div>
  );
}
