import type { ApplicantType, IdentityType, RequestContent, RequestForm } from '@sunlit/client/requests';

/** The kinds of organisation that the annual table counts, and the person. */
export const APPLICANTS = ['naturalPerson', 'business', 'research', 'publicInterest', 'legalService', 'other'] as const satisfies readonly ApplicantType[];
export const IDENTITIES = ['resident-id', 'residence-permit', 'permanent-residence', 'travel-permit', 'passport', 'other'] as const satisfies readonly IdentityType[];
export const FORMS = ['electronic', 'paper', 'inspection'] as const satisfies readonly RequestContent['form'][];

/** What somebody has written into the form so far. */
export interface Answers {
  readonly title: string;
  readonly docNo: string;
  readonly description: string;
  readonly type: ApplicantType;
  readonly name: string;
  readonly identityType: IdentityType;
  readonly identityNumber: string;
  readonly creditCode: string;
  readonly representative: string;
  readonly contactPerson: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly postcode: string;
  readonly form: RequestContent['form'];
  readonly route: RequestContent['route'];
  readonly assistance: string;
}
export type Field = keyof Answers;

export const BLANK: Answers = {
  title: '', docNo: '', description: '', type: 'naturalPerson', name: '', identityType: 'resident-id', identityNumber: '', creditCode: '', representative: '', contactPerson: '',
  phone: '', email: '', address: '', postcode: '', form: 'electronic', route: 'online', assistance: '',
};

/** As the contract has it. */
export const LONGEST: Partial<Record<Field, number>> = {
  title: 200, docNo: 100, description: 5000, name: 120, identityNumber: 40, creditCode: 40, representative: 60, contactPerson: 60, phone: 40, email: 120, address: 300, postcode: 20, assistance: 500,
};

/** The steps before the last, on which everything is shown again, and the fields of each. */
export const STEPS = ['wanted', 'applicant', 'delivery', 'check'] as const;
export type Step = (typeof STEPS)[number];
const FIELDS: Readonly<Record<Exclude<Step, 'check'>, readonly Field[]>> = {
  wanted: ['title', 'docNo', 'description'],
  applicant: ['type', 'name', 'identityType', 'identityNumber', 'creditCode', 'representative', 'contactPerson', 'phone', 'email', 'address', 'postcode'],
  delivery: ['form', 'route', 'assistance'],
};

/** The same with one question at a time, what must be said before what may. */
const QUESTIONS: Readonly<Record<Exclude<Step, 'check'>, readonly (readonly Field[])[]>> = {
  wanted: [['description'], ['title', 'docNo']],
  applicant: [['type'], ['name', 'creditCode', 'representative', 'contactPerson'], ['identityType', 'identityNumber'], ['phone', 'email', 'address', 'postcode']],
  delivery: [['form'], ['route', 'assistance']],
};

/** The questions of a step that this applicant is asked. */
export const questionsOf = (step: Step, { type }: Pick<Answers, 'type'>): readonly (readonly Field[])[] =>
  step === 'check' ? [[]] : QUESTIONS[step].filter(([first]) => first !== 'identityType' || type === 'naturalPerson');

/** Something for which a step cannot be left: where it is, and a code that the strings explain, or what the server says of it. */
export interface Fault {
  readonly at: Field | 'files' | 'identity' | 'readBack';
  readonly code?: 'missing' | 'contact' | 'email' | 'address' | 'confirm';
  readonly said?: string;
}

export const stepOf = (at: Fault['at']): Step => {
  if (at === 'readBack') return 'check';
  return STEPS.find((step) => step !== 'check' && FIELDS[step].some((field) => field === at)) ?? 'delivery';
};

/** What is missing on a step, in the order of its fields. Numbers that look wrong are said beside them and hold nobody up. */
export function faultsOf(step: Exclude<Step, 'check'>, answers: Answers, form: RequestForm, hasIdentityImage: boolean): Fault[] {
  const faults: Fault[] = [];
  const blank = (field: Field) => answers[field].trim() === '';
  const demand = (...fields: Field[]) => faults.push(...fields.filter(blank).map((at): Fault => ({ at, code: 'missing' })));
  if (step === 'wanted') demand('description');
  if (step === 'applicant') {
    demand('name', ...(answers.type === 'naturalPerson' ? (['identityNumber'] as const) : (['contactPerson'] as const)));
    if (blank('phone') && blank('email') && blank('address')) faults.push({ at: 'phone', code: 'contact' });
  }
  if (step === 'delivery') {
    if (answers.route === 'email' && blank('email')) faults.push({ at: 'route', code: 'email' });
    if (answers.route === 'post' && blank('address')) faults.push({ at: 'route', code: 'address' });
    if (form.identityImage === 'required' && answers.type === 'naturalPerson' && !hasIdentityImage) faults.push({ at: 'identity', code: 'missing' });
  }
  return faults;
}

/** What is sent; nothing that was left empty, and nothing of the kind of applicant that was not chosen in the end. */
export function contentOf(agencyId: string, answers: Answers, files: number): RequestContent {
  const given = <Name extends Field>(...names: Name[]) =>
    Object.fromEntries(names.map((name) => [name, answers[name].trim()]).filter(([, value]) => value !== '')) as Partial<Record<Name, string>>;
  const contact = given('phone', 'email', 'address', 'postcode');
  const { type, form, route } = answers;
  const name = answers.name.trim();
  return {
    agencyId,
    wanted: { ...given('title', 'docNo'), description: answers.description.trim() },
    applicant: type === 'naturalPerson'
      ? { type, name, identity: { type: answers.identityType, number: answers.identityNumber.trim() }, contact }
      : { type, name, ...given('creditCode', 'representative'), contactPerson: answers.contactPerson.trim(), contact },
    form,
    route,
    ...given('assistance'),
    ...(files > 0 ? { files } : {}),
  };
}

/** The fields that a server's pointers are about: `/body/applicant/identity/number` is the number. */
export function fieldAt(pointer: string): Field | undefined {
  const parts = pointer.split('/').slice(2);
  const last = parts[parts.length - 1] ?? '';
  if (parts.includes('identity')) return last === 'type' ? 'identityType' : 'identityNumber';
  return last in BLANK ? (last as Field) : parts[0] === 'wanted' ? 'description' : parts[0] === 'applicant' ? (parts[1] === 'contact' ? 'phone' : 'name') : undefined;
}
