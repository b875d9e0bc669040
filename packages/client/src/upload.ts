/** A `fetch` that tells how much was sent. `fetch` itself cannot: browsers stream what they send over HTTP/2 only, if at all. */
export function withProgress(onProgress: (part: number) => void): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const body = await request.blob();
    const call = new XMLHttpRequest();
    call.open(request.method, request.url);
    request.headers.forEach((value, name) => call.setRequestHeader(name, value));
    call.responseType = 'blob';
    call.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 1));
    const abort = () => call.abort();
    request.signal.addEventListener('abort', abort);
    try {
      await new Promise<void>((resolve, reject) => {
        call.addEventListener('load', () => resolve());
        call.addEventListener('error', () => reject(new TypeError('The upload broke off')));
        call.addEventListener('abort', () => reject(request.signal.reason));
        if (request.signal.aborted) reject(request.signal.reason);
        else call.send(body);
      });
    } finally {
      request.signal.removeEventListener('abort', abort);
    }
    return new Response(call.status === 204 ? null : (call.response as Blob), { status: call.status, headers: headersOf(call) });
  };
}

function headersOf(call: XMLHttpRequest): Headers {
  const headers = new Headers();
  for (const line of call.getAllResponseHeaders().trim().split('\r\n')) {
    const end = line.indexOf(':');
    if (end > 0) headers.append(line.slice(0, end), line.slice(end + 1).trim());
  }
  return headers;
}
