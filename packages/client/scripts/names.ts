/** The types of the contract that one entry of the client speaks of. */
export interface Names {
  /** The generated file, below src/. */
  readonly file: string;
  /** From the contract as it is. */
  readonly named: readonly string[];
  /** Queries, bodies, answers and fields that have no name of their own there. */
  readonly derived: Readonly<Record<string, string>>;
}

export const PUBLIC: Names = {
  file: 'contract.ts',
  named: [
    'ActType', 'Agency', 'AgencyKind', 'AgencyLevel', 'AgencyRef', 'AgencySummary', 'Attachment', 'Basis', 'CalendarYear', 'Carrier', 'Category',
    'Change', 'ChangeType', 'Channel', 'Count', 'Disclosure', 'DisclosureContent', 'DisclosureFilters', 'DisclosureKind', 'DisclosurePage',
    'DisclosureQuery', 'DisclosureRef', 'DisclosureSummary', 'Facets', 'FieldError', 'Flow', 'Leader', 'LinkType', 'OpenTerm', 'Period', 'Problem',
    'ProblemCode', 'PublishedDisclosure', 'Revision', 'RevisionSummary', 'Sort', 'StatutoryCategory', 'Suggestion', 'Table', 'Validity', 'Venue',
    'WithdrawnDisclosure',
  ],
  derived: {
    ...Object.fromEntries(
      ['normative', 'power', 'service', 'notice', 'decision', 'plan', 'budget', 'statistics', 'project', 'personnel', 'meeting', 'report', 'institution', 'clarification']
        .map((kind) => [`${kind.charAt(0).toUpperCase()}${kind.slice(1)}Fields`, `FieldsOf<'${kind}'>`]),
    ),
    AgencyQuery: "Query<Operations['agencies.list']>",
    AgencyPage: "Answer<Operations['agencies.list']>",
    CategoryQuery: "Query<Operations['categories.list']>",
    CategoryPage: "Answer<Operations['categories.list']>",
    SuggestQuery: "Query<Operations['suggestions.list']>",
    Suggestions: "Answer<Operations['suggestions.list']>",
    ChangeQuery: "Query<Operations['changes.list']>",
    ChangePage: "Answer<Operations['changes.list']>",
    FeedQuery: "Query<Operations['feeds.json']>",
    JsonFeed: "Answer<Operations['feeds.json']>",
    Calendar: "Answer<Operations['calendar.get']>",
    DueQuery: "Query<Operations['calendar.due']>",
    Due: "Answer<Operations['calendar.due']>",
    Health: "Answer<Operations['health.live']>",
    Readiness: "Answer<Operations['health.ready']>",
  },
};

/** What only staff have to do with; a type that both entries speak of is written once, in src/contract.ts. */
export const STAFF: Names = {
  file: 'desk-contract.ts',
  named: [
    'AgencyContent', 'AgencyRecord', 'AuditEntry', 'BadCell', 'CalendarLoad', 'CalendarPreview', 'Delivery', 'Draft', 'DraftCommand', 'DraftContent', 'DraftEvent', 'DraftState', 'DraftSummary', 'DueItem', 'DueTerm', 'DueType', 'Evidence', 'Exemption',
    'FilePurpose', 'FileWarningCode', 'Grant', 'ImportColumn', 'ImportField', 'ImportMapping', 'ImportReport', 'Me', 'Permission', 'Person', 'PersonRef', 'RemovedTrace', 'ReviewCheck', 'Role', 'Token', 'UploadedFile', 'Webhook',
    'WebhookReason', 'Withheld',
  ],
  derived: {
    DraftQuery: "Query<Operations['drafts.list']>",
    DraftPage: "Answer<Operations['drafts.list']>",
    NewDraft: "Body<Operations['drafts.create']>",
    DraftChange: "Body<Operations['drafts.save']>",
    DraftStep: "Body<Operations['drafts.submit']>",
    DraftReturn: "Body<Operations['drafts.return']>",
    DraftApproval: "Body<Operations['drafts.approve']>",
    DraftSchedule: "Body<Operations['drafts.schedule']>",
    Withdrawal: "Body<Operations['disclosures.withdraw']>",
    Withdrawn: "Answer<Operations['disclosures.withdraw']>",
    Repeal: "Body<Operations['disclosures.repeal']>",
    Repealed: "Answer<Operations['disclosures.repeal']>",
    AgencyChange: "Body<Operations['agencies.save']>",
    NewAgency: "Body<Operations['agencies.create']>",
    AgencyMove: "Body<Operations['agencies.move']>",
    CategoryChange: "Body<Operations['categories.save']>",
    CalendarChange: "Body<Operations['calendar.load']>",
    CalendarHistoryQuery: "Query<Operations['calendar.history']>",
    CalendarLoads: "Answer<Operations['calendar.history']>",
    PersonQuery: "Query<Operations['staff.list']>",
    PersonPage: "Answer<Operations['staff.list']>",
    NewPerson: "Body<Operations['staff.create']>",
    NewPassword: "Body<Operations['staff.reset']>",
    TokenList: "Answer<Operations['tokens.list']>",
    NewToken: "Body<Operations['tokens.create']>",
    TokenSecret: "Answer<Operations['tokens.create']>",
    DueListQuery: "Query<Operations['due.list']>",
    DuePage: "Answer<Operations['due.list']>",
    FileQuery: "Query<Operations['files.create']>",
    EvidenceList: "Answer<Operations['evidence.list']>",
    NewEvidence: "Body<Operations['evidence.create']>",
    WebhookList: "Answer<Operations['webhooks.list']>",
    NewWebhook: "Body<Operations['webhooks.create']>",
    WebhookSecret: "Answer<Operations['webhooks.create']>",
    WebhookState: "Body<Operations['webhooks.update']>",
    DeliveryQuery: "Query<Operations['webhooks.deliveries']>",
    DeliveryPage: "Answer<Operations['webhooks.deliveries']>",
    AuditQuery: "Query<Operations['audit.list']>",
    AuditFilters: "Query<Operations['audit.export']>",
    AuditPage: "Answer<Operations['audit.list']>",
    ExportQuery: "Query<Operations['exports.listing']>",
    ImportQuery: "Query<Operations['imports.preview']>",
    ImportOrder: "Query<Operations['imports.run']>",
  },
};
