import { isSunlitError } from '@sunlit/client/desk';

/** Browsers know passkeys only on https and on this machine. */
export const passkeysWork = (): boolean => 'PublicKeyCredential' in globalThis && 'credentials' in navigator;

type PasskeyTrouble = 'passkey.unused' | 'passkey.present' | 'passkey.unavailable' | 'passkey.unknown';

/** What a passkey failed of, where the frame has words for it: the browser says so by a name alone. */
export function passkeyTrouble(error: unknown): PasskeyTrouble | undefined {
  if (isSunlitError(error)) return error.code === 'sign-in-failed' ? 'passkey.unknown' : undefined;
  if (!(error instanceof DOMException)) return undefined;
  // Who has none, who is too slow and who does not want to are told apart by nobody (WebAuthn §14.5.2).
  if (error.name === 'NotAllowedError' || error.name === 'AbortError') return 'passkey.unused';
  return error.name === 'InvalidStateError' ? 'passkey.present' : 'passkey.unavailable';
}
