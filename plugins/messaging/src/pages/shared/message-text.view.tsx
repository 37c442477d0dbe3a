// SPDX-License-Identifier: EUPL-1.2
import { Fragment, type VNode } from 'preact';
import type { Block, FormattedText, Inline } from '../../domain/text/formatted-text.js';
import { isAddress } from '../../domain/text/plain-text.js';

/** The text of a message. Only these elements can come of it. */
export function MessageText({ text }: { readonly text: FormattedText }): VNode {
  return (
    <div class="messaging-text text-break" dir="auto">
      <Blocks blocks={text} />
    </div>
  );
}

function Blocks({ blocks }: { readonly blocks: FormattedText }): VNode {
  return (
    <>
      {blocks.map((block, index) => (
        <OneBlock key={index} block={block} />
      ))}
    </>
  );
}

function OneBlock({ block }: { readonly block: Block }): VNode {
  if (block.kind === 'paragraph')
    return (
      <p>
        <Inlines content={block.content} />
      </p>
    );
  const { numbers } = block;
  const [start = 1] = numbers ?? [];
  const items = block.items.map((item, index) => (
    <li key={index} value={numbers?.[index] === start + index ? undefined : numbers?.[index]}>
      <Blocks blocks={item} />
    </li>
  ));
  return numbers === undefined ? <ul>{items}</ul> : <ol start={start}>{items}</ol>;
}

function Inlines({ content }: { readonly content: readonly Inline[] }): VNode {
  return (
    <>
      {content.map((part, index) => (
        <Fragment key={index}>{typeof part === 'string' ? part : <OneInline part={part} />}</Fragment>
      ))}
    </>
  );
}

function OneInline({ part }: { readonly part: Exclude<Inline, string> }): VNode {
  if (part.kind === 'break') return <br />;
  const content = <Inlines content={part.content} />;
  if (part.kind !== 'link') return part.kind === 'strong' ? <strong>{content}</strong> : <em>{content}</em>;
  const { address } = part;
  const [words] = part.content;
  const isShown = part.content.length === 1 && typeof words === 'string' && isAddress(words, address);
  // Beside its words a link shows where it leads, so that no text passes for another address.
  return (
    <a href={address} rel="noopener noreferrer">
      {content}
      {!isShown && <span class="messaging-address"> ({address})</span>}
    </a>
  );
}
