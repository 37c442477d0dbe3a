// SPDX-License-Identifier: EUPL-1.2

/** A task of the author of a brick, and the parts of the contract for it. */
export interface Use {
  readonly want: string;
  /** An export of the contract and, after a dot, one of its members: both must be there. */
  readonly use: readonly string[];
}

/** The first page of the reference: tasks, and the exports for each. */
export const USES: readonly Use[] = [
  { want: 'make a brick with pages for schools', use: ['defineBrick', 'Manifest'] },
  { want: 'have a page, or take a form', use: ['Http.get', 'Http.post', 'Route'] },
  { want: 'say who may open a page', use: ['Manifest.permissions', 'Route.access'] },
  { want: 'have a page about one class', use: ['Route.group'] },
  { want: 'have a page about one thing, such as a notice by its id', use: ['Route.load', 'ResourceScope'] },
  { want: 'list only what the person may see', use: ['UserAccess.groups', 'UserAccess.filter'] },
  { want: 'hide a draft, or show something to teachers only', use: ['ResourceScope.visibleTo'] },
  {
    want: 'let teachers and heads read on when the year has turned',
    use: ['Permission.past', 'UserAccess.pastGroups'],
  },
  { want: 'note what a head opens as the head', use: ['UserAccess.heldAs'] },
  { want: 'show a button only to those who may press it', use: ['UserAccess.can'] },
  { want: 'ask for the password again before something that matters', use: ['Route.freshLogin'] },
  { want: 'keep with a signature when the password was typed', use: ['BrickRequest.authenticatedAt'] },
  {
    want: 'answer with a page, or lead on to another with a word',
    use: ['BrickRequest.page', 'BrickRequest.redirect'],
  },
  { want: 'build a page of parts that are ready', use: ['PageHead', 'Section', 'Rows', 'Card', 'Tiles'] },
  { want: 'draw a file by the kind that its name says', use: ['fileKind', 'BrickBadge'] },
  { want: 'build a form', use: ['TextField', 'ChoiceField', 'SelectField', 'DateField', 'FileField', 'Button'] },
  { want: 'read and write rows of the school', use: ['SchoolDatabase.repository', 'SchoolRepository'] },
  { want: 'find texts without regard to accents and case', use: ['normaliseForSearch', 'FindOptions.containing'] },
  { want: 'drop from a name what nobody sees', use: ['dropUnseen'] },
  { want: 'show a long list page by page', use: ['FindOptions.after'] },
  { want: 'join tables, or count by groups', use: ['AnyManifest.queries', 'NamedQuery', 'SchoolDatabase.query'] },
  { want: 'give out no more places than there are', use: ['SchoolRepository.increment'] },
  { want: 'do all of several writes, or none', use: ['SchoolDatabase.transaction'] },
  { want: 'tell open pages that something changed', use: ['Live.publish'] },
  { want: 'say on the portal what waits for the user', use: ['PortalParts.tasks', 'PortalTask'] },
  { want: 'show a number beside the name of the brick', use: ['PortalParts.badge'] },
  {
    want: 'show persons what they had in a school that they have left',
    use: ['PortalParts.formerSchool', 'FormerSchoolRequest', 'FormerThings'],
  },
  { want: 'have tables', use: ['AnyManifest.entities', 'AnyManifest.migrations'] },
  { want: 'take and keep files', use: ['Route.upload', 'SchoolStorage', 'AnyManifest.storedKeys'] },
  { want: 'send a file that is kept, so that a download that broke off goes on', use: ['content'] },
  { want: 'send a zip while it is made', use: ['stream'] },
  { want: 'know who asks, and the names of others', use: ['BrickRequest.user', 'SchoolDirectory.persons'] },
  { want: 'list the pupils of a class', use: ['BrickDirectory.members', 'Member.level'] },
  {
    want: 'reach the guardians of pupils, or the user’s own children',
    use: ['SchoolDirectory.guardiansOf', 'BrickDirectory.children', 'SchoolDirectory.classesOf'],
  },
  { want: 'tell a guardian from another one, by their children', use: ['SchoolDirectory.childrenOf'] },
  { want: 'know who was a pupil, also after they left', use: ['SchoolDirectory.everPupils'] },
  { want: 'decide by who is what to whom', use: ['SchoolDirectory.relations', 'Relations'] },
  {
    want: 'find heads, the teachers of a class or the people around somebody, and count people',
    use: ['SchoolDirectory.people', 'SchoolDirectory.countPeople', 'SchoolDirectory.countByGroup'],
  },
  { want: 'say something in French and in English', use: ['AnyManifest.locales', 'Translate'] },
  { want: 'help people: the brick’s part of « Aide »', use: ['Manifest.help', 'HelpTopic'] },
  { want: 'write a day: « 1er décembre »', use: ['Format.day'] },
  { want: 'write a day with its hour: « 1er décembre à 14 h 02 »', use: ['Format.dayAndTime'] },
  { want: 'write when something happened: « hier à 17 h 10 »', use: ['Format.moment'] },
  { want: 'write a list: « CM1, CM2 et 6e A »', use: ['Format.list'] },
  { want: 'write a size: « 640 ko »', use: ['Format.bytes'] },
  { want: 'know what time it is', use: ['Clock.now', 'SchoolWork.schoolYear'] },
  {
    want: 'refuse something, with a sentence',
    use: ['InputError', 'NotFoundError', 'ForbiddenError', 'ConflictError'],
  },
  { want: 'leave a trace of who did what', use: ['Audit'] },
  { want: 'write to the log', use: ['Log'] },
  { want: 'have settings in `volee.yaml`', use: ['AnyManifest.settings', 'duration', 'fileSize'] },
  { want: 'have a command of `volee`', use: ['AnyManifest.commands', 'BrickBase.commands', 'CommandCall.schools'] },
  { want: 'be looked at by `volee doctor`', use: ['BrickBase.check', 'Check'] },
  { want: 'tell a head what waits while the brick is off', use: ['Brick.describeStoredData'] },
  {
    want: 'give out, move and erase what is kept about persons',
    use: ['AnyManifest.personalData', 'PersonTable', 'PersonalDataHandlers'],
  },
  { want: 'move rows when two classes become one', use: ['BrickBase.moveGroup', 'PersonColumn', 'GroupMove'] },
  { want: 'speak for the person at another service of the SSO', use: ['BrickRequest.ticketFor'] },
  {
    want: 'hand a copy over to another school',
    use: ['BrickRequest.handOver', 'Brick.handOver', 'ReceiveParcel'],
  },
  { want: 'bring persons and classes from a file', use: ['defineImportBrick', 'Imports'] },
  { want: 'bring persons and classes from a directory', use: ['defineDirectoryBrick', 'DirectorySource'] },
  { want: 'log users in', use: ['defineLoginBrick', 'AuthProvider'] },
  { want: 'stop what the brick has started', use: ['BrickBase.onStop'] },
  { want: 'test a brick in two schools with every profile', use: ['startTestHost', 'brickContract'] },
];
