import { openApi } from '@sunlit/contract';
import { fastify, type FastifyInstance } from 'fastify';

/** `/openapi.json`, and `/reference` to read it in a browser; both work without any other server. */
export function serveReference(app: FastifyInstance, version: string, publicUrl: string | undefined): void {
  let document: string | undefined;
  app.get('/openapi.json', (_request, reply) => {
    document ??= JSON.stringify(openApi(version, publicUrl === undefined ? [] : [{ url: publicUrl }]));
    reply.type('application/json; charset=utf-8').header('cache-control', 'public, max-age=300').send(document);
  });
  let pages: Promise<FastifyInstance> | undefined;
  for (const url of ['/reference', '/reference/*']) {
    app.get(url, async (request, reply) => {
      const { statusCode, headers, rawPayload } = await (await (pages ??= loadPages())).inject(request.url);
      // Scalar configures itself by an inline script and styles itself by inline sheets. It may reach this server alone.
      reply.header('content-security-policy', "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src blob:; base-uri 'none'; frame-ancestors 'none'");
      reply.header('cache-control', 'public, max-age=300');
      for (const name of ['content-type', 'location']) if (headers[name] !== undefined) reply.header(name, headers[name]);
      return reply.code(statusCode).send(rawPayload);
    });
  }
}

/** Five megabytes that a server seldom needs, in an app of their own, since a running one takes no more plugins. */
async function loadPages(): Promise<FastifyInstance> {
  const { default: scalar } = await import('@scalar/fastify-api-reference');
  const pages = fastify();
  await pages.register(scalar, {
    routePrefix: '/reference',
    configuration: { url: '/openapi.json', pageTitle: 'Sunlit API', withDefaultFonts: false, telemetry: false, agent: { disabled: true }, mcp: { disabled: true }, showDeveloperTools: 'never' },
  });
  return pages;
}
