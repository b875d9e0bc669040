/** Under Trusted Types a worker is started only from an address that a policy has seen: that of a file beside this one. */
interface ScriptPolicy {
  createScriptURL(name: string): string;
}

const here = (name: string): string => {
  if (!/^[\w-]+(\.worker)?\.js$/.test(name)) throw new TypeError(`"${name}" is no script of this page.`);
  return new URL(name, document.baseURI).href;
};

const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy } };
const policy: ScriptPolicy = trustedTypes?.createPolicy('kiosk', { createScriptURL: here }) ?? { createScriptURL: here };

/** The address of a script that lies beside the page. */
export const ownScript = (name: string): string => policy.createScriptURL(name);
