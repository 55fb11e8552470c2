import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import express, { Router } from 'express';
import { describeApi, type Route } from './openapi.ts';

const swaggerDirectory = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Baylanys: the API</title>
    <link rel="stylesheet" href="docs/swagger-ui.css">
  </head>
  <body>
    <div id="api"></div>
    <script src="docs/swagger-ui-bundle.js"></script>
    <script src="docs/start.js"></script>
  </body>
</html>
`;

const start = `SwaggerUIBundle({ url: 'openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null });\n`;

/** The API's description, and a page to read it by. */
export function documentation(routes: readonly Route[], version: string): Router {
  const description = describeApi(routes, version);
  const router = Router();
  router.get('/api/openapi.json', (_request, response) => {
    response.json(description);
  });
  router.get('/api/docs', (_request, response) => {
    // The page's library styles its elements one by one; nothing else of it is loosened.
    response.set(
      'Content-Security-Policy',
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
    );
    response.type('html').send(page);
  });
  router.get('/api/docs/start.js', (_request, response) => {
    response.type('js').send(start);
  });
  router.use('/api/docs', express.static(swaggerDirectory, { index: false }));
  return router;
}
