/* WebAuthn in a browser, between the JSON that a server speaks and the bytes that `navigator.credentials` takes. The browsers' own conversion is younger than our floor. */

/** @internal Asks for any passkey that belongs to this site. @throws DOMException as `navigator.credentials.get` does */
export async function usePasskey(options: PublicKeyCredentialRequestOptionsJSON, signal: AbortSignal | undefined): Promise<object> {
  const publicKey: PublicKeyCredentialRequestOptions = {
    challenge: bytes(options.challenge),
    ...(options.rpId === undefined ? {} : { rpId: options.rpId }),
    ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
    allowCredentials: (options.allowCredentials ?? []).map(described),
    // It stands for the second factor too, so the server takes no mere touch.
    userVerification: 'required',
  };
  const { credential, response } = found(await navigator.credentials.get({ publicKey, ...(signal && { signal }) }));
  const { authenticatorData, signature, userHandle } = response as AuthenticatorAssertionResponse;
  return { ...credential, response: { clientDataJSON: base64url(response.clientDataJSON), authenticatorData: base64url(authenticatorData), signature: base64url(signature), ...(userHandle && { userHandle: base64url(userHandle) }) } };
}

/** @internal Makes a passkey for the person whom the server names. @throws DOMException as `navigator.credentials.create` does */
export async function makePasskey(options: PublicKeyCredentialCreationOptionsJSON, signal: AbortSignal | undefined): Promise<object> {
  const { challenge, rp, user, pubKeyCredParams, timeout, excludeCredentials, authenticatorSelection } = options;
  const publicKey: PublicKeyCredentialCreationOptions = {
    challenge: bytes(challenge),
    rp,
    user: { ...user, id: bytes(user.id) },
    pubKeyCredParams: pubKeyCredParams.map(({ alg }) => ({ type: 'public-key', alg })),
    ...(timeout === undefined ? {} : { timeout }),
    excludeCredentials: (excludeCredentials ?? []).map(described),
    ...(authenticatorSelection && { authenticatorSelection }),
    attestation: 'none',
  };
  const { credential, response } = found(await navigator.credentials.create({ publicKey, ...(signal && { signal }) }));
  const made = response as AuthenticatorAttestationResponse;
  return { ...credential, response: { clientDataJSON: base64url(made.clientDataJSON), attestationObject: base64url(made.attestationObject), transports: made.getTransports?.() ?? [] } };
}

function found(credential: Credential | null): { readonly credential: object; readonly response: AuthenticatorResponse } {
  // Only a browser that was asked for passkeys and something else answers something else.
  if (!(credential instanceof PublicKeyCredential)) throw new DOMException('No passkey was given.', 'NotAllowedError');
  const { id, rawId, type, response, authenticatorAttachment } = credential;
  return { credential: { id, rawId: base64url(rawId), type, ...(authenticatorAttachment && { authenticatorAttachment }), clientExtensionResults: credential.getClientExtensionResults() }, response };
}

function described({ id, transports }: PublicKeyCredentialDescriptorJSON): PublicKeyCredentialDescriptor {
  const known = (transports ?? []).filter((one) => one !== '') as AuthenticatorTransport[];
  return { type: 'public-key', id: bytes(id), ...(known.length > 0 && { transports: known }) };
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}

function base64url(buffer: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
