// A tiny stand-in for the session endpoints, for tests of this foundation only. Journeys run on the real server.
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json' };

const session = {
  userId: 'u-1',
  userName: 'chen.jie',
  displayName: '陈洁',
  language: 'zh-CN',
  permissions: ['platform.administer'],
  roles: ['dispatcher'],
  orgUnit: { nameZh: '华东', nameEn: 'East', path: 'cn.east' }, mustChangePassword: false,
};

export const demoAccounts = [
  { userName: 'zhou.min', password: 'demo', displayName: '周敏', role: '坐席', note: '受理来电，创建工单' },
  { userName: 'chen.jie', password: 'demo', displayName: '陈洁', role: '调度员', note: '派单与排程' },
  { userName: 'wang.wei', password: 'demo', displayName: '王伟', role: '工程师', note: '现场服务' },
  { userName: 'he.tao', password: 'demo', displayName: '何涛', role: '服务经理', note: '看板与指标' },
];

/** Serves the built console from `folder` on a free port; `state.signedIn` can be set from the test. */
export async function startFake(folder) {
  const state = { signedIn: false, attempts: 0, calls: [] };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://fake');
    let text = '';
    for await (const piece of request) text += piece;
    const json = (status, body, headers = {}) => {
      response.writeHead(status, { 'content-type': status >= 400 ? 'application/problem+json' : 'application/json', ...headers });
      response.end(body === undefined ? '' : JSON.stringify(body));
    };
    if (pathname.startsWith('/api/')) {
      state.calls.push({ method: request.method, pathname, headers: request.headers, body: text });
      if (pathname === '/api/v1/stream') {
        if (!state.signedIn) return json(401, { status: 401, code: 'signed-out' });
        response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
        return response.write(': hello\n\n');
      }
      if (pathname === '/api/v1/sign-in-options') return json(200, { version: '0.1.0', demoAccounts });
      if (pathname === '/api/v1/session' && request.method === 'POST') {
        state.attempts++;
        const { password } = JSON.parse(text);
        if (password === 'throttle') return json(429, { status: 429, code: 'platform.sign-in-throttled', title: 'Too many attempts' }, { 'retry-after': '42' });
        if (password !== 'demo') return json(401, { status: 401, code: 'platform.sign-in-refused', title: 'Refused' });
        state.signedIn = true;
        return json(200, session, { 'set-cookie': 'XSRF-TOKEN=fake-token; Path=/' });
      }
      if (!state.signedIn) return json(401, { status: 401, code: 'signed-out', title: 'Signed out' });
      if (request.method === 'DELETE') {
        state.signedIn = false;
        return json(204);
      }
      if (pathname === '/api/v1/session/language') return json(204);
      if (pathname === '/api/v1/session') return json(200, session);
      return json(404, { status: 404, code: 'not-found', title: 'Not found' });
    }
    let file = join(folder, normalize(pathname));
    if (!existsSync(file) || pathname === '/') file = join(folder, 'index.html');
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    state,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
