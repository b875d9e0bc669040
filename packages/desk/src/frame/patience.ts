/** How long the server has for one answer; waiting for a person to sign in again does not count. */
const ANSWER_MILLISECONDS = 30_000;

/** What signs in or out answers 401 to whom it does not let in: to ask them to sign in would go round in circles. */
const ENTRANCE = /\/v1\/auth\/(sign-|two-factor\/verify-|passkey\/(generate-authenticate-options|verify-authentication)$)/;

/**
 * A `fetch` that waits when the session has run out: `signInAgain` lets the person sign in, then the same request is sent
 * again. Whoever called gets the answer a little later, and nothing that was typed is lost.
 *
 * @param signInAgain - settles when somebody signed in; `undefined` when nobody can be asked
 */
export function patient(signInAgain: () => Promise<void> | undefined): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const again = request.clone();
    const response = await inTime(request);
    if (response.status !== 401 || ENTRANCE.test(new URL(request.url).pathname)) return response;
    const signedIn = signInAgain();
    if (!signedIn) return response;
    await signedIn;
    return inTime(again);
  };
}

async function inTime(request: Request): Promise<Response> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), ANSWER_MILLISECONDS);
  request.signal.addEventListener('abort', () => late.abort(request.signal.reason));
  try {
    request.signal.throwIfAborted();
    return await fetch(new Request(request, { signal: late.signal }));
  } finally {
    clearTimeout(timer);
  }
}
