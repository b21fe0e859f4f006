import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PRODUCTS, catalogue, picture } from './products.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const SDK = join(HERE, 'node_modules', '@segment', 'analytics-next', 'dist', 'umd');
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json' };

/** Serves the page, the SDK it runs on, the pictures, and the catalogue. Resolves once it listens. */
export function serve(settings) {
  const shopUrl = `http://localhost:${settings.port}`;
  const server = createServer((request, response) => {
    route(new URL(request.url, shopUrl).pathname, settings, shopUrl)
      .then(({ type, body }) => response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' }).end(body))
      .catch((error) => {
        const missing = error.code === 'ENOENT';
        response.writeHead(missing ? 404 : 500, { 'content-type': 'text/plain' }).end(missing ? 'There is no such page.' : error.message);
      });
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(settings.port, settings.host, () => resolve(server));
  });
}

async function route(path, settings, shopUrl) {
  if (path === '/health') return json({ status: 'UP' });
  if (path === '/catalogue.json') return json(catalogue(shopUrl));
  if (path === '/settings.json') {
    const { writeKey, collectorUrl, inboxUrl } = settings;
    return json({ writeKey, collectorUrl, inboxUrl });
  }
  const drawn = /^\/pictures\/([a-z-]+)\.svg$/.exec(path);
  if (drawn) {
    const product = PRODUCTS.find(({ id }) => id === drawn[1]);
    if (!product) throw Object.assign(new Error(), { code: 'ENOENT' });
    return { type: TYPES['.svg'], body: picture(product) };
  }
  return path.startsWith('/sdk/') ? file(SDK, path.slice('/sdk/'.length)) : file(join(HERE, 'page'), path === '/' ? 'index.html' : path);
}

function json(value) {
  return { type: TYPES['.json'], body: JSON.stringify(value) };
}

async function file(folder, name) {
  const path = normalize(join(folder, name));
  if (!path.startsWith(folder)) throw Object.assign(new Error(), { code: 'ENOENT' });
  return { type: TYPES[extname(path)] ?? 'application/octet-stream', body: await readFile(path) };
}
