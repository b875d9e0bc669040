import type { Editing, Field, Form } from './form.ts';
import type { DisclosureContent, DisclosureKind, FieldsOf, Withheld } from './types.ts';

const actTypes = {
  licence: 'actType.licence', penalty: 'actType.penalty', coercion: 'actType.coercion', levy: 'actType.levy', payment: 'actType.payment', inspection: 'actType.inspection',
  confirmation: 'actType.confirmation', reward: 'actType.reward', adjudication: 'actType.adjudication', procurement: 'actType.procurement', contract: 'actType.contract',
  guidance: 'actType.guidance', relief: 'actType.relief', other: 'actType.other',
} as const;

const decided = {
  decisionNo: { input: 'line', most: 80 },
  party: { input: 'line', most: 120, hint: 'hint.party' },
  creditCode: { input: 'credit-code', most: 18, optional: true, hint: 'hint.credit-code' },
  basis: { input: 'long', most: 600 },
  decidedOn: { input: 'day' },
  authority: { input: 'line', most: 100 },
  status: { input: 'choice', words: { valid: 'status.valid', changed: 'status.changed', revoked: 'status.revoked', performed: 'status.performed' } },
} as const;

/** What is asked for each kind, in the order in which it is asked. */
export const KIND_FORMS: { readonly [K in DisclosureKind]: Editing<FieldsOf<K>> } = {
  normative: {
    input: 'group',
    of: {
      genre: { input: 'choice', words: { rules: 'genre.rules', 'normative-document': 'genre.normative-document', order: 'genre.order', resolution: 'genre.resolution', notice: 'genre.notice', plan: 'genre.plan' } },
      issuers: { input: 'lines', most: 100, least: 1, count: 20 },
      registrationNo: { input: 'line', most: 60, optional: true },
      validUntil: { input: 'day', optional: true },
    },
  },
  power: {
    input: 'group',
    of: {
      items: {
        input: 'list',
        least: 1,
        count: 500,
        of: {
          code: { input: 'line', most: 40 },
          name: { input: 'line', most: 200 },
          actType: { input: 'choice', words: actTypes },
          basis: { input: 'long', most: 400 },
          holder: { input: 'line', most: 100 },
          conditions: { input: 'long', most: 400, optional: true },
          procedure: { input: 'long', most: 400, optional: true },
          days: { input: 'number', whole: true, least: 0, optional: true, hint: 'hint.workdays' },
          delegatedFrom: { input: 'line', most: 100, optional: true },
        },
      },
    },
  },
  service: {
    input: 'group',
    of: {
      actType: { input: 'choice', words: actTypes },
      audience: { input: 'choice', words: { person: 'audience.person', organisation: 'audience.organisation', both: 'audience.both' } },
      basis: { input: 'lines', most: 300, least: 1, count: 20 },
      conditions: { input: 'lines', most: 300, count: 40 },
      materials: {
        input: 'list',
        count: 60,
        of: {
          name: { input: 'line', most: 200 },
          form: { input: 'choice', words: { original: 'form.original', copy: 'form.copy', either: 'form.either', electronic: 'form.electronic' } },
          copies: { input: 'number', whole: true, least: 1, optional: true },
          note: { input: 'long', most: 300, optional: true },
        },
      },
      flow: { input: 'flow', label: 'flow.title' },
      statutoryDays: { input: 'number', whole: true, least: 0, optional: true },
      pledgedDays: { input: 'number', whole: true, least: 0, optional: true, hint: 'hint.pledged' },
      fees: {
        input: 'list',
        count: 40,
        hint: 'hint.fees',
        of: { item: { input: 'line', most: 100 }, standard: { input: 'line', most: 200 }, basis: { input: 'long', most: 300, optional: true } },
      },
      windows: {
        input: 'list',
        count: 20,
        of: { name: { input: 'line', most: 100 }, address: { input: 'line', most: 200 }, hours: { input: 'line', most: 200, optional: true }, phone: { input: 'line', most: 40, optional: true } },
      },
      result: { input: 'line', most: 200, optional: true },
    },
  },
  notice: {
    input: 'group',
    of: {
      subject: { input: 'long', most: 200 },
      from: { input: 'day' },
      to: { input: 'day', notBefore: 'from' },
      objections: { input: 'list', count: 10, of: { way: { input: 'line', most: 60 }, contact: { input: 'line', most: 200 } } },
      entries: { input: 'lines', most: 300, count: 500, optional: true, hint: 'hint.paste-lines' },
      outcome: { input: 'long', most: 1000, optional: true },
    },
  },
  decision: {
    input: 'variants',
    by: 'act',
    label: 'f.act',
    words: { licence: 'act.licence', penalty: 'act.penalty', correction: 'act.correction' },
    of: {
      licence: { ...decided, content: { input: 'long', most: 1000 }, validFrom: { input: 'day', optional: true }, validTo: { input: 'day', optional: true, notBefore: 'validFrom' } },
      penalty: { ...decided, cause: { input: 'long', most: 600 }, category: { input: 'line', most: 100 }, result: { input: 'long', most: 1000, label: 'f.penaltyResult' } },
      correction: { ...decided, cause: { input: 'long', most: 600 }, demand: { input: 'long', most: 1000 }, dueOn: { input: 'day', optional: true, notBefore: 'decidedOn' } },
    },
  },
  plan: {
    input: 'group',
    of: {
      from: { input: 'day' },
      to: { input: 'day', notBefore: 'from' },
      items: {
        input: 'list',
        least: 1,
        count: 500,
        of: {
          no: { input: 'line', most: 20 },
          name: { input: 'line', most: 300, label: 'f.planItem' },
          lead: { input: 'line', most: 100 },
          dueOn: { input: 'day', optional: true },
          state: { input: 'choice', words: { planned: 'state.planned', running: 'state.running', done: 'state.done', stopped: 'state.stopped' } },
          progress: { input: 'long', most: 400, optional: true },
        },
      },
    },
  },
  budget: {
    input: 'group',
    of: {
      type: { input: 'choice', words: { budget: 'budget.type.budget', accounts: 'budget.type.accounts', 'three-public': 'budget.type.three-public', spending: 'budget.type.spending' } },
      fiscalYear: { input: 'number', whole: true, least: 1949, most: 2200 },
      approvedOn: { input: 'day', optional: true },
      approvedBy: { input: 'line', most: 100, optional: true },
      tables: { input: 'tables', label: 'group.tables' },
    },
  },
  statistics: {
    input: 'group',
    of: {
      period: { input: 'line', most: 60, hint: 'hint.period' },
      tables: { input: 'tables', label: 'group.tables' },
      checks: {
        input: 'list',
        count: 20,
        hint: 'hint.checks',
        of: { statement: { input: 'long', most: 300 }, holds: { input: 'flag', words: { true: 'holds.true', false: 'holds.false' } }, note: { input: 'long', most: 400, optional: true } },
      },
      peers: { input: 'peers', optional: true, hint: 'hint.peers' },
    },
  },
  project: {
    input: 'group',
    of: {
      type: { input: 'choice', words: { project: 'project.type.project', case: 'project.type.case', approval: 'project.type.approval' } },
      no: { input: 'line', most: 60, optional: true, label: 'f.projectNo' },
      lead: { input: 'line', most: 100 },
      partners: { input: 'lines', most: 100, count: 30 },
      amountWanYuan: { input: 'number', optional: true },
      stages: {
        input: 'list',
        least: 1,
        count: 40,
        of: {
          name: { input: 'line', most: 60 },
          state: { input: 'choice', words: { done: 'state.done', current: 'state.current', planned: 'state.planned' } },
          on: { input: 'day', optional: true },
          actor: { input: 'line', most: 100, optional: true },
          detail: { input: 'long', most: 500, optional: true },
        },
      },
    },
  },
  personnel: {
    input: 'group',
    of: {
      type: { input: 'choice', words: { appointment: 'personnel.type.appointment', recruitment: 'personnel.type.recruitment', training: 'personnel.type.training', roster: 'personnel.type.roster' } },
      posts: {
        input: 'list',
        least: 1,
        count: 300,
        of: { post: { input: 'line', most: 100 }, count: { input: 'number', whole: true, least: 0, optional: true }, requirement: { input: 'long', most: 300, optional: true }, note: { input: 'long', most: 300, optional: true } },
      },
      from: { input: 'day', optional: true },
      to: { input: 'day', optional: true, notBefore: 'from' },
    },
  },
  meeting: {
    input: 'group',
    of: {
      type: { input: 'choice', words: { hearing: 'meeting.type.hearing', meeting: 'meeting.type.meeting', reception: 'meeting.type.reception', review: 'meeting.type.review' } },
      subject: { input: 'long', most: 200 },
      heldOn: { input: 'day', optional: true },
      place: { input: 'line', most: 200, optional: true },
      roles: { input: 'list', count: 40, of: { role: { input: 'line', most: 60 }, group: { input: 'line', most: 100, optional: true }, count: { input: 'number', whole: true, least: 0 } } },
      selection: { input: 'long', most: 400, optional: true },
      liveUrl: { input: 'link', most: 2000, optional: true },
      agenda: { input: 'lines', most: 300, count: 60 },
      outcome: { input: 'long', most: 1000, optional: true },
    },
  },
  report: {
    input: 'group',
    of: {
      type: { input: 'choice', words: { work: 'report.type.work', annual: 'report.type.annual', 'rule-of-law': 'report.type.rule-of-law', inspection: 'report.type.inspection' } },
      from: { input: 'day', optional: true },
      to: { input: 'day', notBefore: 'from' },
      figures: {
        input: 'list',
        count: 60,
        of: { label: { input: 'line', most: 80 }, value: { input: 'number' }, unit: { input: 'line', most: 20, optional: true }, note: { input: 'line', most: 200, optional: true } },
      },
    },
  },
  institution: {
    input: 'group',
    of: {
      type: { input: 'choice', words: { guide: 'institution.type.guide', system: 'institution.type.system', duties: 'institution.type.duties' } },
      appliesTo: { input: 'line', most: 200 },
      contacts: {
        input: 'list',
        count: 20,
        of: { name: { input: 'line', most: 100 }, address: { input: 'line', most: 200, optional: true }, hours: { input: 'line', most: 200, optional: true }, phone: { input: 'line', most: 40, optional: true } },
      },
      riskPoints: { input: 'list', count: 40, of: { post: { input: 'line', most: 100 }, before: { input: 'long', most: 300 }, during: { input: 'long', most: 300 }, after: { input: 'long', most: 300 } } },
    },
  },
  clarification: {
    input: 'group',
    of: {
      claim: { input: 'long', most: 1000 },
      fact: { input: 'long', most: 2000 },
      evidence: {
        input: 'list',
        least: 1,
        count: 20,
        hint: 'hint.evidence',
        of: { title: { input: 'line', most: 200 }, url: { input: 'link', most: 2000, optional: true }, disclosureId: { input: 'disclosure', optional: true, titled: 'title' } },
      },
    },
  },
};

type Shared = Omit<DisclosureContent, 'agencyId' | 'kind' | 'fields'>;

/** What every kind has. */
const shared: Form<Shared> = {
  title: { input: 'long', most: 300 },
  summary: { input: 'long', most: 500, hint: 'hint.summary' },
  categoryId: { input: 'category', most: 80 },
  docNo: { input: 'line', most: 80, optional: true },
  formedOn: { input: 'day', optional: true, hint: 'hint.formed' },
  effectiveOn: { input: 'day', optional: true },
  openTerm: {
    input: 'variants',
    by: 'term',
    label: 'f.term',
    words: { 'long-term': 'term.long-term', periodic: 'term.periodic', staged: 'term.staged', temporary: 'term.temporary' },
    of: {
      'long-term': {},
      periodic: { every: { input: 'choice', words: { month: 'every.month', quarter: 'every.quarter', 'half-year': 'every.half-year', year: 'every.year' } } },
      staged: { nextOn: { input: 'day', optional: true } },
      temporary: { until: { input: 'day' } },
    },
  },
  note: { input: 'long', most: 1000, optional: true },
  body: { input: 'markdown', most: 400_000 },
  basis: {
    input: 'list',
    count: 40,
    of: { title: { input: 'line', most: 200 }, article: { input: 'line', most: 60, optional: true }, url: { input: 'link', most: 2000, optional: true }, disclosureId: { input: 'disclosure', optional: true, titled: 'title' } },
  },
  links: {
    input: 'list',
    count: 40,
    label: 'links',
    of: { type: { input: 'choice', label: 'links.type', words: { supersedes: 'links.supersedes', clarifies: 'links.clarifies', interprets: 'links.interprets' } }, id: { input: 'disclosure', label: 'links.id' } },
  },
  channels: {
    input: 'list',
    count: 60,
    of: {
      carrier: {
        input: 'choice',
        words: {
          website: 'carrier.website', gazette: 'carrier.gazette', 'social-media': 'carrier.social-media', 'press-conference': 'carrier.press-conference', broadcast: 'carrier.broadcast', print: 'carrier.print',
          'reading-point': 'carrier.reading-point', 'service-hall': 'carrier.service-hall', station: 'carrier.station', visit: 'carrier.visit', 'notice-board': 'carrier.notice-board', screen: 'carrier.screen',
          push: 'carrier.push', meeting: 'carrier.meeting', leaflet: 'carrier.leaflet', other: 'carrier.other',
        },
      },
      on: { input: 'day' },
      place: { input: 'line', most: 200, optional: true },
      quantity: { input: 'line', most: 60, optional: true },
    },
  },
  attachments: { input: 'attachments' },
};

const withheld: Form<Withheld> = {
  what: { input: 'long', most: 500, label: 'withheld.what' },
  ground: {
    input: 'choice',
    label: 'withheld.ground',
    words: {
      E14_SECRET: 'ground.E14_SECRET', E14_LAW: 'ground.E14_LAW', E14_SAFETY: 'ground.E14_SAFETY', E15_THIRD: 'ground.E15_THIRD', E16_INTERNAL: 'ground.E16_INTERNAL',
      E16_PROCESS: 'ground.E16_PROCESS', E16_CASEFILE: 'ground.E16_CASEFILE',
    },
  },
  reason: { input: 'long', most: 500, label: 'withheld.reason' },
  nextReviewOn: { input: 'day', label: 'withheld.next' },
};

export type GroupName = 'head' | 'body' | 'fields' | 'basis' | 'channels' | 'attachments' | 'withheld';

export interface Group {
  readonly name: GroupName;
  readonly fields: readonly { readonly pointer: string; readonly field: Field }[];
}

/** The whole form of a kind, in the groups it is shown in. */
export function groupsOf(kind: DisclosureKind, { amends }: { readonly amends: boolean }): readonly Group[] {
  const content = (...names: (keyof Shared)[]) => names.map((name) => ({ pointer: `/content/${name}`, field: shared[name] }));
  const fields = (KIND_FORMS as Readonly<Record<DisclosureKind, Field>>)[kind];
  const reason: Field = { input: 'long', most: 500, label: 'reason', hint: 'hint.reason' };
  return [
    { name: 'head', fields: [...(amends ? [{ pointer: '/reason', field: reason }] : []), ...content('title', 'summary', 'categoryId', 'docNo', 'formedOn', 'effectiveOn', 'openTerm', 'note')] },
    { name: 'body', fields: content('body') },
    { name: 'fields', fields: [{ pointer: '/content/fields', field: fields }] },
    { name: 'basis', fields: content('basis', 'links') },
    { name: 'channels', fields: content('channels') },
    { name: 'attachments', fields: content('attachments') },
    { name: 'withheld', fields: [{ pointer: '/withheld', field: { input: 'list', count: 20, label: 'group.withheld', of: withheld } }] },
  ];
}
