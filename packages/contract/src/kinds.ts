import { Type, type Static } from 'typebox';
import { Day, Line, Link, Ulid, closed } from './schema.ts';

/** What kinds of disclosure there are; each has `fields` of its own. */
export const DISCLOSURE_KINDS = [
  'normative', 'power', 'service', 'notice', 'decision', 'plan', 'budget', 'statistics',
  'project', 'personnel', 'meeting', 'report', 'institution', 'clarification',
] as const;
export type DisclosureKind = (typeof DISCLOSURE_KINDS)[number];

/** The classes of administrative act of the power list. */
export const ACT_TYPES = [
  'licence', 'penalty', 'coercion', 'levy', 'payment', 'inspection', 'confirmation', 'reward', 'adjudication', 'procurement', 'contract', 'guidance', 'relief', 'other',
] as const;
export type ActType = (typeof ACT_TYPES)[number];

/** A rule, a normative document, an order or a resolution; the full text stands in `body`. */
export const NormativeFields = closed(
  {
    genre: Type.Enum(['rules', 'normative-document', 'order', 'resolution', 'notice', 'plan']),
    issuers: Type.Array(Line(100), { minItems: 1, maxItems: 20 }),
    registrationNo: Type.Optional(Line(60)),
    validUntil: Type.Optional(Day),
  },
  { title: 'NormativeFields' },
);

/** A power list or one item of it (权力清单). */
export const PowerFields = closed(
  {
    items: Type.Array(
      closed({
        code: Line(40),
        name: Line(200),
        actType: Type.Enum(ACT_TYPES),
        basis: Line(400),
        holder: Line(100),
        conditions: Type.Optional(Line(400)),
        procedure: Type.Optional(Line(400)),
        days: Type.Optional(Type.Integer({ minimum: 0, description: 'Workdays.' })),
        delegatedFrom: Type.Optional(Line(100)),
      }),
      { minItems: 1, maxItems: 500 },
    ),
  },
  { title: 'PowerFields' },
);

/** Steps as a small directed graph; the order of `nodes` is the order of its text twin. */
export const Flow = closed(
  {
    nodes: Type.Array(
      closed({
        id: Line(30),
        type: Type.Enum(['start', 'step', 'decision', 'end']),
        label: Line(60),
        detail: Type.Optional(Line(300)),
        actor: Type.Optional(Line(60)),
        days: Type.Optional(Type.Number({ minimum: 0, description: 'Workdays this step takes.' })),
      }),
      { minItems: 1, maxItems: 40 },
    ),
    edges: Type.Array(closed({ from: Line(30), to: Line(30), label: Type.Optional(Line(40)) }), { maxItems: 80 }),
  },
  { title: 'Flow' },
);
export type Flow = Static<typeof Flow>;

/** A service guide (办事指南; 行政许可法 30). */
export const ServiceFields = closed(
  {
    actType: Type.Enum(ACT_TYPES),
    audience: Type.Enum(['person', 'organisation', 'both']),
    basis: Type.Array(Line(300), { minItems: 1, maxItems: 20 }),
    conditions: Type.Array(Line(300), { maxItems: 40 }),
    materials: Type.Array(closed({ name: Line(200), form: Type.Enum(['original', 'copy', 'either', 'electronic']), copies: Type.Optional(Type.Integer({ minimum: 1 })), note: Type.Optional(Line(300)) }), { maxItems: 60 }),
    flow: Flow,
    statutoryDays: Type.Optional(Type.Integer({ minimum: 0, description: 'Workdays the law allows.' })),
    pledgedDays: Type.Optional(Type.Integer({ minimum: 0, description: 'Workdays the agency promises; 0 is on the spot.' })),
    fees: Type.Array(closed({ item: Line(100), standard: Line(200), basis: Type.Optional(Line(300)) }), { maxItems: 40, description: 'Empty: free of charge.' }),
    windows: Type.Array(closed({ name: Line(100), address: Line(200), hours: Type.Optional(Line(200)), phone: Type.Optional(Line(40)) }), { maxItems: 20 }),
    result: Type.Optional(Line(200)),
  },
  { title: 'ServiceFields' },
);

/** A public notice (公示): what is shown from when to when, and how to object. */
export const NoticeFields = closed(
  {
    subject: Line(200),
    from: Day,
    to: Day,
    objections: Type.Array(closed({ way: Line(60), contact: Line(200) }), { maxItems: 10 }),
    entries: Type.Optional(Type.Array(Line(300), { maxItems: 500 })),
    outcome: Type.Optional(Line(1000)),
  },
  { title: 'NoticeFields' },
);

const decided = {
  decisionNo: Line(80),
  party: Line(120),
  creditCode: Type.Optional(Type.String({ pattern: '^[0-9A-Z]{18}$', description: 'Unified social credit code of an organisation.' })),
  basis: Line(600),
  decidedOn: Day,
  authority: Line(100),
  status: Type.Enum(['valid', 'changed', 'revoked', 'performed']),
};

/**
 * A licence or penalty in the fields of dual publicity (双公示). The identity-card columns of that exchange format do
 * not exist here, so they can never be shown.
 */
export const DecisionFields = Type.Union(
  [
    closed({ act: Type.Literal('licence'), ...decided, content: Line(1000), validFrom: Type.Optional(Day), validTo: Type.Optional(Day) }),
    closed({ act: Type.Literal('penalty'), ...decided, cause: Line(600), category: Line(100), result: Line(1000) }),
    closed({ act: Type.Literal('correction'), ...decided, cause: Line(600), demand: Line(1000), dueOn: Type.Optional(Day) }),
  ],
  { title: 'DecisionFields' },
);

/** A plan and where each of its items stands. */
export const PlanFields = closed(
  {
    from: Day,
    to: Day,
    items: Type.Array(
      closed({ no: Line(20), name: Line(300), lead: Line(100), dueOn: Type.Optional(Day), state: Type.Enum(['planned', 'running', 'done', 'stopped']), progress: Type.Optional(Line(400)) }),
      { minItems: 1, maxItems: 500 },
    ),
  },
  { title: 'PlanFields' },
);

export const COLUMN_TYPES = ['text', 'integer', 'decimal', 'percent', 'money', 'day'] as const;

/** A table with typed columns. `null` is a figure that was not published; it is never drawn as zero. */
export const Table = closed(
  {
    caption: Line(200),
    columns: Type.Array(closed({ key: Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,30}$' }), title: Line(60), type: Type.Enum(COLUMN_TYPES), unit: Type.Optional(Line(20)) }), { minItems: 1, maxItems: 30 }),
    rows: Type.Array(Type.Record(Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,30}$' }), Type.Union([Type.String({ maxLength: 500 }), Type.Number(), Type.Null()])), { maxItems: 5000 }),
    chart: Type.Optional(closed({ type: Type.Enum(['bar', 'line']), label: Line(40), values: Type.Array(Line(40), { minItems: 1, maxItems: 4 }) }, { description: 'Column keys to draw.' })),
  },
  { title: 'Table' },
);
export type Table = Static<typeof Table>;

/** A budget or final accounts (预算法 14: within 20 calendar days after approval). */
export const BudgetFields = closed(
  {
    type: Type.Enum(['budget', 'accounts', 'three-public', 'spending']),
    fiscalYear: Type.Integer({ minimum: 1949, maximum: 2200 }),
    approvedOn: Type.Optional(Day),
    approvedBy: Type.Optional(Line(100)),
    tables: Type.Array(Table, { minItems: 1, maxItems: 10 }),
  },
  { title: 'BudgetFields' },
);

/** Figures as published; where they do not add up, `checks` says so and the figures stay as they are. */
export const StatisticsFields = closed(
  {
    period: Line(60),
    tables: Type.Array(Table, { minItems: 1, maxItems: 10 }),
    checks: Type.Array(closed({ statement: Line(300), holds: Type.Boolean(), note: Type.Optional(Line(400)) }), { maxItems: 20 }),
    peers: Type.Optional(
      closed(
        { table: Type.Integer({ minimum: 0 }), group: Line(40), value: Line(40), minimumCell: Type.Integer({ minimum: 1 }) },
        { description: 'Compare rows within groups: median and quartiles of column `value` by column `group`, for groups of at least `minimumCell` rows.' },
      ),
    ),
  },
  { title: 'StatisticsFields' },
);

/** A project or a case with its stages. */
export const ProjectFields = closed(
  {
    type: Type.Enum(['project', 'case', 'approval']),
    no: Type.Optional(Line(60)),
    lead: Line(100),
    partners: Type.Array(Line(100), { maxItems: 30 }),
    amountWanYuan: Type.Optional(Type.Number()),
    stages: Type.Array(
      closed({ name: Line(60), state: Type.Enum(['done', 'current', 'planned']), on: Type.Optional(Day), actor: Type.Optional(Line(100)), detail: Type.Optional(Line(500)) }),
      { minItems: 1, maxItems: 40 },
    ),
  },
  { title: 'ProjectFields' },
);

/** Appointments, recruitment, training or a roster, by post. */
export const PersonnelFields = closed(
  {
    type: Type.Enum(['appointment', 'recruitment', 'training', 'roster']),
    posts: Type.Array(closed({ post: Line(100), count: Type.Optional(Type.Integer({ minimum: 0 })), requirement: Type.Optional(Line(300)), note: Type.Optional(Line(300)) }), { minItems: 1, maxItems: 300 }),
    from: Type.Optional(Day),
    to: Type.Optional(Day),
  },
  { title: 'PersonnelFields' },
);

/** A hearing, a meeting or a reception day: who took part by role, and how they were chosen. */
export const MeetingFields = closed(
  {
    type: Type.Enum(['hearing', 'meeting', 'reception', 'review']),
    subject: Line(200),
    heldOn: Type.Optional(Day),
    place: Type.Optional(Line(200)),
    roles: Type.Array(closed({ role: Line(60), group: Type.Optional(Line(100)), count: Type.Integer({ minimum: 0 }) }), { maxItems: 40 }),
    selection: Type.Optional(Line(400)),
    liveUrl: Type.Optional(Link),
    agenda: Type.Array(Line(300), { maxItems: 60 }),
    outcome: Type.Optional(Line(1000)),
  },
  { title: 'MeetingFields' },
);

/** A work report, annual report or self-inspection, with its key figures. */
export const ReportFields = closed(
  {
    type: Type.Enum(['work', 'annual', 'rule-of-law', 'inspection']),
    from: Type.Optional(Day),
    to: Day,
    figures: Type.Array(closed({ label: Line(80), value: Type.Number(), unit: Type.Optional(Line(20)), note: Type.Optional(Line(200)) }), { maxItems: 60 }),
  },
  { title: 'ReportFields' },
);

/** A guide (公开指南), a system (制度), or duties and key posts of an agency. */
export const InstitutionFields = closed(
  {
    type: Type.Enum(['guide', 'system', 'duties']),
    appliesTo: Line(200),
    contacts: Type.Array(closed({ name: Line(100), address: Type.Optional(Line(200)), hours: Type.Optional(Line(200)), phone: Type.Optional(Line(40)) }), { maxItems: 20 }),
    riskPoints: Type.Array(closed({ post: Line(100), before: Line(300), during: Line(300), after: Line(300) }), { maxItems: 40 }),
  },
  { title: 'InstitutionFields' },
);

/** What was said, what is true, and what shows it (Reg. 6). */
export const ClarificationFields = closed(
  {
    claim: Line(1000),
    fact: Line(2000),
    evidence: Type.Array(closed({ title: Line(200), url: Type.Optional(Link), disclosureId: Type.Optional(Ulid) }), { minItems: 1, maxItems: 20 }),
  },
  { title: 'ClarificationFields' },
);

/** `fields` by kind. */
export const FIELDS = {
  normative: NormativeFields,
  power: PowerFields,
  service: ServiceFields,
  notice: NoticeFields,
  decision: DecisionFields,
  plan: PlanFields,
  budget: BudgetFields,
  statistics: StatisticsFields,
  project: ProjectFields,
  personnel: PersonnelFields,
  meeting: MeetingFields,
  report: ReportFields,
  institution: InstitutionFields,
  clarification: ClarificationFields,
} as const satisfies Record<DisclosureKind, unknown>;

export type FieldsOf<K extends DisclosureKind> = Static<(typeof FIELDS)[K]>;
