// SPDX-License-Identifier: EUPL-1.2

/** `/admin/s/<UAI>/bricks/<brick>/people`: the people who have a brick, or would have it with the choice of the address. */
export interface SchoolBrickPeopleModel {
  /** « Qui l’aura : Fichiers » */
  readonly title: string;
  /** « 276 personnes » */
  readonly lead: string;
  /** Why the counts of the sections add up to more than the lead; absent when they do not. */
  readonly countedOnce?: string | undefined;
  readonly backUrl: string;
  readonly search: {
    readonly action: string;
    readonly text: string;
    /** The fields of the choice, to be sent with the search. */
    readonly fields: readonly { readonly name: string; readonly value: string }[];
  };
  /** The people of this page, class by class, then those without a class. */
  readonly sections: readonly PeopleSection[];
  /** « 1 à 100 sur 276 »; absent when one page is enough. */
  readonly range?: string | undefined;
  readonly previousUrl?: string | undefined;
  readonly nextUrl?: string | undefined;
}

export interface PeopleSection {
  /** « CM1 » */
  readonly label: string;
  /** « Karim Bensaïd · 25 élèves, 44 parents » */
  readonly detail: string;
  readonly open: boolean;
  readonly children: readonly {
    readonly id: string;
    readonly name: string;
    /** The child has the brick too. */
    readonly has: boolean;
    /** The guardians who have the brick. */
    readonly guardians: readonly string[];
  }[];
  /** « Odile Perret, personnel » */
  readonly others: readonly string[];
}
