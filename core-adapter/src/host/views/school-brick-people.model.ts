// SPDX-License-Identifier: EUPL-1.2

/** `/admin/s/<UAI>/bricks/<brick>/people`: who has a brick, or would have it with the choice of the address. */
export interface SchoolBrickPeopleModel {
  /** « Qui l’aura : Fichiers » */
  readonly title: string;
  /** « 276 personnes » */
  readonly lead: string;
  readonly backUrl: string;
  readonly search: {
    readonly action: string;
    readonly text: string;
    /** The choice, which a search keeps. */
    readonly fields: readonly { readonly name: string; readonly value: string }[];
  };
  /** Those of this page, each profile under its name. */
  readonly sections: readonly { readonly label: string; readonly names: readonly string[] }[];
  /** « 1 à 100 sur 276 »; absent when one page is enough. */
  readonly range?: string | undefined;
  readonly previousUrl?: string | undefined;
  readonly nextUrl?: string | undefined;
}
