import { createInstance, type i18n } from 'i18next';
import { shared as zhCN } from '../locales/zh-CN.ts';

/** The languages the library speaks. */
export const LANGUAGES = ['zh-CN', 'zh-Hant', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export type Strings = Readonly<Record<string, string>>;
export type SharedKey = keyof typeof zhCN;

/** The strings of one widget: zh-CN travels with it, the others are fetched when somebody reads them. */
export interface WidgetStrings<Key extends string> {
  readonly namespace: string;
  readonly bundled: Readonly<Record<Key, string>>;
  readonly load: Readonly<Record<Exclude<Language, 'zh-CN'>, () => Promise<Readonly<Record<Key, string>>>>>;
}

/** Nearest language we speak: any Chinese in traditional script is zh-Hant, other Chinese zh-CN, anything else English. */
export function languageOf(tag: string | null | undefined): Language {
  const lower = (tag ?? '').toLowerCase();
  if (lower === '' || lower === 'zh' || lower.startsWith('zh-')) return /hant|-tw|-hk|-mo/.test(lower) ? 'zh-Hant' : 'zh-CN';
  return 'en';
}

// An instance of our own: the host page may run an i18next itself.
const instance: i18n = createInstance();
void instance.init({
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  ns: ['shared'],
  defaultNS: 'shared',
  initAsync: false,
  keySeparator: false,
  interpolation: { escapeValue: false }, // Lit writes text nodes; escaping twice would show entities.
  resources: { 'zh-CN': { shared: zhCN } },
});

const loadShared: Record<Exclude<Language, 'zh-CN'>, () => Promise<Strings>> = {
  'zh-Hant': async () => (await import('../locales/zh-Hant.ts')).shared,
  en: async () => (await import('../locales/en.ts')).shared,
};

async function loadInto(namespace: string, language: Exclude<Language, 'zh-CN'>, load: () => Promise<Strings>) {
  if (!instance.hasResourceBundle(language, namespace)) add(language, namespace, await load());
}

function add(language: Language, namespace: string, strings: Strings): void {
  instance.addResourceBundle(language, namespace, strings);
  translators.clear(); // they know what was there before
}

/** Makes the strings of a widget and the shared ones ready in a language. zh-CN is ready at once. */
export function prepare(strings: WidgetStrings<string>, language: Language): Promise<void> | undefined {
  if (!instance.hasResourceBundle('zh-CN', strings.namespace)) add('zh-CN', strings.namespace, strings.bundled);
  if (language === 'zh-CN') return undefined;
  if (instance.hasResourceBundle(language, strings.namespace) && instance.hasResourceBundle(language, 'shared')) return undefined;
  return Promise.all([loadInto('shared', language, loadShared[language]), loadInto(strings.namespace, language, strings.load[language])]).then(() => undefined);
}

export type Translate<Key extends string> = (key: Key | SharedKey, values?: Record<string, string | number>) => string;

const translators = new Map<string, Translate<string>>();

/** The translate function of one widget in one language; falls back to zh-CN while another language is on its way. */
export function translator<Key extends string>(strings: WidgetStrings<Key>, language: Language): Translate<Key> {
  const name = `${language} ${strings.namespace}`;
  let translate = translators.get(name);
  if (!translate) {
    const t = instance.getFixedT(language, [strings.namespace, 'shared']);
    const words = wordsOf(strings.namespace, language);
    translators.set(name, (translate = (key, values) => (values ? t(key, values) : (words[key] ?? key))));
  }
  return translate;
}

/** All that is said without values, by the order in which i18next looks: it would seek plurals, values and nested keys in each, in a first drawing a tenth of the work. */
function wordsOf(namespace: string, language: Language): Strings {
  const bundles = ['shared', namespace].flatMap((one) => ['zh-CN', language].map((spoken) => instance.getResourceBundle(spoken, one) as Strings | undefined));
  return Object.assign({}, ...bundles) as Strings;
}
