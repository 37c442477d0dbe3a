// SPDX-License-Identifier: EUPL-1.2
import { Avatar, BrickBadge, LinkButton, Row, Rows, Tag, type AvatarPerson } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';

// SPDX-License-Identifier: EUPL-1.2

export interface GuardianHomeModel {
  readonly lead: string;
  readonly children: readonly ChildModel[];
}

export interface ChildModel extends AvatarPerson {
  readonly id: string;
  readonly name: string;
  /** « CM2 »; undefined where no list says the level. */
  readonly level: string | undefined;
  readonly bilans: readonly BilanLine[];
  /** Shown in place of an empty list. */
  readonly empty: string;
}

export interface BilanLine {
  readonly title: string;
  readonly detail: string;
  readonly tag: { readonly kind: 'plain' | 'good' | 'warn'; readonly icon: string; readonly label: string } | undefined;
  /** Undefined for a bilan that was withdrawn. */
  readonly link: { readonly url: string; readonly label: string; readonly isNext: boolean } | undefined;
}

/** Each child of a guardian with their bilans, the newest first. */
export function GuardianHomeView({ model: { children } }: { readonly model: GuardianHomeModel }): VNode {
  return (
    <>
      {children.map((child) => (
        <Child key={child.id} child={child} />
      ))}
    </>
  );
}

function Child({ child }: { readonly child: ChildModel }): VNode {
  const { id, name, level, bilans, empty } = child;
  const heading = `child-${id}`;
  return (
    <section class="v-section" aria-labelledby={heading}>
      <div class="livret-bridge-kid">
        <Avatar of={child} />
        <div>
          <h2 id={heading}>{name}</h2>
          {level !== undefined && <span class="v-soft">{level}</span>}
        </div>
      </div>
      {bilans.length === 0 && <p class="v-card v-soft">{empty}</p>}
      {bilans.length > 0 && (
        <Rows>
          {bilans.map((bilan) => (
            <Line key={bilan.title} bilan={bilan} />
          ))}
        </Rows>
      )}
    </section>
  );
}

function Line({ bilan: { title, detail, tag, link } }: { readonly bilan: BilanLine }): VNode {
  const named = (
    <span class="livret-bridge-named">
      <span>{title}</span>
      {tag && (
        <Tag kind={tag.kind} icon={tag.icon}>
          {tag.label}
        </Tag>
      )}
    </span>
  );
  const action = link && (
    <LinkButton kind={link.isNext ? 'primary' : 'secondary'} href={link.url}>
      {link.label}
      <span class="visually-hidden"> {title}</span>
    </LinkButton>
  );
  return (
    <Row
      sign={<BrickBadge colour="livret" icon="mortarboard-fill" size="small" soft />}
      title={named}
      detail={detail}
      action={action}
    />
  );
}
