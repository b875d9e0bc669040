import { Type, type Static } from 'typebox';
import { AgencyRef } from './agencies.ts';
import { PersonRef } from './drafts.ts';
import { FigureYear } from './figures.ts';
import { operation } from './operation.ts';
import { AgencyId, Day, Line, Moment, Text, Ulid, closed, paging } from './schema.ts';
import { LATE_SUBJECTS, LIGHTS, SHEET_MEASURES, type SheetMeasure } from './statistic-words.ts';

/*
 * 电子监察: who is about to be late and who is, derived from last days when it is read; what was late once stays on record.
 */

const count = Type.Integer({ minimum: 0 });

/** What a supervisor asks for, and what the agency says to it. Nothing of it is public. */
export const SupervisionUrging = closed(
  {
    id: Ulid,
    words: Text(1000),
    by: PersonRef,
    on: Day,
    answerBy: Day,
    answer: Type.Optional(closed({ words: Text(1000), by: PersonRef, on: Day })),
    late: Type.Boolean({ description: 'Not answered by its day.' }),
  },
  { title: 'SupervisionUrging' },
);
export type SupervisionUrging = Static<typeof SupervisionUrging>;

const subject = { type: Type.Enum(LATE_SUBJECTS), id: Type.String({ ...Line(80), description: 'Of a draft, a disclosure, a case, a topic or a rating task; of a report, its year.' }), agency: AgencyRef, title: Line(300) };

/** Something whose last day is near or gone by. */
export const LateItem = closed(
  { ...subject, light: Type.Enum(LIGHTS), due: Day, left: Type.Integer({ description: 'Workdays left; below zero, workdays too late.' }), urgings: Type.Array(SupervisionUrging, { description: 'Newest first.' }) },
  { title: 'LateItem', description: 'The title of a request is its receipt number: what it asks for is not for supervisors.' },
);
export type LateItem = Static<typeof LateItem>;

export const listLate = operation({
  id: 'supervision.list',
  method: 'GET',
  path: '/v1/supervision',
  summary: 'What is late or about to be, in an agency and all below it, earliest last day first',
  access: { permission: 'statistics.read', of: 'query' },
  query: closed({ agency: AgencyId, light: Type.Optional(Type.Enum(LIGHTS)), type: Type.Optional(Type.Enum(LATE_SUBJECTS)), ...paging }),
  responses: { 200: closed({ items: Type.Array(LateItem), next: Type.Optional(Type.String()) }, { title: 'LatePage' }) },
});

const Lights = closed({ amber: count, red: count, breaches: Type.Integer({ minimum: 0, description: 'What became late this year, though it may be done by now.' }), urgings: Type.Integer({ minimum: 0, description: 'That wait for an answer, about what is not done yet.' }) }, { title: 'Lights' });

export const getLights = operation({
  id: 'supervision.tree',
  method: 'GET',
  path: '/v1/supervision/tree',
  summary: 'How many lights are on in an agency with all below it, by what they are of, and in each one directly below',
  access: { permission: 'statistics.read', of: 'query' },
  query: closed({ agency: AgencyId }),
  responses: {
    200: closed({
      agency: AgencyRef, asOf: Moment, whole: Lights, byType: Type.Array(closed({ type: Type.Enum(LATE_SUBJECTS), amber: count, red: count })),
      below: Type.Array(closed({ agency: closed({ ...AgencyRef.properties, below: Type.Boolean() }), lights: Lights })),
    }, { title: 'LightsByAgency' }),
  },
});

export const urgeAgency = operation({
  id: 'supervision.urge',
  method: 'POST',
  path: '/v1/supervision/urgings',
  summary: 'Urge an agency about something that is late or about to be (督办)',
  access: { permission: 'supervision.urge', of: 'body' },
  creates: true,
  body: closed({ agencyId: AgencyId, type: subject.type, id: subject.id, words: Text(1000, 1), answerBy: Day }, { title: 'NewUrging' }),
  responses: { 200: LateItem },
});

export const answerSupervision = operation({
  id: 'supervision.answer',
  method: 'POST',
  path: '/v1/supervision/urgings/{id}/answer',
  summary: 'Say what the agency does about it; once',
  access: { permission: 'supervision.answer', of: 'urging' },
  params: closed({ id: Ulid }),
  body: closed({ words: Text(1000, 1) }, { title: 'NewUrgingAnswer' }),
  responses: { 200: SupervisionUrging },
});

/** Something that became late: written down when it was first seen, and never taken out. */
export const Breach = closed(
  { ...subject, no: Type.Integer({ minimum: 1 }), due: Day, lateOn: Type.String({ ...Day, description: 'The first day on which it was late.' }), doneOn: Type.Optional(Day), days: Type.Integer({ minimum: 0, description: 'Workdays too late, until it was done or until today.' }), urged: count },
  { title: 'Breach' },
);
export type Breach = Static<typeof Breach>;

export const listBreaches = operation({
  id: 'supervision.breaches',
  method: 'GET',
  path: '/v1/supervision/breaches',
  summary: 'The register of what was late in an agency and all below it, newest first',
  access: { permission: 'statistics.read', of: 'query' },
  query: closed({ agency: AgencyId, year: Type.Optional(FigureYear), type: Type.Optional(Type.Enum(LATE_SUBJECTS)), state: Type.Optional(Type.Enum(['open', 'done'])), ...paging }),
  responses: { 200: closed({ items: Type.Array(Breach), next: Type.Optional(Type.String()), total: count }, { title: 'BreachPage' }) },
});

const weight = Type.Integer({ minimum: 0, maximum: 100 });
export type Weights = Record<SheetMeasure, number>;
export const Weights = Type.Unsafe<Weights>(closed(Object.fromEntries(SHEET_MEASURES.map((measure) => [measure, weight])), { title: 'Weights', description: 'Together 100.' }));

/** 考核表: what a measure says of an agency. Where there is nothing to measure there is no score, and its weight is left out. */
const Score = closed({ measure: Type.Enum(SHEET_MEASURES), n: count, of: count, score: Type.Optional(Type.Number({ minimum: 0, maximum: 100 })) }, { title: 'Score' });

export const AssessmentSheet = closed(
  {
    agency: AgencyRef,
    year: FigureYear,
    weights: Weights,
    version: Type.Integer({ minimum: 0, description: 'Of the weights; 0: nobody has set any, all weigh alike.' }),
    set: Type.Optional(closed({ by: PersonRef, at: Moment })),
    below: Type.Array(closed({ agency: AgencyRef, scores: Type.Array(Score), total: Type.Optional(Type.Number({ minimum: 0, maximum: 100 })) })),
  },
  { title: 'AssessmentSheet', description: 'Each agency directly below, with all below that.' },
);
export type AssessmentSheet = Static<typeof AssessmentSheet>;

export const getSheet = operation({
  id: 'supervision.sheet',
  method: 'GET',
  path: '/v1/agencies/{id}/assessment/{year}',
  summary: 'The assessment sheet of the agencies directly below one, by the weights it has set',
  access: { permission: 'statistics.read', of: 'agency' },
  params: closed({ id: AgencyId, year: FigureYear }),
  responses: { 200: AssessmentSheet },
});

export const setWeights = operation({
  id: 'supervision.weigh',
  method: 'PUT',
  path: '/v1/agencies/{id}/assessment/{year}',
  summary: 'Set by which weights the agencies directly below are assessed',
  access: { permission: 'supervision.urge', of: 'agency' },
  params: closed({ id: AgencyId, year: FigureYear }),
  body: closed({ version: Type.Integer({ minimum: 0 }), weights: Weights }, { title: 'NewWeights' }),
  responses: { 200: AssessmentSheet },
});
